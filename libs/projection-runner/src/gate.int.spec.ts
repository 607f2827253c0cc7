import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ViewRow } from '@trajectboek/view-store';
import type { Comparison, Decision } from './comparison.js';
import { AMINA, BORIS, CHANTAL, contact } from './testing/facts.js';
import { LAST_CONTACT } from './testing/projections.js';
import { Workbench } from './testing/workbench.js';

let bench: Workbench;
beforeEach(() => { bench = new Workbench(); });
afterEach(() => bench.close());

/** The same view and version, but it forgets Amina, has another document for Boris and a row more for Chantal. */
const CARELESS = {
  ...LAST_CONTACT,
  rowsOf(...[chronicle]: Parameters<typeof LAST_CONTACT.rowsOf>): readonly ViewRow[] {
    const rows = LAST_CONTACT.rowsOf(chronicle);
    switch (chronicle.known[0]?.trajectoryId) {
      case AMINA: return [];
      case BORIS: return rows.map((row) => ({ ...row, doc: { contacts: -1 } }));
      default: return rows.flatMap((row) => [row, { ...row, key: 'more' }]);
    }
  },
};

function fill(...dates: readonly string[]): void {
  for (const date of dates) for (const youth of [CHANTAL, AMINA, BORIS]) bench.ledger.append(contact(youth, date));
}

/** Decides so, and keeps what it was told. */
function deciding(decision: Decision): { readonly told: Comparison[]; readonly decide: (comparisons: readonly Comparison[]) => Decision } {
  const told: Comparison[] = [];
  return { told, decide: (comparisons) => { told.push(...comparisons); return decision; } };
}

describe('the gate before a switch', () => {
  it('finds no difference where a rebuild gives the rows that feeding gave', async () => {
    fill('2025-01-10');
    const runner = await bench.started();
    fill('2025-02-01');
    await runner.waitFor(6, 5000);
    const { told, decide } = deciding('switch');
    expect(await runner.rebuild('all', { decide })).toEqual({ decision: 'switch', comparisons: told });
    expect(told).toEqual([['contacts', 6], ['last-contact', 3]].map(([view, rows]) =>
      ({ view, position: 6, kind: 'compared', youths: 3, rows, liveRows: rows, differences: 0, first: [] })));
    expect(await bench.store.live('contacts')).toMatchObject({ generation: 2 });
  });

  it('names what is missing, unexpected and different by youth and key, and leaves the live one when it is refused', async () => {
    fill('2025-01-10');
    await (await bench.started()).stop();
    const before = await bench.rows('last-contact');
    const { told, decide } = deciding('discard');
    const { decision } = await bench.runner({ projections: [CARELESS] }).rebuild('last-contact', { decide });
    expect(told).toEqual([{ view: 'last-contact', position: 3, kind: 'compared', youths: 2, rows: 3, liveRows: 3, differences: 3, first: [
      { trajectoryId: AMINA, key: 'last', kind: 'missing' }, { trajectoryId: BORIS, key: 'last', kind: 'different' }, { trajectoryId: CHANTAL, key: 'more', kind: 'unexpected' },
    ] }]);
    expect(decision).toBe('discard');
    expect(await bench.rows('last-contact')).toEqual(before);
    expect([(await bench.store.live('last-contact'))?.generation, await bench.store.former('last-contact')]).toEqual([1, undefined]);
  });

  it('switches in spite of differences when they are accepted', async () => {
    fill('2025-01-10');
    await (await bench.started()).stop();
    await bench.runner({ projections: [CARELESS] }).rebuild('last-contact', deciding('switch'));
    expect((await bench.rows('last-contact')).map(({ rows }) => rows.length)).toEqual([1, 2]);
  });

  it('sets a refused generation aside, which is put in its place later', async () => {
    fill('2025-01-10');
    await (await bench.started()).stop();
    const runner = bench.runner({ projections: [CARELESS] });
    await runner.rebuild('last-contact', deciding('set-aside'));
    expect(await bench.rows('last-contact')).toHaveLength(3);
    await runner.rollBack('last-contact');
    expect(await bench.rows('last-contact')).toHaveLength(2);
  });

  it('has nothing to compare with at a first build, and only numbers where another version is live', async () => {
    fill('2025-01-10');
    const [first, next] = [deciding('switch'), deciding('switch')];
    await bench.runner().rebuild('last-contact', first);
    const newer = { ...CARELESS, declaration: { ...CARELESS.declaration, version: 2 } };
    await bench.runner({ projections: [newer] }).rebuild('last-contact', next);
    expect(first.told).toMatchObject([{ kind: 'first-build', rows: 3, liveRows: 0, differences: 0 }]);
    expect(next.told).toMatchObject([{ kind: 'other-version', rows: 3, liveRows: 3, differences: 0 }]);
  });

  it('compares at one position: what is recorded meanwhile, by a projector elsewhere, is no difference', async () => {
    fill('2025-01-10');
    const live = await bench.started({ batchSize: 1 });
    const rebuilding = bench.runner();
    const { told, decide } = deciding('switch');
    let isRecording = true;
    const recording = (async () => {
      for (let day = 1; isRecording && day <= 27; day += 1) {
        fill(`2025-02-${String(day).padStart(2, '0')}`);
        await live.waitFor(bench.ledger.size, 5000);
      }
    })();
    await rebuilding.rebuild('all', { decide, report: ({ phase }) => { if (phase === 'comparing') fill('2025-03-01'); } });
    isRecording = false;
    await recording;
    expect(told.map(({ differences }) => differences)).toEqual([0, 0]);
    fill('2025-04-01');
    expect(await live.waitFor(bench.ledger.size, 5000)).toBe(bench.ledger.size);
    expect(await live.verifyAgainstRebuild('contacts')).toMatchObject({ differences: [] });
  });
});
