import assert from 'node:assert/strict';
import type { LedgerStore, StoredEvent } from '../port.js';
import { eventIdOf, requestOf, trajectoryOf } from './builders.js';
import { withStore, type ContractCase } from './contract-case.js';
import { appended, assertSameEvents, eventually, idOf, idsOfStream, readWhole } from './expectations.js';

const WRITERS = 64;
const EVENTS_PER_WRITER = 12;

export const CONCURRENCY_CASES: readonly ContractCase[] = [
  withStore('of two writers at one revision one is recorded and the other conflicts', async (store) => {
    const outcomes = await Promise.all([1, 2].map((id) => store.append([requestOf(1, -1, [id])])));
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['appended', 'conflict']);
    assert.equal((await idsOfStream(store, 1)).length, 1);
  }),

  withStore('the same event sent twice at once is recorded once', async (store) => {
    const outcomes = await Promise.all([1, 2, 3].map(() => store.append([requestOf(1, -1, [1])])));
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['appended', 'duplicate', 'duplicate']);
    assert.deepEqual(await idsOfStream(store, 1), [eventIdOf(1)]);
  }),

  {
    title: 'the same event sent at once through two openings is recorded once, and both know which',
    run: async (engine) => {
      const stores = [await engine.open(), await engine.open()];
      for (const id of [1, 2, 3, 4, 5]) {
        const outcomes = await Promise.all(stores.map((store) => store.append([requestOf(1, id - 2, [id])])));
        assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['appended', 'duplicate']);
        const answered = outcomes.flatMap((outcome) => (outcome.status === 'appended' ? outcome.stored : []));
        for (const store of stores) assertSameEvents(await store.readStream(trajectoryOf(1), id - 1), answered);
      }
      await Promise.all(stores.map((store) => store.close()));
    },
  },

  withStore('a request that conflicts, is known or is out of shape takes nothing from those sent at the same time', async (store) => {
    await appended(store, requestOf(1, -1, [1]));
    const malformed = { ...requestOf(2, -1, [2]), trajectoryId: trajectoryOf(3) };
    const sent = [requestOf(4, -1, [4]), requestOf(1, -1, [5]), malformed, requestOf(1, 0, [1]), requestOf(6, -1, [6]), requestOf(1, 0, [7])];
    const ends = await Promise.allSettled(sent.map((request) => store.append([request])));
    assert.deepEqual(ends.map((end) => (end.status === 'fulfilled' ? end.value.status : end.status)), ['appended', 'conflict', 'rejected', 'duplicate', 'appended', 'appended']);
    assert.deepEqual((await readWhole(store)).map(idOf).sort(), [1, 4, 6, 7].map(eventIdOf).sort());
  }),

  withStore('a reader that pages on while 64 writers append never misses an event', async (store) => {
    const [seen] = await Promise.all([follow(store, WRITERS * EVENTS_PER_WRITER), writeAll(store)]);
    assert.ok(seen.every(({ position }, index) => position > (seen[index - 1]?.position ?? 0)), 'positions increase');
    assertSameEvents(seen, await readWhole(store));
    assert.equal(new Set(seen.map(idOf)).size, WRITERS * EVENTS_PER_WRITER);
  }),

  withStore('a listener is told after the commit, when the event can be read, until it stops', async (store) => {
    let [told, seen] = [0, false];
    const stop = store.onAppended(() => {
      told += 1;
      void store.readAll(0, 10).then((events) => (seen ||= events.some((event) => idOf(event) === eventIdOf(1))));
    });
    await appended(store, requestOf(1, -1, [1]));
    await eventually('a listener that is told reads the event', () => seen);
    stop();
    const before = told;
    await appended(store, requestOf(1, 0, [2]));
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(told, before);
  }),

  withStore('a listener that is not needed by a refused request is left alone', async (store) => {
    await appended(store, requestOf(1, -1, [1]));
    let told = 0;
    store.onAppended(() => (told += 1));
    await store.append([requestOf(1, -1, [2])]);
    await store.append([requestOf(1, 0, [1])]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const before = told;
    await appended(store, requestOf(1, 0, [3]));
    await eventually('the listener is told', () => told > before);
  }),
];

async function writeAll(store: LedgerStore): Promise<void> {
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      for (let revision = 0; revision < EVENTS_PER_WRITER; revision += 1) await appended(store, requestOf(writer, revision - 1, [writer * 1_000 + revision + 1]));
    }),
  );
}

/** Reads on from its own position in small pages until it has seen the count, or nothing new came for two seconds. */
async function follow(store: LedgerStore, count: number): Promise<readonly StoredEvent[]> {
  const seen: StoredEvent[] = [];
  for (let idle = 0; seen.length < count; ) {
    const page = await store.readAll(seen.at(-1)?.position ?? 0, 7);
    seen.push(...page);
    idle = page.length === 0 ? idle + 1 : 0;
    assert.ok(idle < 400, `${seen.length} of ${count} events were seen`);
    await new Promise((resolve) => (idle > 0 ? setTimeout(resolve, 5) : setImmediate(resolve)));
  }
  return seen;
}
