import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { GenerationGoneError } from '../errors.js';
import { partOf } from '../generations.js';
import type { Generation, ViewStore } from '../port.js';
import { AMINA, at, BORIS, built, keysOf, row, VIEW } from './builders.js';
import type { ContractCase } from './contract-case.js';

const SOON_MS = 60;
const LONG_MS = 60_000;

async function partsOf(store: ViewStore, generation: Generation, projector: string): Promise<readonly number[]> {
  return (await store.attend(generation, { projector, forMs: LONG_MS })).map(({ part }) => part);
}

/** Live, in so many parts, each at position 1. */
async function builtInParts(store: ViewStore, parts: number): Promise<Generation> {
  const generation = await store.begin(VIEW, parts);
  for (let part = 0; part < parts; part += 1) await store.commit({ ...generation, part }, { expected: 0, to: at(1), youths: [] });
  await store.switchTo(generation);
  return generation;
}

/** Who feeds which part of a generation, and that nobody else does. */
export const PROJECTOR_CASES: readonly ContractCase[] = [
  {
    title: 'one projector at a time holds a generation of one part, and keeps its fence while it comes back in time',
    async run(storage) {
      const [one, two] = [await storage.open(), await storage.open()];
      const generation = await built(one, []);
      const [first] = await one.attend(generation, { projector: 'one', forMs: LONG_MS });
      assert.deepEqual([first?.part, first?.checkpoint], [0, at(1)]);
      assert.deepEqual(await partsOf(two, generation, 'two'), []);
      const [again] = await one.attend(generation, { projector: 'one', forMs: LONG_MS });
      assert.equal(again?.fence, first?.fence);
      assert.deepEqual((await two.live(VIEW.name))?.parts, [{ checkpoint: at(1), projector: 'one' }]);
    },
  },
  {
    title: 'another projector takes over when the time of the holder is over, and its commit is then stale',
    async run(storage) {
      const [one, two] = [await storage.open(), await storage.open()];
      const generation = await built(one, []);
      const [former] = await one.attend(generation, { projector: 'one', forMs: SOON_MS });
      const commit = (store: ViewStore, fence = 0) => store.commit(generation, { expected: 1, to: at(2), youths: [{ trajectoryId: AMINA, rows: [row(`by ${fence}`, '2025-01-01')] }], fence });
      assert.deepEqual(await partsOf(two, generation, 'two'), []);
      await sleep(2 * SOON_MS);
      const [next] = await two.attend(generation, { projector: 'two', forMs: LONG_MS });
      assert.ok(former && next && next.fence > former.fence);
      assert.deepEqual([await commit(one, former.fence), await commit(one)], ['stale', 'stale']);
      assert.deepEqual(await two.checkpointOf(generation), at(1));
      assert.equal(await commit(two, next.fence), 'committed');
      assert.deepEqual(keysOf(await one.rowsOf(VIEW.name, AMINA)), [`by ${next.fence}`]);
    },
  },
  {
    title: 'a projector that leaves keeps nobody waiting',
    async run(storage) {
      const store = await storage.open();
      const generation = await built(store, []);
      await partsOf(store, generation, 'one');
      await store.leave(generation, 'one');
      assert.deepEqual((await store.live(VIEW.name))?.parts, [{ checkpoint: at(1), projector: null }]);
      assert.deepEqual(await partsOf(store, generation, 'two'), [0]);
    },
  },
  {
    title: 'a part can be taken over at once, and is given back in the end',
    async run(storage) {
      const store = await storage.open();
      const generation = await built(store, []);
      const [held] = await store.attend(generation, { projector: 'one', forMs: LONG_MS });
      const fence = await store.takeOver(generation, { projector: 'two', forMs: LONG_MS });
      assert.ok(held && fence > held.fence);
      assert.equal(await store.commit(generation, { expected: 1, to: at(1), youths: [], fence: held.fence }), 'stale');
      assert.equal(await store.commit(generation, { expected: 1, to: at(1), youths: [], fence }), 'committed');
      assert.deepEqual(await partsOf(store, generation, 'one'), []);
      await store.leave(generation, 'two');
      const [back] = await store.attend(generation, { projector: 'one', forMs: LONG_MS });
      assert.ok(back && back.fence > fence);
    },
  },
  {
    title: 'parts are divided over the projectors that are there, and again when one comes or goes',
    async run(storage) {
      const [one, two] = [await storage.open(), await storage.open()];
      const generation = await builtInParts(one, 4);
      assert.deepEqual(await partsOf(one, generation, 'one'), [0, 1, 2, 3]);
      assert.deepEqual(await partsOf(two, generation, 'two'), []);
      assert.deepEqual(await partsOf(one, generation, 'one'), [0, 2]);
      assert.deepEqual(await partsOf(two, generation, 'two'), [1, 3]);
      await one.leave(generation, 'one');
      assert.deepEqual(await partsOf(two, generation, 'two'), [0, 1, 2, 3]);
    },
  },
  {
    title: 'each part has a checkpoint and a fence of its own, and readers see the lowest checkpoint',
    async run(storage) {
      const store = await storage.open();
      const generation = await builtInParts(store, 2);
      const holdings = await store.attend(generation, { projector: 'one', forMs: LONG_MS });
      const commit = (part: number, expected: number, to: number) =>
        store.commit({ ...generation, part }, { expected, to: at(to), youths: [], fence: holdings.find((one) => one.part === part)?.fence ?? -1 });
      assert.equal(await commit(1, 1, 5), 'committed');
      assert.deepEqual((await store.live(VIEW.name))?.checkpoint, at(1));
      assert.equal(await commit(0, 1, 7), 'committed');
      assert.deepEqual((await store.live(VIEW.name))?.checkpoint, at(5));
      assert.deepEqual([await store.checkpointOf({ ...generation, part: 0 }), await store.checkpointOf({ ...generation, part: 1 })], [at(7), at(5)]);
      await store.takeOver({ ...generation, part: 1 }, { projector: 'two', forMs: LONG_MS });
      assert.deepEqual([await commit(0, 7, 8), await commit(1, 5, 8)], ['committed', 'stale']);
    },
  },
  {
    title: 'nobody feeds a generation that is closed or gone, and a new one has no holder',
    async run(storage) {
      const store = await storage.open();
      const former = await built(store, []);
      await partsOf(store, former, 'one');
      const live = await built(store, []);
      assert.deepEqual(await partsOf(store, former, 'one'), []);
      assert.deepEqual(await partsOf(store, live, 'two'), [0]);
      await store.begin(VIEW);
      assert.deepEqual(await partsOf(store, former, 'one'), []);
      await assert.rejects(store.takeOver(former, { projector: 'one', forMs: LONG_MS }), GenerationGoneError);
      await store.leave(former, 'one');
    },
  },
  {
    title: 'a dead letter tells the type of the event where that was given',
    async run(storage) {
      const store = await storage.open();
      const generation = await built(store, []);
      const failed = [{ trajectoryId: AMINA, position: 2, reason: 'TypeError', type: 'ContactMade' }, { trajectoryId: BORIS, position: 3, reason: 'TypeError' }];
      await store.commit(generation, { expected: 1, to: at(3), youths: [], failed });
      assert.deepEqual(await store.deadLetters(VIEW.name), failed.map((letter) => ({ view: VIEW.name, ...letter })));
      assert.deepEqual([partOf(AMINA, 1), partOf(AMINA, 7) < 7], [0, true]);
    },
  },
];
