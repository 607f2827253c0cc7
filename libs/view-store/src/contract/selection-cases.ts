import assert from 'node:assert/strict';
import { UnknownTagError, ViewNotBuiltError } from '../errors.js';
import type { CountQuery, FoundRow, ViewRow, ViewStore } from '../port.js';
import { allPages, AMINA, at, BORIS, built, keysOf, row, SELECTED, tagged, VIEW } from './builders.js';
import type { ContractCase } from './contract-case.js';

const WORK = { status: 'work', municipality: 'GM0363' };

function span(key: string, period: readonly [from: string, until: string | null], tags: ViewRow['tags'] = WORK): ViewRow {
  return { ...row(key, ...period), tags };
}

async function counted(store: ViewStore, query: CountQuery): Promise<readonly string[]> {
  const counts = await store.count(VIEW.name, query);
  return counts.map(({ values, count }) => [...query.by.map((tag) => values[tag]), count].join(' ')).toSorted();
}

export const SELECTION_CASES: readonly ContractCase[] = [
  {
    title: 'a list is in order of since, whatever the periods of its rows',
    async run(storage) {
      const store = await storage.open();
      const rows = [{ ...row('old', '2025-02-01'), since: '2020-01-01' }, { ...row('new', '2025-01-01', '2025-09-01'), since: '2024-12-01' }, row('newest', '2025-01-15', '2026-01-01')];
      await built(store, [{ trajectoryId: BORIS, rows }, { trajectoryId: AMINA, rows: [{ ...row('middle', '2025-01-20'), since: '2022-01-01' }] }]);
      for (const limit of [1, 2, 4]) assert.deepEqual(keysOf(await allPages(store, { asOf: '2025-03-01', limit })), ['newest', 'new', 'middle', 'old']);
      assert.deepEqual(keysOf(await allPages(store, { asOf: '2025-01-31', limit: 3 })), ['newest', 'new', 'middle']);
    },
  },
  {
    title: 'a list by tags together and by one of them is the same, page by page, as the rows that have them',
    async run(storage) {
      const store = await storage.open();
      const rows = Array.from({ length: 12 }, (_, n) => span(`r-${String(n).padStart(2, '0')}`, ['2024-08-01', n % 4 === 0 ? '2025-01-01' : null], n % 3 === 0 ? { status: 'care' } : WORK));
      await built(store, [{ trajectoryId: AMINA, rows }], SELECTED);
      const expected = keysOf(rows.filter(({ until, tags }) => until === null && tags['status'] === 'work'));
      for (const tags of [{ status: 'work' }, { ...WORK }, { municipality: ['GM0363', 'GM0599'] }]) {
        for (const limit of [1, 2, 5, 20]) assert.deepEqual(keysOf(await allPages(store, { asOf: '2025-03-01', limit, tags })), expected);
      }
    },
  },
  {
    title: 'counts follow the dates on which rows begin and end, on every day of the months around',
    async run(storage) {
      const store = await storage.open();
      await built(store, [{ trajectoryId: AMINA, rows: [span('a', ['2024-12-31', '2025-03-01']), span('b', ['2025-01-31', null]), span('never', ['2025-02-01', '2025-02-01'])] }], SELECTED);
      const days = ['2024-12-30', '2024-12-31', '2025-01-01', '2025-01-30', '2025-01-31', '2025-02-28', '2025-03-01', '2199-01-01'];
      const totals = [];
      for (const asOf of days) totals.push((await counted(store, { asOf, by: ['status'] }))[0] ?? 'none');
      assert.deepEqual(totals, ['none', 'work 1', 'work 1', 'work 1', 'work 2', 'work 2', 'work 1', 'work 1']);
    },
  },
  {
    title: 'counts stay right when rows change, move, go and come back',
    async run(storage) {
      const store = await storage.open();
      const generation = await built(store, [{ trajectoryId: AMINA, rows: [span('a', ['2025-01-01', null])] }, { trajectoryId: BORIS, rows: [span('b', ['2025-01-01', null], { status: 'care' })] }], SELECTED);
      const asked: CountQuery = { asOf: '2025-03-01', by: ['status', 'municipality'] };
      const changes: readonly (readonly [readonly ViewRow[], readonly string[]])[] = [
        [[span('a', ['2025-01-01', null], { ...WORK, status: 'benefit' })], ['benefit GM0363 1', 'care  1']],
        [[span('a', ['2025-01-01', '2025-02-01']), span('c', ['2025-02-01', null], { status: 'care' })], ['care  2']],
        [[], ['care  1']],
        [[span('a', ['2025-01-01', null])], ['care  1', 'work GM0363 1']],
        [[{ ...span('a', ['2025-01-01', null]), doc: { only: 'the document' } }], ['care  1', 'work GM0363 1']],
      ];
      for (const [index, [rows, expected]] of changes.entries()) {
        await store.commit(generation, { expected: index + 1, to: at(index + 2), youths: [{ trajectoryId: AMINA, rows }] });
        assert.deepEqual(await counted(store, asked), expected);
      }
      assert.equal(await store.commit(generation, { expected: 0, to: at(9), youths: [{ trajectoryId: AMINA, rows: [] }] }), 'stale');
      assert.deepEqual(await counted(store, asked), ['care  1', 'work GM0363 1']);
    },
  },
  {
    title: 'counts of what was filled before and after a build was prepared belong together',
    async run(storage) {
      const store = await storage.open();
      const next = await store.begin(SELECTED);
      await store.commit(next, { expected: 0, to: at(1), youths: [{ trajectoryId: AMINA, rows: [span('a', ['2025-01-01', null])] }] });
      await store.prepare(next);
      await store.commit(next, { expected: 1, to: at(2), youths: [{ trajectoryId: BORIS, rows: [span('b', ['2025-01-01', null])] }, { trajectoryId: AMINA, rows: [span('a', ['2025-01-01', '2025-02-01'])] }] });
      await store.switchTo(next);
      assert.deepEqual(await counted(store, { asOf: '2025-01-15', by: ['municipality'], tags: { status: 'work' } }), ['GM0363 2']);
      assert.deepEqual(await counted(store, { asOf: '2025-03-01', by: ['municipality'], tags: { status: ['work', 'care'] } }), ['GM0363 1']);
      assert.deepEqual(await counted(store, { asOf: '2025-03-01', by: [], tags: { municipality: [] } }), []);
    },
  },
  {
    title: 'the rows of some youths are those that hold, have the tags and are theirs',
    async run(storage) {
      const store = await storage.open();
      await assert.rejects(store.ofYouths(VIEW.name, [AMINA], { asOf: '2025-03-01' }), ViewNotBuiltError);
      const rows = [tagged('work', WORK), tagged('care', { status: 'care' }), span('ended', ['2025-01-01', '2025-02-01'])];
      await built(store, [{ trajectoryId: AMINA, rows }, { trajectoryId: BORIS, rows }]);
      const of = async (...asked: Parameters<ViewStore['ofYouths']> extends [string, ...infer Rest] ? Rest : never): Promise<readonly string[]> =>
        (await store.ofYouths(VIEW.name, ...asked)).map(({ key, trajectoryId, since }) => `${key} ${trajectoryId.at(-1)} ${since}`).toSorted();
      assert.deepEqual(await of([AMINA], { asOf: '2025-03-01' }), ['care a 2025-01-01', 'work a 2025-01-01']);
      assert.deepEqual(await of([BORIS, AMINA], { asOf: '2025-01-15', tags: { status: ['work'] } }), ['ended a 2025-01-01', 'ended b 2025-01-01', 'work a 2025-01-01', 'work b 2025-01-01']);
      assert.deepEqual(await of([], { asOf: '2025-03-01' }), []);
      await assert.rejects(store.ofYouths(VIEW.name, [AMINA], { asOf: '2025-03-01', tags: { colour: 'red' } }), UnknownTagError);
    },
  },
  {
    title: 'rows of which only the tags are asked are the same rows, in the same order',
    async run(storage) {
      const store = await storage.open();
      const rows = [tagged('work', WORK), tagged('care', { status: 'care' }), span('ended', ['2025-01-01', '2025-02-01'])];
      await built(store, [{ trajectoryId: AMINA, rows }, { trajectoryId: BORIS, rows }]);
      const query = { asOf: '2025-03-01', tags: { status: ['work', 'care'] }, limit: 3 };
      const told = (found: readonly FoundRow[]): readonly string[] => found.map(({ trajectoryId, since, tags }) => JSON.stringify([trajectoryId, since, tags]));
      const [all, bare] = [await store.find(VIEW.name, query), await store.find(VIEW.name, { ...query, tagsOnly: true })];
      assert.deepEqual([told(bare.rows), bare.next], [told(all.rows), all.next]);
      assert.equal(all.rows.length, 3);
      const ofBoris = async (tagsOnly: boolean): Promise<readonly string[]> => told(await store.ofYouths(VIEW.name, [BORIS], { ...query, tagsOnly })).toSorted();
      assert.deepEqual(await ofBoris(true), await ofBoris(false));
    },
  },
];
