import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from '@jest/globals';
import type { TrajectoryId } from '@trajectboek/events';
import type { Generation, ViewDeclaration, YouthRows } from '@trajectboek/view-store';
import { RedisViewStore } from './redis-view-store.js';
import { LocalRedis } from './testing/local-redis.js';
import { ifInstalled, onRedis } from './testing/with-redis.js';

const VIEW: ViewDeclaration = { name: 'test-rows', version: 1, tags: ['status'] };
const START = { position: 1, recordedAt: null };
const ROUNDS = 40;

const YOUTHS: readonly YouthRows[] = Array.from({ length: 40 }, (_, number) => ({
  trajectoryId: `youth-${String(number).padStart(3, '0')}` as TrajectoryId,
  rows: [{ key: 'row', from: '2025-01-01', until: null, tags: { status: 'work' }, doc: {} }],
}));

let server: LocalRedis;
let store: RedisViewStore;
let other: RedisViewStore;
beforeAll(ifInstalled(async () => { server = await LocalRedis.start(); }));
afterAll(ifInstalled(() => server.stop()));
beforeEach(ifInstalled(async () => {
  store = new RedisViewStore(server.client());
  other = new RedisViewStore(server.client(), { mostAtOnce: 10 });
}));
afterEach(ifInstalled(async () => {
  await store.close();
  await other.close();
}));

async function built(): Promise<Generation> {
  const generation = await store.begin(VIEW);
  await store.commit(generation, { expected: 0, to: START, youths: YOUTHS });
  await store.switchTo(generation);
  return generation;
}

describe('putting the former generation back', () => {
  onRedis('gives readers no failed and no short answer, however often, and between builds', async () => {
    await built();
    const lengths = new Set<number>();
    let [reads, isSwitching] = [0, true];
    const reading = (async () => {
      for (; isSwitching; reads += 3) {
        lengths.add((await other.find(VIEW.name, { asOf: '2025-06-01', limit: 100 })).rows.length);
        lengths.add((await other.count(VIEW.name, { asOf: '2025-06-01', by: [] }))[0]?.count ?? 0);
        lengths.add((await other.youths(VIEW.name, undefined, 100)).length);
      }
    })();
    for (let round = 0; round < ROUNDS; round += 1) {
      await built();
      const former = await store.former(VIEW.name);
      const generation = { view: VIEW, generation: former?.generation ?? -1 };
      await store.reopen(generation);
      await store.switchTo(generation);
      expect((await other.live(VIEW.name))?.generation).toBe(former?.generation);
    }
    isSwitching = false;
    await reading;
    expect(reads).toBeGreaterThan(ROUNDS);
    expect(lengths).toEqual(new Set([40]));
  }, 60_000);
});
