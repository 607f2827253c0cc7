import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from '@jest/globals';
import type { Redis } from 'ioredis';
import { plus, type TrajectoryId } from '@trajectboek/events';
import { GenerationGoneError, type Generation, type ViewDeclaration, type ViewRow } from '@trajectboek/view-store';
import { CLAIM } from './lua/generations.js';
import { RedisViewStore } from './redis-view-store.js';
import { runScript } from './scripts.js';
import { LocalRedis } from './testing/local-redis.js';
import { ifInstalled, onRedis } from './testing/with-redis.js';

const VIEW: ViewDeclaration = { name: 'test-rows', version: 1, tags: ['guide', 'status'] };
const MANY = 1300;

let server: LocalRedis;
let client: Redis;
let store: RedisViewStore;
beforeAll(ifInstalled(async () => { server = await LocalRedis.start(); }));
afterAll(ifInstalled(() => server.stop()));
beforeEach(ifInstalled(async () => {
  client = server.client();
  await client.flushall();
  store = new RedisViewStore(client, { mostAtOnce: 100 });
}));
afterEach(ifInstalled(() => store.close()));

function youthsOn(day: number, count = MANY): readonly { readonly trajectoryId: TrajectoryId; readonly rows: readonly ViewRow[] }[] {
  return Array.from({ length: count }, (_, number) => {
    const from = plus('2025-01-01', `P${(number * 7 + day * 13) % 90}D`);
    const row: ViewRow = { key: 'row', from, until: number % (2 + (day % 3)) === 0 ? null : plus(from, 'P200D'), tags: { guide: `g${number}`, status: 'work' }, doc: { day } };
    return { trajectoryId: `youth-${String(number).padStart(5, '0')}` as TrajectoryId, rows: [row] };
  });
}

async function filled(count = MANY): Promise<Generation> {
  const generation = await store.begin(VIEW);
  await store.commit(generation, { expected: 0, to: { position: 1, recordedAt: null }, youths: youthsOn(0, count) });
  return generation;
}

async function keysLeft(): Promise<readonly string[]> {
  return (await client.keys('*')).toSorted();
}

describe('a generation', () => {
  onRedis('leaves no key behind when another one was begun after it was live', async () => {
    await store.switchTo(await filled());
    await store.switchTo(await store.begin(VIEW));
    await store.discard({ view: VIEW, generation: 1 });
    expect(await keysLeft()).toEqual(['views:{test-rows:2}', 'views:{test-rows}']);
  });

  onRedis('keeps no index of rows that are gone', async () => {
    const generation = await filled(50);
    const youths = youthsOn(0, 50).map(({ trajectoryId }) => ({ trajectoryId, rows: [] }));
    await store.commit(generation, { expected: 1, to: { position: 2, recordedAt: null }, youths });
    expect(await keysLeft()).toEqual(['views:{test-rows:1}', 'views:{test-rows}']);
  });

  onRedis('that a process was dropping when it ended is dropped by the next one, and is never live again', async () => {
    const half = await filled();
    await runScript(client, CLAIM, ['views:{test-rows}', 'too']);
    await expect(store.switchTo(half)).rejects.toThrow(GenerationGoneError);
    await store.begin(VIEW);
    expect(await keysLeft()).toEqual(['views:{test-rows:2}', 'views:{test-rows}']);
  });

  onRedis('begins empty, also when a failover took back the number of one that was filled', async () => {
    await filled();
    await client.del('views:{test-rows}');
    const next = await store.begin(VIEW);
    await store.switchTo(next);
    expect(await store.youths(VIEW.name, undefined, 10)).toEqual([]);
    expect(await keysLeft()).toEqual([`views:{test-rows:${next.generation}}`, 'views:{test-rows}']);
  });

  onRedis('lives on one node: every key of it has the same tag in braces', async () => {
    await store.switchTo(await filled(20));
    const tags = (await keysLeft()).filter((key) => key !== 'views:{test-rows}').map((key) => /\{([^}]*)\}/.exec(key)?.[1]);
    expect(new Set(tags)).toEqual(new Set(['test-rows:1']));
  });
});

describe('a reader', () => {
  onRedis('meets no error and no short answer while generations come and go', async () => {
    await store.switchTo(await filled(40));
    const other = new RedisViewStore(server.client(), { mostAtOnce: 10 });
    let switching = true;
    const lengths = new Set<number>();
    const reading = (async () => {
      while (switching) {
        lengths.add((await other.find(VIEW.name, { asOf: '2025-06-01', limit: 100 })).rows.length);
        lengths.add((await other.count(VIEW.name, { asOf: '2025-06-01', by: [] }))[0]?.count ?? 0);
        lengths.add((await other.youths(VIEW.name, undefined, 100)).length);
      }
    })();
    for (let round = 0; round < 25; round += 1) await store.switchTo(await filled(40));
    switching = false;
    await reading;
    await other.close();
    expect(lengths).toEqual(new Set([40]));
  }, 60_000);

  onRedis('gets a list and a count of one moment, although they are gathered in parts while commits go on', async () => {
    const generation = await filled(400);
    await store.switchTo(generation);
    const other = new RedisViewStore(server.client(), { mostAtOnce: 10 });
    let committing = true;
    const commits = (async () => {
      for (let position = 1; committing; position += 1) {
        await store.commit(generation, { expected: position, to: { position: position + 1, recordedAt: null }, youths: youthsOn(position, 400) });
      }
    })();
    for (let round = 0; round < 15; round += 1) {
      const { rows } = await other.find(VIEW.name, { asOf: '2025-06-01', limit: 400, tags: { status: 'work' } });
      expect([rows.length, new Set(rows.map(({ doc }) => doc['day'])).size]).toEqual([400, 1]);
      expect(await other.count(VIEW.name, { asOf: '2025-06-01', by: ['status'] })).toEqual([{ values: { status: 'work' }, count: 400 }]);
    }
    committing = false;
    await commits;
    await other.close();
  }, 60_000);
});
