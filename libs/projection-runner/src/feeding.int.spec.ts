import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RecordedEvent } from '@trajectboek/events';
import type { ViewStore, YouthRows } from '@trajectboek/view-store';
import type { ViewChanged } from './lane.js';
import { AMINA, BORIS, CHANTAL, contact } from './testing/facts.js';
import { CONTACTS, LAST_CONTACT } from './testing/projections.js';
import { Workbench } from './testing/workbench.js';

const FACTS: readonly RecordedEvent[] = [AMINA, BORIS, CHANTAL].flatMap((youth) => ['2025-01-10', '2025-02-01', '2025-06-01'].map((date) => contact(youth, date)));

let bench: Workbench;
beforeEach(() => { bench = new Workbench(); });
afterEach(() => bench.close());

async function viewsAfter(arrivals: readonly RecordedEvent[], batchSize: number): Promise<readonly (readonly YouthRows[])[]> {
  const own = new Workbench();
  try {
    const runner = await own.started({ batchSize });
    for (const event of arrivals) own.ledger.append(event);
    await runner.waitFor(arrivals.length, 5000);
    return [await own.rows('contacts'), await own.rows('last-contact')];
  } finally {
    await own.close();
  }
}

describe('feeding views', () => {
  it('gives the same rows for any order of arrival and any size of the parts', async () => {
    const expected = await viewsAfter(FACTS, 1000);
    expect(expected[0]?.flatMap(({ rows }) => rows)).toHaveLength(9);
    const anyOrder = fc.shuffledSubarray([...FACTS], { minLength: FACTS.length });
    await fc.assert(fc.asyncProperty(anyOrder, fc.integer({ min: 1, max: 12 }), async (arrivals, batchSize) => {
      expect(await viewsAfter(arrivals, batchSize)).toEqual(expected);
    }), { numRuns: 25 });
  });

  it('gives the same rows when two projectors take every part twice', async () => {
    const [one, two] = [await bench.started({ batchSize: 1 }), await bench.started({ batchSize: 2 })];
    for (const event of FACTS) bench.ledger.append(event);
    await Promise.all([one.waitFor(9, 5000), two.waitFor(9, 5000)]);
    expect([await bench.rows('contacts'), await bench.rows('last-contact')]).toEqual(await viewsAfter(FACTS, 1000));
    expect(await bench.store.live('contacts')).toMatchObject({ checkpoint: { position: 9 } });
  });

  it('reads a part once for all views, and a history only when it is not in memory', async () => {
    const runner = await bench.started();
    bench.ledger.append(contact(AMINA, '2025-01-10'), contact(BORIS, '2025-01-10'));
    await runner.waitFor(2, 5000);
    const { all, histories } = bench.ledger.reads;
    bench.ledger.append(contact(AMINA, '2025-02-01'));
    await runner.waitFor(3, 5000);
    expect(bench.ledger.reads.histories).toBe(histories);
    expect(bench.ledger.reads.all - all).toBeLessThanOrEqual(2);
    expect(await bench.store.rowsOf('last-contact', AMINA)).toMatchObject([{ from: '2025-02-01', doc: { contacts: 2 } }]);
  });

  it('tells after each commit which youths of which view changed', async () => {
    const runner = await bench.started();
    const told: ViewChanged[] = [];
    runner.changes$.subscribe((change) => told.push(change));
    bench.ledger.append(contact(BORIS, '2025-01-10'));
    await runner.waitFor(1, 5000);
    expect(told).toEqual(['contacts', 'last-contact'].map((view) => ({ view, position: 1, trajectoryIds: [BORIS] })));
  });

  it('waits for a position at most the given time and tells how far the views are', async () => {
    const runner = await bench.started();
    bench.ledger.append(contact(BORIS, '2025-01-10'));
    expect(await runner.waitFor(1, 5000)).toBe(1);
    expect(await runner.waitFor(2, 30)).toBe(1);
  });

  it('goes on where the former process stopped', async () => {
    const first = await bench.started({ batchSize: 1 });
    bench.ledger.append(...FACTS.slice(0, 4));
    await first.waitFor(2, 5000);
    await first.stop();
    bench.ledger.append(...FACTS.slice(4));
    const reads = bench.ledger.reads.streams;
    await bench.started();
    expect(bench.ledger.reads.streams).toBe(reads);
    expect([await bench.rows('contacts'), await bench.rows('last-contact')]).toEqual(await viewsAfter(FACTS, 1000));
  });

  it('goes on after a crash between the commits of two views of one part', async () => {
    await (await bench.started()).stop();
    const crashing = storeWith(bench.store, { commit: async (generation, change) => {
      if (generation.view.name === 'last-contact') throw new Error('the power fails');
      return bench.store.commit(generation, change);
    } });
    bench.ledger.append(...FACTS);
    const faults: unknown[] = [];
    const crashed = bench.runner({ store: crashing, onFault: (fault) => faults.push(fault) });
    const starting = crashed.start();
    await until(() => faults.length > 0);
    await crashed.stop();
    await starting;
    expect([(await bench.store.live('contacts'))?.checkpoint.position, (await bench.store.live('last-contact'))?.checkpoint.position]).toEqual([9, 0]);
    await bench.started();
    expect([await bench.rows('contacts'), await bench.rows('last-contact')]).toEqual(await viewsAfter(FACTS, 1000));
  });

  it('tries again after a fault of the store, and tells the kind of fault meanwhile', async () => {
    let failing = false;
    const store = storeWith(bench.store, { commit: async (generation, change) => {
      if (failing) throw new RangeError('disk full');
      return bench.store.commit(generation, change);
    } });
    const runner = await bench.started({ store, mostBackOffMs: 20 });
    failing = true;
    bench.ledger.append(contact(AMINA, '2025-01-10'));
    await until(async () => (await runner.progress()).fault === 'RangeError');
    failing = false;
    expect(await runner.waitFor(1, 5000)).toBe(1);
    expect((await runner.progress()).fault).toBeNull();
  });

  it('tells how far each view is behind the ledger', async () => {
    const runner = await bench.started();
    expect((await runner.progress()).views).toMatchObject([{ view: 'contacts', position: 0, complete: true, lagMs: 0 }, { view: 'last-contact' }]);
    await runner.stop();
    bench.ledger.append(contact(AMINA, '2025-01-10'));
    expect((await runner.progress()).views).toMatchObject([{ complete: false }, { complete: false }]);
  });

  it('refuses two projections with one name', () => {
    expect(() => bench.runner({ projections: [CONTACTS, CONTACTS] })).toThrow(RangeError);
  });
});

describe('a youth whose rows cannot be computed', () => {
  it('keeps the old rows and gets a dead letter without data, while others go on', async () => {
    const runner = await bench.started();
    bench.ledger.append(contact(AMINA, '2025-01-10'), contact(BORIS, '2025-01-10'));
    await runner.waitFor(2, 5000);
    bench.ledger.append(contact(AMINA, '2025-02-01', 'care'), contact(BORIS, '2025-02-01'));
    await runner.waitFor(4, 5000);
    expect(await runner.deadLetters()).toEqual([{ view: 'last-contact', trajectoryId: AMINA, position: 3, reason: 'CareError', type: 'ContactMade' }]);
    expect(await bench.store.rowsOf('last-contact', AMINA)).toMatchObject([{ from: '2025-01-10' }]);
    expect(await bench.store.rowsOf('last-contact', BORIS)).toMatchObject([{ from: '2025-02-01' }]);
    expect(await bench.store.rowsOf('contacts', AMINA)).toHaveLength(2);
  });

  it('is one whose rows have faults as well', async () => {
    const twice = { ...LAST_CONTACT, rowsOf: (...args: Parameters<typeof LAST_CONTACT.rowsOf>) => LAST_CONTACT.rowsOf(...args).flatMap((row) => [row, row]) };
    const runner = await bench.started({ projections: [CONTACTS, twice] });
    bench.ledger.append(contact(BORIS, '2025-01-10'));
    await runner.waitFor(1, 5000);
    expect(await runner.deadLetters()).toMatchObject([{ trajectoryId: BORIS, reason: 'two rows have the same key' }]);
  });

  it('is tried again when a process starts, so that a mended projection catches up by itself', async () => {
    const runner = await bench.started();
    bench.ledger.append(contact(AMINA, '2025-02-01', 'care'));
    await runner.waitFor(1, 5000);
    await runner.stop();
    const mended = { ...CONTACTS, declaration: LAST_CONTACT.declaration, rowsOf: () => [{ key: 'last', from: '2025-02-01', until: null, tags: {}, doc: {} }] };
    const next = await bench.started({ projections: [mended] });
    expect(await next.deadLetters()).toEqual([]);
    expect(await bench.store.rowsOf('last-contact', AMINA)).toHaveLength(1);
  });
});

describe('an erased youth', () => {
  it('has no rows after a refresh, whatever a projection says of nothing, and the others keep theirs', async () => {
    const always = { ...LAST_CONTACT, rowsOf: () => [{ key: 'always', from: '2025-01-01', until: null, tags: {}, doc: {} }] };
    const runner = await bench.started({ projections: [CONTACTS, always] });
    bench.ledger.append(contact(AMINA, '2025-01-10'), contact(BORIS, '2025-01-10'));
    await runner.waitFor(2, 5000);
    bench.ledger.erase(AMINA);
    await runner.refresh([AMINA]);
    expect((await bench.rows('contacts')).map(({ trajectoryId }) => trajectoryId)).toEqual([BORIS]);
    expect((await bench.rows('last-contact')).map(({ trajectoryId }) => trajectoryId)).toEqual([BORIS]);
  });

  it('does not come back from memory with a later event', async () => {
    const runner = await bench.started();
    bench.ledger.append(contact(AMINA, '2025-01-10'), contact(BORIS, '2025-01-10'));
    await runner.waitFor(2, 5000);
    bench.ledger.erase(AMINA);
    await runner.refresh([AMINA]);
    bench.ledger.append(contact(AMINA, '2025-02-01'), contact(BORIS, '2025-02-01'));
    await runner.waitFor(4, 5000);
    expect((await bench.rows('contacts')).map(({ rows }) => rows.map(({ from }) => from))).toEqual([['2025-02-01'], ['2025-01-10', '2025-02-01']]);
  });
});

function storeWith(store: ViewStore, changed: Partial<ViewStore>): ViewStore {
  return new Proxy(store, {
    get: (target, name) => {
      const own: unknown = Reflect.get(changed, name) ?? Reflect.get(target, name);
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!await condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
