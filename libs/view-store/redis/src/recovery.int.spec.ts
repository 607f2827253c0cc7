import { afterEach, describe, expect } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import type { Cluster, Redis } from 'ioredis';
import { ViewStoreUnavailableError, type Generation, type ViewStore } from '@trajectboek/view-store';
import { COMMIT } from './lua/commit.js';
import { RedisViewStore } from './redis-view-store.js';
import { runScript } from './scripts.js';
import { COUNTED, countedRow, eventsOf, expectedCounts, projectTo, YOUTHS } from './testing/counting-projector.js';
import { LocalCluster } from './testing/local-cluster.js';
import { LocalRedis } from './testing/local-redis.js';
import { LocalSentinel } from './testing/local-sentinel.js';
import { onRedis } from './testing/with-redis.js';

const EVENTS = 600;
const stopped: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stopped.splice(0).toReversed()) await stop();
});

function storeOn(client: Redis | Cluster): RedisViewStore {
  // Lost connections are what these cases are about.
  client.on('error', () => undefined);
  const store = new RedisViewStore(client);
  stopped.push(async () => client.disconnect());
  return store;
}

async function begun(store: ViewStore): Promise<Generation> {
  const generation = await store.begin(COUNTED);
  await store.switchTo(generation);
  return generation;
}

async function startServer(...options: readonly string[]): Promise<LocalRedis> {
  const server = await LocalRedis.start(...options);
  stopped.push(() => server.stop());
  return server;
}

async function expectEachEventOnce(store: ViewStore): Promise<void> {
  expect(await Promise.all(YOUTHS.map((youth) => eventsOf(store, youth)))).toEqual(expectedCounts(EVENTS));
  const counts = await store.count(COUNTED.name, { asOf: '2025-02-01', by: ['parity'] });
  const parities = expectedCounts(EVENTS).map((count) => (count % 2 === 0 ? 'even' : 'odd'));
  expect(counts.map(({ values, count }) => `${values['parity']} ${count}`).toSorted())
    .toEqual([...new Set(parities)].map((parity) => `${parity} ${parities.filter((other) => other === parity).length}`).toSorted());
}

describe('no fold is lost or done twice', () => {
  onRedis('when the server is killed between and inside commits, and started again from its file', async () => {
    const server = await startServer('--appendonly', 'yes', '--appendfsync', 'always');
    const store = storeOn(server.client());
    const generation = await begun(store);
    await projectTo(store, generation, 1);
    const projected = projectTo(store, generation, EVENTS);
    for (let kill = 1; kill <= 4; kill += 1) {
      await wait(20 + 17 * kill);
      await server.kill();
      await server.restart();
    }
    await projected;
    await expectEachEventOnce(store);
  }, 60_000);

  onRedis('when a killed server comes back without its last commits', async () => {
    const server = await startServer('--appendonly', 'no');
    const [client, store] = [server.client(), storeOn(server.client())];
    stopped.push(async () => client.disconnect());
    const generation = await begun(store);
    await projectTo(store, generation, 100);
    await client.call('SAVE');
    await projectTo(store, generation, 300);
    await server.kill();
    await server.restart();
    expect(await store.checkpointOf(generation)).toEqual({ position: 100, recordedAt: null });
    await projectTo(store, generation, EVENTS);
    await expectEachEventOnce(store);
  }, 60_000);

  onRedis('when the master dies and Sentinel puts its replica in its place', async () => {
    const sentinel = await LocalSentinel.start();
    stopped.push(() => sentinel.stop());
    const client = sentinel.client();
    const store = storeOn(client);
    const generation = await begun(store);
    await projectTo(store, generation, 100);
    // The replica has these; what follows may be lost with the master.
    expect(await client.wait(1, 10_000)).toBe(1);
    const projected = projectTo(store, generation, EVENTS);
    await wait(20);
    await sentinel.master.kill();
    await projected;
    await expectEachEventOnce(store);
  }, 60_000);

  onRedis('when a master of a cluster dies and its replica takes its place', async () => {
    const cluster = await LocalCluster.start({ replicas: 1 });
    stopped.push(() => cluster.stop());
    const store = storeOn(cluster.client());
    const generation = await begun(store);
    await projectTo(store, generation, 100);
    await cluster.replicated();
    const projected = projectTo(store, generation, EVENTS);
    await wait(20);
    await cluster.killMasterOf(`views:{${COUNTED.name}:${generation.generation}}`);
    await projected;
    await expectEachEventOnce(store);
  }, 90_000);

  onRedis('when two projectors work at the same time', async () => {
    const server = await startServer();
    const [one, two] = [storeOn(server.client()), storeOn(server.client())];
    const generation = await begun(one);
    await Promise.all([projectTo(one, generation, EVENTS), projectTo(two, generation, EVENTS)]);
    await expectEachEventOnce(two);
  }, 60_000);
});

describe('a commit', () => {
  onRedis('that was sent again after a broken connection is told that it was done, and does nothing more', async () => {
    const server = await startServer();
    const client = server.client();
    const store = storeOn(client);
    const { generation } = await begun(store);
    const commit = (id: string) => runScript(client, COMMIT, [`views:{${COUNTED.name}:${generation}}`, 0, 1, '', 0, id, '', 0, 0]);
    expect([await commit('one'), await commit('one'), await commit('two')]).toEqual(['committed', 'committed', 'stale']);
  });

  onRedis('to a build that is filled is refused once the server is another, or was started again: rows may be missing', async () => {
    const server = await startServer('--appendonly', 'yes', '--appendfsync', 'always');
    const store = storeOn(server.client());
    const generation = await store.begin(COUNTED);
    const commit = (number: number, position = 0) => store.commit(generation, { expected: 0, to: { position, recordedAt: null }, youths: YOUTHS.slice(number, number + 1).map((trajectoryId) => ({ trajectoryId, rows: [countedRow(1)] })) });
    expect(await commit(0)).toBe('committed');
    await server.kill();
    await server.restart();
    await expect(commit(1)).rejects.toThrow(ViewStoreUnavailableError);
    await expect(commit(2, 7)).rejects.toThrow(ViewStoreUnavailableError);
    expect((await store.checkpointOf(generation)).position).toBe(0);
  });

  onRedis('of a holder that was taken over from is stale, also at the right position', async () => {
    const server = await startServer();
    const [former, next] = [storeOn(server.client()), storeOn(server.client())];
    const generation = await begun(former);
    const one = await former.takeOver(generation, { projector: 'one', forMs: 1_000 });
    const commit = (store: ViewStore, expected: number, fence: number) => store.commit(generation, { fence, expected, to: { position: expected + 1, recordedAt: null }, youths: YOUTHS.map((trajectoryId) => ({ trajectoryId, rows: [countedRow(expected)] })) });
    expect(await commit(former, 0, one)).toBe('committed');
    const two = await next.takeOver(generation, { projector: 'two', forMs: 1_000 });
    expect(await commit(former, 1, one)).toBe('stale');
    expect(await commit(next, 1, two)).toBe('committed');
    expect(await Promise.all(YOUTHS.map((youth) => eventsOf(former, youth)))).toEqual([1, 1, 1]);
  });
});
