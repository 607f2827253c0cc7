import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { minus, plus, type TrajectoryId } from '@trajectboek/events';
import { asStored, inListOrder, selectionsOf, type FoundRow, type RowQuery, type ViewDeclaration, type ViewRow } from '@trajectboek/view-store';
import { Connection } from './connection.js';
import { indexOf, tableOf } from './schema.js';
import { SqliteViewStore } from './sqlite-view-store.js';

const VIEW: ViewDeclaration = { name: 'test-rows', version: 1, tags: ['guide', 'status'], selections: [['status'], ['guide', 'status'], []] };
const YOUTHS = ['a', 'b', 'c'].map((letter) => `00000000-0000-4000-8000-00000000000${letter}` as TrajectoryId);
const START = { position: 0, recordedAt: null };

let folder: string;
let store: SqliteViewStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'views-'));
  store = SqliteViewStore.open(join(folder, 'views.db'));
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const date = fc.integer({ min: 0, max: 3000 }).map((days) => plus('2017-01-01', `P${days}D`));
const tag = (...values: readonly string[]) => fc.option(fc.constantFrom(...values));
const rowOf = fc.record({ from: fc.oneof(date, fc.constant('2020-08-01')), earlier: fc.constantFrom(0, 0, 30, 700), days: fc.option(fc.integer({ min: 0, max: 2000 })), guide: tag('g1', 'g2', 'g3'), status: tag('work', 'care') });
const rowsOfYouths = fc.array(fc.array(rowOf, { maxLength: 15 }), { minLength: YOUTHS.length, maxLength: YOUTHS.length });
const someOf = (...values: readonly string[]) => fc.option(fc.oneof(fc.constantFrom(...values), fc.subarray([...values])), { nil: undefined });
const queries = fc.record({ asOf: fc.oneof(date, fc.constant('2020-08-01')), guide: someOf('g1', 'g2', 'g9'), status: someOf('work', 'care'), limit: fc.integer({ min: 1, max: 9 }) });

interface GeneratedRow {
  readonly from: string;
  /** Days between since and from. */
  readonly earlier: number;
  readonly days: number | null;
  readonly guide: string | null;
  readonly status: string | null;
}

function rowsFrom(generated: readonly GeneratedRow[]): readonly ViewRow[] {
  return generated.map(({ from, earlier, days, guide, status }, index) =>
    ({ key: `row-${index}`, from, since: minus(from, `P${earlier}D`), until: days === null ? null : plus(from, `P${days}D`), tags: { guide, status }, doc: { index } }));
}

/** The plain meaning of a query, row by row. */
function holds(row: ViewRow, { asOf, tags = {} }: Pick<RowQuery, 'asOf' | 'tags'>): boolean {
  const tagged = Object.entries(tags).every(([name, wanted]) => [wanted].flat().includes(row.tags[name] ?? ''));
  return tagged && row.from <= asOf && (row.until === null || asOf < row.until);
}

async function allPages(query: RowQuery): Promise<readonly FoundRow[]> {
  const found: FoundRow[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await store.find(VIEW.name, { ...query, ...(cursor ? { cursor } : {}) });
    expect(page.rows.length).toBeLessThanOrEqual(query.limit);
    found.push(...page.rows);
    cursor = page.next;
  }
  return found;
}

describe('lists and counts from SQLite', () => {
  it('are what a search through all rows finds, for any rows, date, tags and size of page', async () => {
    await fc.assert(fc.asyncProperty(rowsOfYouths, fc.array(queries, { minLength: 3, maxLength: 6 }), async (generated, asked) => {
      const youths = YOUTHS.map((trajectoryId, index) => ({ trajectoryId, rows: rowsFrom(generated[index] ?? []) }));
      const generation = await store.begin(VIEW);
      await store.commit(generation, { expected: 0, to: START, youths });
      await store.switchTo(generation);
      const all = youths.flatMap(({ trajectoryId, rows }) => rows.map((row) => ({ ...asStored(VIEW, row), trajectoryId })));
      for (const { asOf, limit, guide, status } of asked) {
        const query = { asOf, limit, tags: { ...(guide === undefined ? {} : { guide }), ...(status === undefined ? {} : { status }) } };
        const expected = all.filter((row) => holds(row, query)).toSorted(inListOrder);
        expect(await allPages(query)).toEqual(expected);
        for (const by of ['status', 'guide']) {
          const counts = await store.count(VIEW.name, { ...query, by: [by] });
          const expectedCounts = Map.groupBy(expected, (row) => row.tags[by] ?? null);
          expect(new Map(counts.map(({ values, count }) => [values[by], count]))).toEqual(new Map([...expectedCounts].map(([value, rows]) => [value, rows.length])));
        }
        const some = YOUTHS.slice(1);
        expect((await store.ofYouths(VIEW.name, some, query)).toSorted(inListOrder)).toEqual(expected.filter(({ trajectoryId }) => some.includes(trajectoryId)));
      }
    }), { numRuns: 60 });
  });

  it('walk along an index in the order of the list and sort nothing', async () => {
    await store.switchTo(await store.begin(VIEW));
    const reader = Connection.reader(join(folder, 'views.db'));
    const build = { view: VIEW.name, generation: 1, version: 1, tags: VIEW.tags, selections: selectionsOf(VIEW) };
    const conditions = ['since <= ? AND since >= ?', 'since = ? AND (trajectory, key) > (?, ?)'];
    const plans = build.selections.flatMap((selection) => conditions.map((condition) =>
      reader.db.prepare(`EXPLAIN QUERY PLAN SELECT id, since, trajectory, key FROM ${tableOf(build)} INDEXED BY ${indexOf(build, selection)}
        WHERE ${selection.map((name) => `"tag:${name}" = ? AND `).join('')}ends = ? AND "from" <= ? AND until > ? AND ${condition} ORDER BY since DESC, trajectory, key LIMIT ?`)
        .all().map(({ detail }) => String(detail))));
    reader.close();
    expect(plans).toHaveLength(6);
    for (const plan of plans) {
      expect(plan).toHaveLength(1);
      expect(plan[0]).toMatch(/^SEARCH .* USING COVERING INDEX/);
    }
  });
});

describe('the file', () => {
  it('has rows and checkpoint that belong together at any moment a process may be killed', async () => {
    const generation = await store.begin(VIEW);
    await store.switchTo(generation);
    for (let position = 1; position <= 40; position += 1) {
      const rows = Array.from({ length: 20 }, (_, index): ViewRow => ({ key: `${index}`, from: '2025-01-01', until: null, tags: {}, doc: { position } }));
      await store.commit(generation, { expected: position - 1, to: { position, recordedAt: null }, youths: YOUTHS.map((trajectoryId) => ({ trajectoryId, rows })) });
      const copy = copyOfFile(position);
      const killed = SqliteViewStore.open(copy);
      const found = await killed.find(VIEW.name, { asOf: '2025-02-01', limit: 100 });
      expect((await killed.live(VIEW.name))?.checkpoint.position).toBe(position);
      expect(found.rows).toHaveLength(60);
      expect(new Set(found.rows.map(({ doc }) => doc['position']))).toEqual(new Set([position]));
      await killed.close();
    }
  });

  it('does not keep half a commit of a process that was killed inside it', async () => {
    const generation = await store.begin(VIEW);
    await store.switchTo(generation);
    const writer = Connection.writer(join(folder, 'views.db'));
    writer.db.exec('PRAGMA cache_size = 1; BEGIN IMMEDIATE');
    const insert = writer.db.prepare('INSERT INTO "rows:test-rows:1" (trajectory, key, "from", until, since, ends, doc) VALUES (?, ?, ?, ?, ?, 9999, ?)');
    for (let index = 0; index < 2000; index += 1) insert.run(YOUTHS[0] ?? '', `${index}`, '2025-01-01', '9999-12-31', '2025-01-01', '{}');
    const killed = SqliteViewStore.open(copyOfFile(1));
    writer.db.exec('ROLLBACK');
    writer.close();
    expect(await killed.youths(VIEW.name, undefined, 10)).toEqual([]);
    expect(await killed.commit(generation, { expected: 0, to: { position: 1, recordedAt: null }, youths: [] })).toBe('committed');
    await killed.close();
  });

  it('of a version with other tables begins anew, and keeps what is in it the next time', async () => {
    await store.switchTo(await store.begin(VIEW));
    await store.close();
    const { db } = Connection.writer(join(folder, 'views.db'));
    db.exec('PRAGMA user_version = 1');
    db.close();
    store = SqliteViewStore.open(join(folder, 'views.db'));
    expect(await store.live(VIEW.name)).toBeUndefined();
    await store.switchTo(await store.begin(VIEW));
    await store.close();
    store = SqliteViewStore.open(join(folder, 'views.db'));
    expect(await store.live(VIEW.name)).toMatchObject({ generation: 1 });
  });

  it('gets its indexes for many rows without holding up the process', async () => {
    const generation = await store.begin(VIEW);
    const youths = Array.from({ length: 4000 }, (_, youth) => ({
      trajectoryId: `youth-${youth}` as TrajectoryId,
      rows: ['x', 'y', 'z'].map((key): ViewRow => ({ key, from: '2025-01-01', until: null, tags: { guide: key, status: null }, doc: {} })),
    }));
    await store.commit(generation, { expected: 0, to: START, youths });
    let turns = 0;
    const turning = setInterval(() => { turns += 1; }, 1);
    await store.switchTo(generation);
    clearInterval(turning);
    expect(turns).toBeGreaterThan(3);
    expect(await store.count(VIEW.name, { asOf: '2025-01-01', by: ['guide'] })).toHaveLength(3);
    await store.switchTo(await store.begin(VIEW));
    expect(await store.count(VIEW.name, { asOf: '2025-01-01', by: ['guide'] })).toEqual([]);
  });
});

/** What a killed process leaves: the bytes of the file and of its log at this moment. */
function copyOfFile(number: number): string {
  const copy = join(folder, `killed-${number}.db`);
  for (const part of ['', '-wal']) {
    const file = join(folder, `views.db${part}`);
    if (existsSync(file)) copyFileSync(file, `${copy}${part}`);
  }
  return copy;
}
