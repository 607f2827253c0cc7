import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import fc from 'fast-check';
import { join } from 'node:path';
import { minus, plus, type TrajectoryId } from '@trajectboek/events';
import { inListOrder, type FoundRow, type RowCount, type RowQuery, type ViewDeclaration, type ViewRow, type ViewStore, type YouthRows } from '@trajectboek/view-store';
// eslint-disable-next-line @nx/enforce-module-boundaries -- two adapters meet in this spec alone: it proves that they give the same answers
import { SqliteViewStore } from '@trajectboek/view-store-sqlite';
import { RedisViewStore } from './redis-view-store.js';
import { LocalRedis } from './testing/local-redis.js';
import { ifInstalled, onRedis } from './testing/with-redis.js';

const TAGS = { name: 'test-rows', version: 1, tags: ['guide', 'status', 'region'] };
const VIEW: ViewDeclaration = TAGS;
/** Found by each tag, by some together, and by none that everybody asks for. */
const VIEWS: readonly ViewDeclaration[] = [TAGS, { ...TAGS, selections: [[], ['guide', 'status'], ['status', 'region', 'guide']] }, { ...TAGS, selections: [['guide'], ['status', 'region'], ['status']] }, { ...TAGS, selections: [] }];
const YOUTHS = ['a', 'b', 'c', 'd'].map((letter) => `00000000-0000-4000-8000-00000000000${letter}` as TrajectoryId);
const RUNS = 60;

let server: LocalRedis;
beforeAll(ifInstalled(async () => { server = await LocalRedis.start(); }));
afterAll(ifInstalled(() => server.stop()));

const day = fc.integer({ min: 0, max: 1500 }).map((days) => plus('2019-01-01', `P${days}D`));
// Few days, so that very many rows hold on most of them.
const date = fc.oneof({ weight: 6, arbitrary: day }, { weight: 1, arbitrary: fc.constantFrom('2020-08-01', '1900-01-01', '2199-12-31') });
const tag = (...values: readonly string[]) => fc.option(fc.constantFrom(...values));
const keys = fc.uniqueArray(fc.oneof(fc.constantFrom('a', 'a b', 'a%', 'é', '{k}', 'sluiting:2025'), fc.string({ minLength: 1, maxLength: 3 })), { minLength: 6, maxLength: 14, size: 'max' });
const body = fc.record({
  from: date, earlier: fc.option(fc.integer({ min: 0, max: 400 })), until: fc.option(fc.oneof(day.map((until) => plus(until, 'P3Y')), date)), doc: fc.record({ note: fc.string(), n: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })) }),
  tags: fc.record({ guide: tag('g1', 'g2', 'null'), status: tag('work', 'care & wonen', '%3d'), region: tag('r') }),
});
const rowsOfYouth = keys.chain((named) => fc.tuple(...named.map((key) => body.map(({ earlier, ...row }): ViewRow => ({ ...row, ...(earlier !== null && { since: row.from < '1910' ? row.from : minus(row.from, `P${earlier}D`) }), doc: JSON.parse(JSON.stringify(row.doc)), key })))));
const everybody = fc.tuple(...YOUTHS.map(() => rowsOfYouth)).map((rows) => Object.fromEntries(YOUTHS.map((youth, index) => [youth, rows[index] ?? []])));
const some = fc.dictionary(fc.constantFrom(...YOUTHS), fc.oneof(rowsOfYouth, fc.constant([])), { maxKeys: 2 });
const commits = fc.tuple(everybody, fc.array(some, { maxLength: 3 })).map(([first, later]) => [first, ...later]);
const someOf = (...values: readonly string[]) => fc.option(fc.oneof(fc.constantFrom(...values), fc.subarray([...values])), { nil: undefined });
const questions = fc.record({
  asOf: date, limit: fc.integer({ min: 1, max: 9 }), by: fc.subarray([...VIEW.tags]),
  guide: someOf('g1', 'g2', 'g9'), status: someOf('work', '%3d'), region: someOf('r', 'none'),
});

async function fill(store: ViewStore, view: ViewDeclaration, changes: readonly Readonly<Record<string, readonly ViewRow[]>>[]): Promise<void> {
  const generation = await store.begin(view);
  for (const [expected, change] of changes.entries()) {
    const youths: readonly YouthRows[] = Object.entries(change).map(([trajectoryId, rows]) => ({ trajectoryId: trajectoryId as TrajectoryId, rows, ...(rows.length % 2 === 0 && { shared: `${expected} {\n}` }) }));
    const failed = expected % 2 === 0 ? [] : [{ trajectoryId: YOUTHS[expected] ?? ('' as TrajectoryId), reason: 'RangeError', position: expected }];
    await store.commit(generation, { expected, to: { position: expected + 1, recordedAt: null }, youths, failed });
  }
  await store.switchTo(generation);
}

async function allPages(store: ViewStore, query: RowQuery): Promise<readonly (readonly FoundRow[])[]> {
  const pages: (readonly FoundRow[])[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await store.find(VIEW.name, { ...query, ...(cursor ? { cursor } : {}) });
    pages.push(page.rows);
    cursor = page.next;
    if (pages.length > 200) throw new Error('the pages have no end');
  }
  return pages;
}

function inOrder(counts: readonly RowCount[]): readonly string[] {
  return counts.map((count) => JSON.stringify(count)).toSorted();
}

async function answersOf(store: ViewStore, asked: readonly (RowQuery & { readonly by: readonly string[] })[]): Promise<unknown> {
  const answers: unknown[] = [await store.youths(VIEW.name, undefined, 10), await store.youths(VIEW.name, YOUTHS[1], 1), await store.deadLetters(VIEW.name), (await store.live(VIEW.name))?.checkpoint];
  for (const youth of YOUTHS) answers.push(await store.rowsOf(VIEW.name, youth));
  for (const { by, ...query } of asked) {
    const ofSome = await store.ofYouths(VIEW.name, YOUTHS.slice(0, query.limit % 4), query);
    answers.push(await allPages(store, query), inOrder(await store.count(VIEW.name, { ...query, by })), ofSome.toSorted(inListOrder));
  }
  return answers;
}

describe('Redis and SQLite', () => {
  onRedis('give the same answers, for any rows, changes, date, tags, size of page, and entries at once', async () => {
    let run = 0;
    await fc.assert(fc.asyncProperty(commits, fc.array(questions, { minLength: 3, maxLength: 6 }), fc.constantFrom(1, 3, 10_000), fc.constantFrom(...VIEWS), async (changes, asked, mostAtOnce, view) => {
      const stores = [SqliteViewStore.open(join(server.folder, `run-${run += 1}.db`)), new RedisViewStore(server.client(), { prefix: `run-${run}`, mostAtOnce })] as const;
      const queries = asked.map(({ asOf, limit, by, ...tags }) => ({ asOf, limit, by, tags: Object.fromEntries(Object.entries(tags).filter(([, wanted]) => wanted !== undefined)) as NonNullable<RowQuery['tags']> }));
      for (const store of stores) await fill(store, view, changes);
      const [sqlite, redis] = [await answersOf(stores[0], queries), await answersOf(stores[1], queries)];
      for (const store of stores) await store.close();
      expect(redis).toEqual(sqlite);
    }), { numRuns: RUNS, interruptAfterTimeLimit: 90_000, markInterruptAsFailure: false });
  }, 120_000);
});
