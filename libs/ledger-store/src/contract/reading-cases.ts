import assert from 'node:assert/strict';
import type { StoredEvent } from '../port.js';
import { eventIdOf, requestOf, trajectoryOf } from './builders.js';
import { withStore, type ContractCase } from './contract-case.js';
import { appended, assertSameEvents, hex, idOf, readWhole } from './expectations.js';

export const READING_CASES: readonly ContractCase[] = [
  withStore('a stream is read from a revision on, without the events of another youth', async (store) => {
    const stored = [...(await appended(store, requestOf(1, -1, [1, 2]))), ...(await appended(store, requestOf(1, 1, [3])))];
    await appended(store, requestOf(2, -1, [4, 5]));
    assertSameEvents(await store.readStream(trajectoryOf(1)), stored);
    assertSameEvents(await store.readStream(trajectoryOf(1), 2), stored.slice(2));
    assert.deepEqual(await store.readStream(trajectoryOf(1), 3), []);
    assert.deepEqual(await store.readStream(trajectoryOf(3)), []);
  }),

  withStore('all events are read in pages after a position', async (store) => {
    const stored: StoredEvent[] = [];
    for (let number = 0; number < 10; number += 1) stored.push(...(await appended(store, requestOf(number % 2, Math.floor(number / 2) - 1, [number + 1]))));
    assertSameEvents(await readWhole(store, 3), stored);
    assertSameEvents(await store.readAll(stored[3]?.position ?? 0, 2), stored.slice(4, 6));
    assert.deepEqual(await store.readAll(stored[9]?.position ?? 0, 5), []);
  }),

  withStore('streams are read whole, in order of id, whatever the limit', async (store) => {
    for (const youth of [3, 1, 2]) await appended(store, requestOf(youth, -1, [youth * 10, youth * 10 + 1, youth * 10 + 2]));
    const { position } = await store.head();
    const first = await store.readStreams(undefined, position, 4);
    assert.deepEqual(first.map((stream) => stream.map(idOf)), [[10, 11, 12], [20, 21, 22]].map((ids) => ids.map(eventIdOf)));
    const second = await store.readStreams(trajectoryOf(2), position, 4);
    assertSameEvents(second.flat(), await store.readStream(trajectoryOf(3)));
    assert.deepEqual((await store.readStreams(undefined, position, 1)).map(({ length }) => length), [3]);
    assert.deepEqual(await store.readStreams(trajectoryOf(3), position, 4), []);
  }),

  withStore('streams for a rebuild hold only events up to its position', async (store) => {
    await appended(store, requestOf(2, -1, [1]));
    const [, until] = await appended(store, requestOf(1, -1, [2, 3]));
    await appended(store, requestOf(2, 0, [4]));
    await appended(store, requestOf(3, -1, [5]));
    const streams = await store.readStreams(undefined, until?.position ?? 0, 100);
    assert.deepEqual(streams.map((stream) => stream.map(idOf)), [[2, 3], [1]].map((ids) => ids.map(eventIdOf)));
  }),

  withStore('an event is found by its id in its own stream only', async (store) => {
    const stored = await appended(store, requestOf(1, -1, [1, 2]));
    await appended(store, requestOf(2, -1, [3]));
    const found = await store.findEvent(trajectoryOf(1), eventIdOf(2));
    assertSameEvents(found ? [found] : [], stored.slice(1));
    assert.equal(await store.findEvent(trajectoryOf(1), eventIdOf(3)), undefined);
    assert.equal(await store.findEvent(trajectoryOf(1), eventIdOf(4)), undefined);
  }),

  withStore('the head is the last event and the number of events', async (store) => {
    assert.deepEqual(await store.head(), { position: 0, recordedAt: null, size: 0 });
    const [, last] = await appended(store, requestOf(1, -1, [1, 2]));
    assert.deepEqual(await store.head(), { position: last?.position, recordedAt: last?.envelope.recordedAt, size: 2 });
    await store.recordAccess({ at: '2026-01-05T09:00:00.000Z', action: 'read', actor: 'a', role: 'guide', purpose: 'p', decision: 'allowed', reason: null, trajectoryId: null, traceId: 't' });
    assert.equal((await store.head()).size, 2);
  }),

  withStore('the leaves of the tree are the events in order of position, for any range', async (store) => {
    for (let youth = 0; youth < 6; youth += 1) await appended(store, requestOf(youth, -1, Array.from({ length: 100 }, (_, index) => youth * 100 + index + 1)));
    const leaves = (await readWhole(store, 250)).map(({ leafHash }) => hex(leafHash));
    assert.equal(leaves.length, 600);
    for (const [from, to] of [[0, 600], [0, 256], [255, 257], [256, 512], [100, 530], [511, 512], [599, 600], [7, 7]] as const) {
      assert.deepEqual((await store.leafHashes(from, to)).map(hex), leaves.slice(from, to));
    }
  }),
];
