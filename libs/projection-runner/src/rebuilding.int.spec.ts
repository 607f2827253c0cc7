import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { YouthRows } from '@trajectboek/view-store';
import { BuildAbandonedError } from './build-errors.js';
import type { BuildProgress } from './build.js';
import { AMINA, BORIS, CHANTAL, contact } from './testing/facts.js';
import { CONTACTS, LAST_CONTACT } from './testing/projections.js';
import { Workbench } from './testing/workbench.js';

let bench: Workbench;
beforeEach(() => { bench = new Workbench(); });
afterEach(() => bench.close());

const NEWER = { ...CONTACTS, declaration: { ...CONTACTS.declaration, version: 2 } };
const bothViews = (): Promise<readonly (readonly YouthRows[])[]> => Promise.all([bench.rows('contacts'), bench.rows('last-contact')]);

function fill(days: number): void {
  for (let day = 1; day <= days; day += 1) {
    for (const youth of [CHANTAL, AMINA, BORIS]) bench.ledger.append(contact(youth, `2025-01-${String(day).padStart(2, '0')}`));
  }
}

describe('rebuilding views', () => {
  it('gives the rows that feeding gave', async () => {
    const runner = await bench.started();
    fill(5);
    await runner.waitFor(15, 5000);
    const live = await bothViews();
    await runner.rebuild('all');
    expect(await bothViews()).toEqual(live);
    expect(await bench.store.live('contacts')).toMatchObject({ generation: 2, checkpoint: { position: 15 } });
  });

  it('builds a view that does not exist before it is ready, and goes on from there', async () => {
    fill(3);
    const runner = await bench.started();
    expect(await runner.waitFor(9, 0)).toBe(9);
    const built = await bothViews();
    expect(built[0]?.map(({ trajectoryId }) => trajectoryId)).toEqual([AMINA, BORIS, CHANTAL]);
    bench.ledger.append(contact(BORIS, '2025-03-01'));
    await runner.waitFor(10, 5000);
    expect(await bench.store.rowsOf('last-contact', BORIS)).toMatchObject([{ from: '2025-03-01', doc: { contacts: 4 } }]);
  });

  it('builds a view anew whose version or tags are others, and only that view', async () => {
    fill(2);
    await (await bench.started()).stop();
    await (await bench.started({ projections: [NEWER, LAST_CONTACT] })).stop();
    expect(await bench.store.live('contacts')).toMatchObject({ version: 2, generation: 2 });
    expect(await bench.store.live('last-contact')).toMatchObject({ generation: 1 });
    const tagged = { ...LAST_CONTACT, declaration: { ...LAST_CONTACT.declaration, tags: ['status'] } };
    await bench.started({ projections: [NEWER, tagged] });
    expect(await bench.store.live('last-contact')).toMatchObject({ generation: 2, tags: ['status'] });
  });

  it('reads the ledger once for all views and tells how far it is', async () => {
    fill(4);
    const told: BuildProgress[] = [];
    await bench.runner({ buildBatchSize: 4 }).start((progress) => told.push(progress));
    expect(bench.ledger.reads.streams).toBe(4);
    expect(told[0]).toMatchObject({ views: ['contacts', 'last-contact'], phase: 'reading', events: 0, totalEvents: 12 });
    expect(told.at(-1)).toMatchObject({ phase: 'done', youths: 3, events: 12, rows: 15 });
    expect(told.map(({ events }) => events)).toEqual(told.map(({ events }) => events).toSorted((a, b) => a - b));
  });

  it('never shows an empty or partial view to readers, and feeds the live one meanwhile', async () => {
    const runner = await bench.started({ buildBatchSize: 1 });
    fill(9);
    await runner.waitFor(27, 5000);
    const counts: number[] = [];
    const reading = setInterval(() => void bench.store.count('last-contact', { asOf: '2026-01-01', by: [] }).then(([found]) => counts.push(found?.count ?? 0)), 1);
    const fed: number[] = [];
    const streams = bench.ledger.streams.bind(bench.ledger);
    bench.ledger.streams = async (...args) => {
      if (args[0] === AMINA) bench.ledger.append(contact(AMINA, '2025-05-05'));
      fed.push(await runner.waitFor(args[0] === undefined ? 27 : 28, 5000));
      return streams(...args);
    };
    await runner.rebuild('all');
    clearInterval(reading);
    expect(fed).toEqual([27, 28, 28, 28]);
    expect(counts.length).toBeGreaterThan(0);
    expect(counts.every((count) => count === 3)).toBe(true);
    expect(await bench.store.rowsOf('last-contact', AMINA)).toMatchObject([{ from: '2025-05-05' }]);
  });

  it('takes in what was recorded while it read, before readers get it', async () => {
    fill(2);
    const runner = bench.runner({ buildBatchSize: 1, projections: [CONTACTS] });
    await runner.start(({ phase, youths }) => {
      if (phase === 'reading' && youths === 3) bench.ledger.append(contact(AMINA, '2025-05-05'), contact(BORIS, '2025-05-06'));
    });
    expect(await bench.store.live('contacts')).toMatchObject({ checkpoint: { position: 8 } });
    expect(await bench.store.rowsOf('contacts', AMINA)).toHaveLength(3);
  });

  it('begins anew after a crash in the middle of a build', async () => {
    fill(3);
    const crashed = bench.runner({ buildBatchSize: 1 });
    const starting = crashed.start(({ youths }) => { if (youths === 2) void crashed.stop(); });
    await starting;
    expect(await bench.store.live('contacts')).toBeUndefined();
    await bench.started();
    expect((await bench.rows('contacts')).map(({ rows }) => rows.length)).toEqual([3, 3, 3]);
    expect(await bench.store.live('contacts')).toMatchObject({ generation: 2 });
  });

  it('gives up when another process builds the same view, and leaves the live one as it is', async () => {
    const runner = await bench.started({ buildBatchSize: 1 });
    fill(3);
    await runner.waitFor(9, 5000);
    const before = await bothViews();
    const rebuild = runner.rebuild('contacts', { report: ({ youths }) => { if (youths === 1) void bench.store.begin(CONTACTS.declaration); } });
    await expect(rebuild).rejects.toThrow(BuildAbandonedError);
    expect(await bothViews()).toEqual(before);
    expect((await runner.progress()).building).toBeNull();
  });

  it('waits at its start for a view that another process builds', async () => {
    fill(3);
    const [one, two] = [bench.runner({ buildBatchSize: 1 }), bench.runner({ buildBatchSize: 1 })];
    await Promise.all([one.start(), two.start()]);
    expect((await bench.rows('contacts')).map(({ rows }) => rows.length)).toEqual([3, 3, 3]);
    bench.ledger.append(contact(BORIS, '2025-03-01'));
    expect(await Promise.all([one.waitFor(10, 5000), two.waitFor(10, 5000)])).toEqual([10, 10]);
  });

  it('carries over the old rows of a youth whose rows cannot be computed any more', async () => {
    const runner = await bench.started();
    bench.ledger.append(contact(AMINA, '2025-01-10'), contact(BORIS, '2025-01-10'));
    await runner.waitFor(2, 5000);
    bench.ledger.append(contact(AMINA, '2025-02-01', 'care'));
    await runner.waitFor(3, 5000);
    await runner.rebuild('last-contact');
    expect(await bench.store.rowsOf('last-contact', AMINA)).toMatchObject([{ from: '2025-01-10' }]);
    expect(await runner.deadLetters()).toMatchObject([{ trajectoryId: AMINA, position: 3 }]);
  });

  it('does not bring back a youth who is erased while it reads', async () => {
    const runner = await bench.started({ buildBatchSize: 1 });
    fill(2);
    await runner.waitFor(6, 5000);
    let erasing: Promise<void> | undefined;
    await runner.rebuild('all', { report: ({ youths }) => {
      if (youths !== 2 || erasing) return;
      bench.ledger.erase(AMINA);
      erasing = runner.refresh([AMINA]);
    } });
    await erasing;
    expect((await bench.rows('contacts')).map(({ trajectoryId }) => trajectoryId)).toEqual([BORIS, CHANTAL]);
    expect((await bench.rows('last-contact')).map(({ trajectoryId }) => trajectoryId)).toEqual([BORIS, CHANTAL]);
  });

  it('refuses a name that no projection has', async () => {
    const runner = await bench.started();
    await expect(runner.rebuild('nothing')).rejects.toThrow(RangeError);
  });
});
