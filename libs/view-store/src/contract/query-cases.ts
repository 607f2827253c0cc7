import assert from 'node:assert/strict';
import { plus } from '@trajectboek/events';
import { InvalidCursorError, UnknownTagError } from '../errors.js';
import type { RowQuery, ViewStore } from '../port.js';
import { allPages, AMINA, at, BORIS, built, keysOf, keysOn, row, tagged, VIEW } from './builders.js';
import type { ContractCase } from './contract-case.js';

const TAGGED = [
  { trajectoryId: AMINA, rows: [tagged('a-1', { municipality: 'GM0363', status: 'work' }), tagged('a-2', { municipality: 'GM0363', status: 'care' }), tagged('a-3', {})] },
  { trajectoryId: BORIS, rows: [tagged('b-1', { municipality: 'GM0599', status: 'work' }), tagged('b-2', { municipality: 'GM0363', status: 'work' }), { ...tagged('b-3', { status: 'work' }), until: '2025-02-01' }] },
];

async function keysWith(store: ViewStore, tags: NonNullable<RowQuery['tags']>): Promise<readonly string[]> {
  return keysOf((await store.find(VIEW.name, { asOf: '2025-03-01', tags, limit: 100 })).rows);
}

export const QUERY_CASES: readonly ContractCase[] = [
  {
    title: 'a row holds from its first day up to, not including, its last; one without days never holds',
    async run(storage) {
      const store = await storage.open();
      await built(store, [{ trajectoryId: AMINA, rows: [row('closed', '2025-01-10', '2025-01-20'), row('open', '2025-01-15'), row('no-days', '2025-01-15', '2025-01-15')] }]);
      assert.deepEqual(await keysOn(store, '2025-01-09'), []);
      assert.deepEqual(await keysOn(store, '2025-01-10'), ['closed']);
      assert.deepEqual(await keysOn(store, '2025-01-19'), ['closed', 'open']);
      assert.deepEqual(await keysOn(store, '2025-01-20'), ['open']);
      assert.deepEqual(await keysOn(store, '2199-01-01'), ['open']);
    },
  },
  {
    title: 'a period of any length is found on its first and last day and on no day around it',
    async run(storage) {
      const store = await storage.open();
      const lengths = [1, 3, 4, 5, 15, 16, 17, 63, 64, 65, 255, 256, 257, 1023, 1024, 1025, 4095, 4096, 4097, 30_000, 65_537];
      const periods = lengths.map((days) => row(`${days}`, '1990-05-01', plus('1990-05-01', `P${days}D`)));
      await built(store, [{ trajectoryId: AMINA, rows: periods }]);
      for (const days of lengths) {
        const longer = keysOf(periods.filter(({ key }) => Number(key) > days)).toSorted();
        const until = plus('1990-05-01', `P${days}D`);
        assert.deepEqual(await keysOn(store, plus('1990-05-01', `P${days - 1}D`)), [...longer, `${days}`].toSorted());
        assert.deepEqual(await keysOn(store, until), longer);
      }
      assert.deepEqual(await keysOn(store, '1990-04-30'), []);
    },
  },
  {
    title: 'rows come newest first, then in order of trajectory and key',
    async run(storage) {
      const store = await storage.open();
      const rows = [row('x', '2025-01-01'), row('y', '2025-01-03'), row('w', '2025-01-01')];
      await built(store, [{ trajectoryId: BORIS, rows }, { trajectoryId: AMINA, rows: [...rows, row('z', '2025-01-02', '2026-01-01')] }]);
      const { rows: found, next } = await store.find(VIEW.name, { asOf: '2025-06-01', limit: 7 });
      assert.deepEqual(found.map(({ key, trajectoryId }) => `${key}${trajectoryId.at(-1)}`), ['ya', 'yb', 'za', 'wa', 'xa', 'wb', 'xb']);
      assert.equal(next, null);
    },
  },
  {
    title: 'pages of any size together have every row once, also when very many began on one day',
    async run(storage) {
      const store = await storage.open();
      const sameDay = Array.from({ length: 12 }, (_, n) => row(`same-${n}`, '2024-08-01', n % 3 === 0 ? '2025-08-01' : null));
      const others = Array.from({ length: 8 }, (_, n) => row(`other-${n}`, plus('2024-07-30', `P${n}D`), n % 2 ? null : plus('2025-02-01', `P${n}D`)));
      await built(store, [AMINA, BORIS].map((trajectoryId) => ({ trajectoryId, rows: [...sameDay, ...others] })));
      const whole = await allPages(store, { asOf: '2025-01-01', limit: 100 });
      assert.equal(whole.length, 40);
      for (const limit of [1, 3, 7, 39, 40]) assert.deepEqual(await allPages(store, { asOf: '2025-01-01', limit }), whole);
    },
  },
  {
    title: 'rows that come and go between pages neither hide nor repeat another row',
    async run(storage) {
      const store = await storage.open();
      const rows = Array.from({ length: 10 }, (_, n) => row(`stay-${n}`, plus('2024-01-01', `P${n}D`)));
      const generation = await built(store, [{ trajectoryId: AMINA, rows }, { trajectoryId: BORIS, rows: [row('goes', '2024-12-01')] }]);
      const meanwhile = (page: number) => store.commit(generation, { expected: page, to: at(page + 1), youths: [{ trajectoryId: BORIS, rows: [row(`new-${page}`, '2024-12-31')] }] });
      const found = await allPages(store, { asOf: '2025-01-01', limit: 2, meanwhile });
      assert.deepEqual(keysOf(found), ['goes', ...keysOf(rows).toReversed()]);
    },
  },
  {
    title: 'tags select rows: one value, one of several, all tags together, none',
    async run(storage) {
      const store = await storage.open();
      await built(store, TAGGED);
      assert.deepEqual(await keysWith(store, { status: 'work' }), ['a-1', 'b-1', 'b-2']);
      assert.deepEqual(await keysWith(store, { status: ['care', 'work', 'care'] }), ['a-1', 'a-2', 'b-1', 'b-2']);
      assert.deepEqual(await keysWith(store, { status: ['work', 'none'], municipality: ['GM0363', 'GM9999'] }), ['a-1', 'b-2']);
      assert.deepEqual(await keysWith(store, { municipality: [] }), []);
      assert.deepEqual(await keysWith(store, {}), ['a-1', 'a-2', 'a-3', 'b-1', 'b-2']);
    },
  },
  {
    title: 'a tag that is not declared and a cursor that no view gave are refused',
    async run(storage) {
      const store = await storage.open();
      await built(store, TAGGED);
      const query = { asOf: '2025-03-01', limit: 5 };
      await assert.rejects(store.find(VIEW.name, { ...query, tags: { colour: 'red' } }), UnknownTagError);
      await assert.rejects(store.count(VIEW.name, { asOf: '2025-03-01', by: ['colour'] }), UnknownTagError);
      for (const cursor of ['', 'nonsense', 'WyJhIl0']) await assert.rejects(store.find(VIEW.name, { ...query, cursor }), InvalidCursorError);
      await assert.rejects(store.find(VIEW.name, { ...query, limit: 0 }), RangeError);
    },
  },
  {
    title: 'counts are of rows that hold, per combination of tags that occurs',
    async run(storage) {
      const store = await storage.open();
      await built(store, TAGGED);
      const counts = await store.count(VIEW.name, { asOf: '2025-03-01', by: ['status', 'municipality'] });
      const lines = counts.map(({ values, count }) => `${values['status']} ${values['municipality']} ${count}`);
      assert.deepEqual(lines.toSorted(), ['care GM0363 1', 'null null 1', 'work GM0363 2', 'work GM0599 1']);
    },
  },
  {
    title: 'counts respect tags, can be one total, and leave out what does not occur',
    async run(storage) {
      const store = await storage.open();
      await built(store, TAGGED);
      const counted = (tags: NonNullable<RowQuery['tags']>, by: readonly string[]) => store.count(VIEW.name, { asOf: '2025-01-15', tags, by });
      assert.deepEqual(await counted({ municipality: 'GM0363' }, ['status']).then((counts) => counts.map(({ count }) => count).toSorted()), [1, 2]);
      assert.deepEqual(await counted({ status: 'work' }, []), [{ values: {}, count: 4 }]);
      assert.deepEqual(await counted({ status: 'benefit' }, []), []);
    },
  },
];
