import { afterEach, describe, expect } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import type { Cluster, Redis } from 'ioredis';
import { civilDateOf, instantOf, plus, type EventId, type OrganisationUrn, type Recorded, type TrajectoryId } from '@trajectboek/events';
import { ProjectionRunner, type EventSource, type YouthProjection } from '@trajectboek/projection-runner';
import { FakeLedger } from '@trajectboek/projection-runner/testing';
import type { ViewStore } from '@trajectboek/view-store';
import { RedisViewStore } from './redis-view-store.js';
import { LocalCluster } from './testing/local-cluster.js';
import { LocalRedis } from './testing/local-redis.js';
import { LocalSentinel } from './testing/local-sentinel.js';
import { onRedis } from './testing/with-redis.js';

const YOUTHS = Array.from({ length: 400 }, (_, number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as TrajectoryId);
const RMC = 'urn:nld:oin:00000099000000000003' as OrganisationUrn;
const SITUATIONS = ['looking', 'work', 'school'] as const;

/** One row per contact, and how many there are on all of them: any fold that is lost shows. */
const CONTACTS: YouthProjection = {
  declaration: { name: 'contacts', version: 1, tags: ['situation', 'parity'], selections: [[], ['situation'], ['situation', 'parity']] },
  rowsOf: ({ facts }) => facts.flatMap((event, nth) => (event.type === 'ContactMade' ? [{
    key: event.id, from: event.occurredOn, until: nth % 3 === 0 ? plus(event.occurredOn, 'P200D') : null,
    tags: { situation: event.data.situation, parity: facts.length % 2 === 0 ? 'even' : 'odd' }, doc: { of: facts.length },
  }] : [])),
};

const stopped: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stopped.splice(0).toReversed()) await stop();
});

function contact(trajectoryId: TrajectoryId, nth: number): Recorded<'ContactMade'> {
  const [id, on] = [`${trajectoryId} ${nth}`, plus('2024-01-01', `P${(nth * 7) % 300}D`)];
  return {
    type: 'ContactMade', id, eventId: id as EventId, trajectoryId, source: RMC, organisation: RMC,
    data: { occurredAt: on, purpose: 'guidance', situation: SITUATIONS[nth % 3] ?? 'looking', supportNeeded: false },
    occurredOn: civilDateOf(on), occurredAt: instantOf(on), recordedAt: instantOf(on), revision: 0, position: 0,
  };
}

function storeOn(client: Redis | Cluster): RedisViewStore {
  client.on('error', () => undefined);
  stopped.push(async () => client.disconnect());
  return new RedisViewStore(client);
}

/** A ledger that takes its time, so that what dies does so in the middle. */
function slowly(ledger: FakeLedger): EventSource {
  return {
    readAll: async (...asked) => (await wait(10), ledger.readAll(...asked)),
    streams: async (...asked) => (await wait(15), ledger.streams(...asked)),
    historyOf: (...asked) => ledger.historyOf(...asked),
    head: () => ledger.head(),
    onAppended: (listener) => ledger.onAppended(listener),
  };
}

function runnerOn(store: ViewStore, source: EventSource): ProjectionRunner {
  const runner = new ProjectionRunner({ store, source, projections: [CONTACTS] }, { pollMs: 50, mostBackOffMs: 500, batchSize: 40, buildBatchSize: 20 });
  stopped.push(() => runner.stop());
  return runner;
}

/** Every youth once, from the rows and from the tallies. */
async function expectComplete(runner: ProjectionRunner, ledger: FakeLedger, store: ViewStore): Promise<void> {
  const { position } = await ledger.head();
  expect(await runner.waitFor(position, 30_000)).toBe(position);
  const { differences, rows } = await runner.verifyAgainstRebuild(CONTACTS.declaration.name);
  expect(differences).toEqual([]);
  expect(rows).toBe(position);
  for (const asOf of ['2024-05-01', '2024-12-31']) {
    const { rows: found, next } = await store.find('contacts', { asOf, limit: position });
    expect(next).toBeNull();
    const [total] = await store.count('contacts', { asOf, by: [] });
    expect(total?.count ?? 0).toBe(found.length);
    const counts = await store.count('contacts', { asOf, by: ['parity'], tags: { situation: 'work' } });
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(found.filter(({ tags }) => tags['situation'] === 'work').length);
  }
}

describe('a projection runner on Redis loses no fold and does none twice', () => {
  onRedis('when Sentinel changes the master while it feeds', async () => {
    const sentinel = await LocalSentinel.start();
    stopped.push(() => sentinel.stop());
    const [store, ledger] = [storeOn(sentinel.client()), new FakeLedger()];
    const runner = runnerOn(store, slowly(ledger));
    await runner.start();
    for (let nth = 0; nth < 3; nth += 1) {
      for (const youth of YOUTHS) ledger.append(contact(youth, nth));
      await wait(100);
      if (nth === 1) await sentinel.master.kill();
    }
    await expectComplete(runner, ledger, store);
  }, 90_000);

  onRedis('when Sentinel changes the master while it builds', async () => {
    const sentinel = await LocalSentinel.start();
    stopped.push(() => sentinel.stop());
    const [store, ledger] = [storeOn(sentinel.client()), new FakeLedger()];
    for (const youth of YOUTHS) ledger.append(contact(youth, 0), contact(youth, 1));
    const runner = runnerOn(store, slowly(ledger));
    const starting = runner.start();
    await wait(300);
    await sentinel.master.kill();
    await starting;
    await expectComplete(runner, ledger, store);
  }, 90_000);

  onRedis('when a master of a cluster dies while it feeds', async () => {
    const cluster = await LocalCluster.start({ replicas: 1 });
    stopped.push(() => cluster.stop());
    const [store, ledger] = [storeOn(cluster.client()), new FakeLedger()];
    const runner = runnerOn(store, slowly(ledger));
    await runner.start();
    for (const youth of YOUTHS) ledger.append(contact(youth, 0));
    await cluster.replicated();
    await cluster.killMasterOf(`views:{contacts:${(await store.live('contacts'))?.generation}}`);
    for (const youth of YOUTHS) ledger.append(contact(youth, 1));
    await expectComplete(runner, ledger, store);
  }, 120_000);

  onRedis('when the server comes back without anything, also when nothing new is recorded', async () => {
    const server = await LocalRedis.start();
    stopped.push(() => server.stop());
    const [store, ledger] = [storeOn(server.client()), new FakeLedger()];
    for (const youth of YOUTHS) ledger.append(contact(youth, 0));
    const runner = runnerOn(store, ledger);
    await runner.start();
    await server.kill();
    await server.restart();
    while (await store.live('contacts') === undefined) await wait(20);
    await expectComplete(runner, ledger, store);
  }, 60_000);

  onRedis('when the server comes back without anything while it builds', async () => {
    const server = await LocalRedis.start();
    stopped.push(() => server.stop());
    const [store, ledger] = [storeOn(server.client()), new FakeLedger()];
    for (const youth of YOUTHS) ledger.append(contact(youth, 0));
    const runner = runnerOn(store, slowly(ledger));
    const starting = runner.start();
    await wait(150);
    await server.kill();
    await server.restart();
    await starting;
    await expectComplete(runner, ledger, store);
  }, 60_000);

  onRedis('when it dies in the middle and another one goes on', async () => {
    const server = await LocalRedis.start();
    stopped.push(() => server.stop());
    const ledger = new FakeLedger();
    for (const youth of YOUTHS) ledger.append(contact(youth, 0));
    const dying = server.client();
    void runnerOn(storeOn(dying), slowly(ledger)).start().catch(() => undefined);
    await wait(150);
    // From the server's side a process that is killed is a connection that is gone.
    dying.disconnect();
    const store = storeOn(server.client());
    const runner = runnerOn(store, slowly(ledger));
    await runner.start();
    await expectComplete(runner, ledger, store);
  }, 60_000);
});
