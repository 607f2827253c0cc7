import assert from 'node:assert/strict';
import { InvalidRowsError } from '../errors.js';
import type { ViewRow } from '../port.js';
import { AMINA, at, BORIS, built, keysOf, row, VIEW } from './builders.js';
import type { ContractCase } from './contract-case.js';

const TWO_YOUTHS = [
  { trajectoryId: AMINA, rows: [row('a-1', '2025-01-01', '2025-02-01'), row('a-2', '2025-02-01')] },
  { trajectoryId: BORIS, rows: [row('b-1', '2025-01-01')] },
];

export const COMMIT_CASES: readonly ContractCase[] = [
  {
    title: 'the rows of a youth are replaced: what is not given is gone, other youths keep theirs',
    async run(storage) {
      const store = await storage.open();
      const generation = await built(store, TWO_YOUTHS);
      const rows = [row('a-3', '2025-03-01'), row('a-2', '2025-02-01', '2025-03-01')];
      assert.equal(await store.commit(generation, { expected: 1, to: at(2), youths: [{ trajectoryId: AMINA, rows }] }), 'committed');
      assert.deepEqual(await store.rowsOf(VIEW.name, AMINA), rows.toReversed().map(withNoTags));
      assert.deepEqual(keysOf(await store.rowsOf(VIEW.name, BORIS)), ['b-1']);
    },
  },
  {
    title: 'a row comes back as it was given, with every declared tag',
    async run(storage) {
      const store = await storage.open();
      const given = { ...row('a', '2025-01-01', '2025-06-30'), tags: { status: 'werk & zorg' }, doc: { list: [1, null, { deep: 'é"\'' }], yes: true, none: null } };
      await built(store, [{ trajectoryId: AMINA, rows: [given] }]);
      const stored = { ...given, tags: { municipality: null, status: 'werk & zorg' } };
      assert.deepEqual(await store.rowsOf(VIEW.name, AMINA), [stored]);
      const { rows } = await store.find(VIEW.name, { asOf: '2025-03-01', limit: 5 });
      assert.deepEqual(rows, [{ ...stored, trajectoryId: AMINA }]);
    },
  },
  {
    title: 'what the rows of a youth share comes back with each of them, and goes with them',
    async run(storage) {
      const store = await storage.open();
      const generation = await built(store, [{ trajectoryId: AMINA, rows: [row('a-1', '2025-01-01'), row('a-2', '2025-02-01')], shared: 'first' }, { trajectoryId: BORIS, rows: [row('b-1', '2025-01-01')] }]);
      const sharedBy = async (): Promise<readonly unknown[]> => [
        (await store.rowsOf(VIEW.name, AMINA)).map(({ shared }) => shared),
        (await store.youths(VIEW.name, undefined, 5)).map(({ shared }) => shared),
        (await store.find(VIEW.name, { asOf: '2025-03-01', limit: 5 })).rows.map(({ key, shared }) => [key, shared]),
        (await store.ofYouths(VIEW.name, [BORIS, AMINA], { asOf: '2025-01-15' })).map(({ key, shared }) => [key, shared]).toSorted(),
      ];
      assert.deepEqual(await sharedBy(), [['first', 'first'], ['first', undefined], [['a-2', 'first'], ['a-1', 'first'], ['b-1', undefined]], [['a-1', 'first'], ['b-1', undefined]]]);
      await store.commit(generation, { expected: 1, to: at(2), youths: [{ trajectoryId: AMINA, rows: [row('a-1', '2025-01-01'), row('a-2', '2025-02-01')], shared: 'second' }] });
      assert.deepEqual((await sharedBy())[0], ['second', 'second']);
      await store.commit(generation, { expected: 2, to: at(3), youths: [{ trajectoryId: AMINA, rows: [row('a-1', '2025-01-01')] }, { trajectoryId: BORIS, rows: [], shared: 'of nothing' }] });
      assert.deepEqual(await sharedBy(), [[undefined], [undefined], [['a-1', undefined]], [['a-1', undefined]]]);
    },
  },
  {
    title: 'a change of only the document, only a tag, only the period or only the day since when is kept',
    async run(storage) {
      const store = await storage.open();
      const first: ViewRow = { ...row('a', '2025-01-01'), tags: { municipality: 'GM0363', status: 'work' }, doc: { n: 1 } };
      const generation = await built(store, [{ trajectoryId: AMINA, rows: [first] }]);
      const later: readonly ViewRow[] = [{ ...first, doc: { n: 2 } }, { ...first, tags: { municipality: null, status: 'care' } }, { ...first, until: '2025-02-01' }, { ...first, from: '2025-01-02' }, { ...first, since: '2024-01-01' }];
      for (const [index, changed] of later.entries()) {
        await store.commit(generation, { expected: index + 1, to: at(index + 2), youths: [{ trajectoryId: AMINA, rows: [changed] }] });
        assert.deepEqual(await store.rowsOf(VIEW.name, AMINA), [changed]);
      }
    },
  },
  {
    title: 'a commit from another position than the stored one is stale and changes nothing',
    async run(storage) {
      const store = await storage.open();
      const generation = await built(store, TWO_YOUTHS);
      for (const expected of [0, 2]) {
        const change = { expected, to: at(9), youths: [{ trajectoryId: AMINA, rows: [] }], failed: [{ trajectoryId: BORIS, position: 9, reason: 'RangeError' }] };
        assert.equal(await store.commit(generation, change), 'stale');
      }
      assert.deepEqual(keysOf(await store.rowsOf(VIEW.name, AMINA)), ['a-1', 'a-2']);
      assert.deepEqual(await store.deadLetters(VIEW.name), []);
      assert.deepEqual(await store.checkpointOf(generation), at(1));
    },
  },
  {
    title: 'of two projectors at the same position one commits',
    async run(storage) {
      const [one, two] = [await storage.open(), await storage.open()];
      const generation = await built(one, []);
      const commit = (key: string) => ({ expected: 1, to: at(2), youths: [{ trajectoryId: AMINA, rows: [row(key, '2025-01-01')] }] });
      const outcomes = await Promise.all([one.commit(generation, commit('one')), two.commit(generation, commit('two'))]);
      assert.deepEqual(outcomes.toSorted(), ['committed', 'stale']);
      assert.deepEqual(keysOf(await two.rowsOf(VIEW.name, AMINA)), [outcomes[0] === 'committed' ? 'one' : 'two']);
    },
  },
  {
    title: 'rows with faults are refused together with the good ones, and nothing changes',
    async run(storage) {
      const store = await storage.open();
      const generation = await built(store, TWO_YOUTHS);
      const good = row('good', '2025-01-01');
      const faulty = [[good, good], [row('', '2025-01-01')], [row('x', '2025-02-30')], [row('x', '2025-01-01', 'soon')], [{ ...good, since: '2025-01-02' }], [{ ...good, tags: { status: '' } }], [{ ...good, tags: { colour: 'red' } }]];
      for (const rows of faulty) {
        const youths = [{ trajectoryId: BORIS, rows: [good] }, { trajectoryId: AMINA, rows }];
        await assert.rejects(store.commit(generation, { expected: 1, to: at(2), youths }), InvalidRowsError);
      }
      assert.deepEqual(keysOf(await store.rowsOf(VIEW.name, BORIS)), ['b-1']);
      assert.deepEqual(await store.checkpointOf(generation), at(1));
    },
  },
  {
    title: 'rows can be computed anew at the same position, but the checkpoint never moves back',
    async run(storage) {
      const store = await storage.open();
      const generation = await built(store, TWO_YOUTHS);
      const youths = [{ trajectoryId: AMINA, rows: [] }];
      assert.equal(await store.commit(generation, { expected: 1, to: at(1), youths }), 'committed');
      assert.deepEqual(await store.rowsOf(VIEW.name, AMINA), []);
      await assert.rejects(store.commit(generation, { expected: 1, to: at(0), youths: [] }), RangeError);
      assert.deepEqual(await store.checkpointOf(generation), at(1));
    },
  },
  {
    title: 'a failed youth keeps its rows, and its dead letter until its rows are committed',
    async run(storage) {
      const store = await storage.open();
      const generation = await built(store, TWO_YOUTHS);
      const failed = [{ trajectoryId: BORIS, position: 2, reason: 'TypeError' }, { trajectoryId: AMINA, position: 2, reason: 'RangeError' }];
      await store.commit(generation, { expected: 1, to: at(2), youths: [], failed });
      await store.commit(generation, { expected: 2, to: at(3), youths: [{ trajectoryId: AMINA, rows: [] }] });
      assert.deepEqual(await store.deadLetters(VIEW.name), [{ view: VIEW.name, trajectoryId: BORIS, position: 2, reason: 'TypeError' }]);
      assert.deepEqual(keysOf(await store.rowsOf(VIEW.name, BORIS)), ['b-1']);
    },
  },
  {
    title: 'dead letters belong to a generation and are in order of trajectory',
    async run(storage) {
      const store = await storage.open();
      const former = await built(store, []);
      await store.commit(former, { expected: 1, to: at(2), youths: [], failed: [{ trajectoryId: BORIS, position: 2, reason: 'B' }, { trajectoryId: AMINA, position: 2, reason: 'A' }] });
      assert.deepEqual((await store.deadLetters(VIEW.name)).map(({ reason }) => reason), ['A', 'B']);
      await built(store, []);
      assert.deepEqual(await store.deadLetters(VIEW.name), []);
    },
  },
  {
    title: 'rows that are carried over for a failed youth do not take its dead letter away',
    async run(storage) {
      const store = await storage.open();
      const generation = await store.begin(VIEW);
      const failed = [{ trajectoryId: AMINA, position: 5, reason: 'RangeError' }];
      await store.commit(generation, { expected: 0, to: at(5), youths: TWO_YOUTHS, failed });
      await store.switchTo(generation);
      assert.deepEqual(await store.deadLetters(VIEW.name), [{ view: VIEW.name, ...failed[0] }]);
      assert.deepEqual(keysOf(await store.rowsOf(VIEW.name, AMINA)), ['a-1', 'a-2']);
    },
  },
  {
    title: 'youths are given in order of id, page by page, with their rows',
    async run(storage) {
      const store = await storage.open();
      await built(store, TWO_YOUTHS.toReversed());
      const [first, ...more] = await store.youths(VIEW.name, undefined, 1);
      assert.deepEqual(first, { trajectoryId: AMINA, rows: TWO_YOUTHS[0]?.rows.map(withNoTags) });
      assert.deepEqual(more, []);
      assert.deepEqual((await store.youths(VIEW.name, AMINA, 10)).map(({ trajectoryId }) => trajectoryId), [BORIS]);
      assert.deepEqual(await store.youths(VIEW.name, BORIS, 10), []);
    },
  },
];

function withNoTags(given: ViewRow): ViewRow {
  return { ...given, tags: { municipality: null, status: null } };
}
