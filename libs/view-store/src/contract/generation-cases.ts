import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { GenerationGoneError, ViewNotBuiltError } from '../errors.js';
import { AMINA, at, BORIS, built, keysOf, keysOn, row, VIEW } from './builders.js';
import type { ContractCase } from './contract-case.js';

const OTHER = { ...VIEW, name: 'test-handovers' };

export const GENERATION_CASES: readonly ContractCase[] = [
  {
    title: 'a view that was never built is not live and gives no answer that could be taken for an empty one',
    async run(storage) {
      const store = await storage.open();
      await store.begin(VIEW);
      assert.equal(await store.live(VIEW.name), undefined);
      await assert.rejects(store.rowsOf(VIEW.name, AMINA), ViewNotBuiltError);
      await assert.rejects(store.find(VIEW.name, { asOf: '2025-01-01', limit: 1 }), ViewNotBuiltError);
      await assert.rejects(store.count(VIEW.name, { asOf: '2025-01-01', by: [] }), ViewNotBuiltError);
      await assert.rejects(store.youths(VIEW.name, undefined, 1), ViewNotBuiltError);
    },
  },
  {
    title: 'a live view tells its version, its tags and how far it is',
    async run(storage) {
      const store = await storage.open();
      const { generation } = await built(store, []);
      assert.deepEqual(await store.live(VIEW.name), { generation, version: 3, tags: VIEW.tags, checkpoint: at(1), parts: [{ checkpoint: at(1), projector: null }] });
    },
  },
  {
    title: 'a new generation starts at position 0 without a moment',
    async run(storage) {
      const store = await storage.open();
      await built(store, []);
      const next = await store.begin(VIEW);
      assert.deepEqual(await store.checkpointOf(next), { position: 0, recordedAt: null });
      await store.commit(next, { expected: 0, to: at(7), youths: [] });
      assert.deepEqual(await store.checkpointOf(next), at(7));
    },
  },
  {
    title: 'readers see the former generation, and it can be fed, until the switch',
    async run(storage) {
      const store = await storage.open();
      const former = await built(store, [{ trajectoryId: AMINA, rows: [row('old', '2025-01-01')] }]);
      const next = await store.begin({ ...VIEW, version: 4 });
      await store.commit(next, { expected: 0, to: at(1), youths: [{ trajectoryId: AMINA, rows: [row('new', '2025-01-01')] }] });
      assert.equal(await store.commit(former, { expected: 1, to: at(2), youths: [{ trajectoryId: BORIS, rows: [row('fed', '2025-01-01')] }] }), 'committed');
      assert.deepEqual(keysOf(await store.rowsOf(VIEW.name, AMINA)), ['old']);
      assert.deepEqual(keysOf(await store.rowsOf(VIEW.name, BORIS)), ['fed']);
      await store.switchTo(next);
      assert.deepEqual(keysOf(await store.rowsOf(VIEW.name, AMINA)), ['new']);
      assert.deepEqual(keysOf(await store.rowsOf(VIEW.name, BORIS)), []);
      assert.equal((await store.live(VIEW.name))?.version, 4);
    },
  },
  {
    title: 'a prepared generation is not live yet and can still be fed',
    async run(storage) {
      const store = await storage.open();
      await built(store, [{ trajectoryId: AMINA, rows: [row('old', '2025-01-01')] }]);
      const next = await store.begin(VIEW);
      await store.prepare(next);
      assert.deepEqual(keysOf(await store.rowsOf(VIEW.name, AMINA)), ['old']);
      await store.commit(next, { expected: 0, to: at(2), youths: [{ trajectoryId: BORIS, rows: [row('new', '2025-01-01')] }] });
      await store.switchTo(next);
      const { rows } = await store.find(VIEW.name, { asOf: '2025-01-01', limit: 5 });
      assert.deepEqual(keysOf(rows), ['new']);
    },
  },
  {
    title: 'a reader meets neither an empty nor a mixed view while generations are switched',
    async run(storage) {
      const [writer, reader] = [await storage.open(), await storage.open()];
      const youthsOf = (build: number) => [AMINA, BORIS].map((trajectoryId) => ({ trajectoryId, rows: [row(`${build}-x`, '2025-01-01'), row(`${build}-y`, '2025-02-01')] }));
      await built(writer, youthsOf(0));
      const seen: (readonly string[])[] = [];
      let switching = true;
      const reading = async () => {
        for (; switching; await turn()) seen.push(await keysOn(reader, '2025-03-01'));
      };
      const building = async () => {
        for (let build = 1; build <= 8; build += 1) await built(writer, youthsOf(build));
        switching = false;
      };
      await Promise.all([reading(), building()]);
      for (const keys of seen) assert.deepEqual(keys.map((key) => key.slice(2)), ['x', 'x', 'y', 'y']);
      assert.ok(seen.every((keys) => new Set(keys.map((key) => key.slice(0, 2))).size === 1));
      assert.ok(seen.length > 0);
    },
  },
  {
    title: 'a half-built generation is dropped when another begins',
    async run(storage) {
      const store = await storage.open();
      const half = await store.begin(VIEW);
      await store.commit(half, { expected: 0, to: at(1), youths: [{ trajectoryId: AMINA, rows: [row('half', '2025-01-01')] }] });
      const next = await store.begin(VIEW);
      assert.equal(await store.commit(half, { expected: 1, to: at(2), youths: [] }), 'stale');
      await assert.rejects(store.switchTo(half), GenerationGoneError);
      await store.switchTo(next);
      assert.deepEqual(await store.rowsOf(VIEW.name, AMINA), []);
    },
  },
  {
    title: 'the number of a generation is not used twice',
    async run(storage) {
      const store = await storage.open();
      const numbers = [await store.begin(VIEW), await store.begin(VIEW), await built(store, []), await store.begin(VIEW)].map(({ generation }) => generation);
      assert.equal(new Set(numbers).size, 4);
    },
  },
  {
    title: 'views do not meet each other',
    async run(storage) {
      const store = await storage.open();
      await built(store, [{ trajectoryId: AMINA, rows: [row('situation', '2025-01-01')] }]);
      await built(store, [{ trajectoryId: AMINA, rows: [row('handover', '2025-01-01')] }], OTHER);
      await store.begin(OTHER);
      assert.deepEqual(keysOf(await store.rowsOf(VIEW.name, AMINA)), ['situation']);
      assert.deepEqual(keysOf(await store.rowsOf(OTHER.name, AMINA)), ['handover']);
    },
  },
  {
    title: 'names that are not plain are refused',
    async run(storage) {
      const store = await storage.open();
      await assert.rejects(store.begin({ ...VIEW, name: 'x"; drop' }), RangeError);
      await assert.rejects(store.begin({ ...VIEW, tags: ['a b'] }), RangeError);
      await assert.rejects(store.begin({ ...VIEW, tags: ['twice', 'twice'] }), RangeError);
    },
  },
  {
    title: 'everything is there for who opens the storage again',
    async run(storage) {
      const first = await storage.open();
      const generation = await built(first, [{ trajectoryId: AMINA, rows: [row('kept', '2025-01-01')] }]);
      await first.close();
      const second = await storage.open();
      assert.deepEqual(keysOf(await second.rowsOf(VIEW.name, AMINA)), ['kept']);
      assert.deepEqual(await second.checkpointOf(generation), at(1));
    },
  },
];
