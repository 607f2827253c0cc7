import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Redis } from 'ioredis';
import type { CountQuery, Generation, RowQuery } from '@trajectboek/view-store';
import { RedisViewStore } from './redis-view-store.js';
import { LocalRedis } from './testing/local-redis.js';
import { MANY, manyYouth, ROWS_PER_YOUTH } from './testing/many-youths.js';
import { ifInstalled, onRedis } from './testing/with-redis.js';

/** The figures in the README: YOUTHS=250000 npx jest libs/view-store/redis/src/figures */
const YOUTHS = Number(process.env['YOUTHS'] ?? 2000);
const IS_TOLD = process.env['YOUTHS'] !== undefined;
const BATCH = 500;
const AS_OF = '2022-06-01';
const REGION = Array.from({ length: 10 }, (_, number) => `municipality-${number}`);

let server: LocalRedis;
let client: Redis;
let store: RedisViewStore;
let generation: Generation;
beforeAll(ifInstalled(async () => {
  server = await LocalRedis.start();
  client = server.client();
  store = new RedisViewStore(client);
  generation = await store.begin(MANY);
}));
afterAll(ifInstalled(async () => {
  await store.close();
  await server.stop();
}));

function tell(figure: string): void {
  if (IS_TOLD) process.stdout.write(`${figure}\n`);
}

async function usedMemory(): Promise<number> {
  return Number(/used_memory:(\d+)/.exec(await client.info('memory'))?.[1]);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function p95(work: () => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < (IS_TOLD ? 20 : 1); round += 1) times.push(await timed(work));
  return `${times.toSorted((a, b) => a - b).at(-2)?.toFixed(1)} ms`;
}

describe('a view with seven tags', () => {
  onRedis('takes at most 4 kB per row with its indexes and tallies, also when nearly every combination has one row', async () => {
    const empty = await usedMemory();
    let filling = 0;
    for (let first = 0; first < YOUTHS; first += BATCH) {
      const youths = Array.from({ length: Math.min(BATCH, YOUTHS - first) }, (_, index) => manyYouth(first + index));
      filling += await timed(() => store.commit(generation, { expected: first, to: { position: first + BATCH, recordedAt: null }, youths }));
    }
    const rows = YOUTHS * ROWS_PER_YOUTH;
    const bytes = Math.round((await usedMemory() - empty) / rows);
    tell(`${rows} rows: ${bytes} bytes per row; ${Math.round(rows / filling * 1000)} new rows/s`);
    await store.switchTo(generation);
    expect(bytes).toBeLessThan(4000);
  }, 600_000);

  onRedis('commits a change of one row without touching the indexes of others', async () => {
    const change = async (number: number, position: number) => {
      const { trajectoryId, rows } = manyYouth(number);
      const changed = rows.map((row, index) => (index === 3 ? { ...row, tags: { ...row.tags, status: 'status-0' }, doc: { position } } : row));
      await store.commit(generation, { expected: position, to: { position: position + 1, recordedAt: null }, youths: [{ trajectoryId, rows: changed }] });
    };
    const { position } = await store.checkpointOf(generation);
    const took = await timed(async () => {
      for (let number = 0; number < 500; number += 1) await change(number, position + number);
    });
    tell(`a commit of one youth: ${(took / 500).toFixed(2)} ms`);
    const { trajectoryId } = manyYouth(499);
    expect((await store.rowsOf(MANY.name, trajectoryId)).at(-1)?.doc).toEqual({ position: position + 499 });
  }, 60_000);

  onRedis('gives pages and counts that agree', async () => {
    const lists: readonly (Omit<RowQuery, 'limit'> & { readonly name: string })[] = [
      { name: 'all', asOf: AS_OF }, { name: 'municipality', asOf: AS_OF, tags: { municipality: 'municipality-7' } },
      { name: 'region and status', asOf: AS_OF, tags: { municipality: REGION, status: 'status-3' } }, { name: 'rare pair', asOf: AS_OF, tags: { school: 'school-5', status: 'status-3' } },
      { name: 'status and a tag without selection', asOf: AS_OF, tags: { status: 'status-1', stale: 'stale-0' } },
    ];
    for (const { name, ...query } of lists) {
      const first = await p95(() => store.find(MANY.name, { ...query, limit: 100 }));
      let cursor: string | null = null;
      for (let page = 1; page < 500; page += 1) {
        const { next } = await store.find(MANY.name, { ...query, limit: 100, ...(cursor === null ? {} : { cursor }) });
        if (next === null) break;
        cursor = next;
      }
      const last = cursor ?? undefined;
      const deep = await p95(() => store.find(MANY.name, { ...query, limit: 100, ...(last === undefined ? {} : { cursor: last }) }));
      tell(`list ${name}: page 1 p95 ${first}, page 500 or last p95 ${deep}`);
    }
    const counts: readonly (CountQuery & { readonly name: string })[] = [
      { name: 'all', asOf: AS_OF, by: [] }, { name: 'municipality by status', asOf: AS_OF, tags: { municipality: 'municipality-7' }, by: ['status'] },
      { name: 'region by status', asOf: AS_OF, tags: { municipality: REGION }, by: ['status'] }, { name: 'all by municipality', asOf: AS_OF, by: ['municipality'] },
    ];
    for (const { name, ...query } of counts) tell(`count ${name}: p95 ${await p95(() => store.count(MANY.name, query))}`);
    const [total] = await store.count(MANY.name, { asOf: AS_OF, by: [] });
    const parts = await store.count(MANY.name, { asOf: AS_OF, by: ['municipality'] });
    expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(total?.count);
  }, 600_000);

  onRedis('is dropped without holding up the server', async () => {
    const other = server.client();
    let [dropping, longest] = [true, 0];
    const pinging = (async () => {
      while (dropping) longest = Math.max(longest, await timed(() => other.ping()));
    })();
    const took = await timed(async () => {
      await store.switchTo(await store.begin({ ...MANY, version: 2 }));
      await store.discard(generation);
    });
    dropping = false;
    await pinging;
    other.disconnect();
    tell(`drop: ${Math.round(took)} ms, meanwhile the slowest ping ${longest.toFixed(1)} ms`);
    expect((await client.keys('*')).length).toBe(2);
  }, 120_000);
});
