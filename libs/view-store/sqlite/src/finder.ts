import type { CivilDate, TrajectoryId } from '@trajectboek/events';
import { cursorAfter, inListOrder, placeOf, type FoundRow, type FoundRows, type Place, type RowQuery } from '@trajectboek/view-store';
import type { Connection } from './connection.js';
import { tableOf, type Build } from './schema.js';
import { filterOf, rangesOf, type Range } from './selection.js';
import { asArrays, rowColumns, toRow } from './stored-rows.js';

interface Candidate extends Place {
  readonly id: number;
}

const ORDER = 'ORDER BY since DESC, trajectory, key LIMIT ?';

/** One page of a list: the first rows of each range, merged. */
export function findRows(connection: Connection, build: Build, query: RowQuery): FoundRows {
  if (!Number.isInteger(query.limit) || query.limit < 1) throw new RangeError('a page has at least one row');
  const after = query.cursor === undefined ? undefined : placeOf(query.cursor);
  const ranges = rangesOf(connection, build, { asOf: query.asOf, filter: filterOf(build, query.tags) });
  const page = new Page(query.limit + 1);
  const within = after && after.since <= query.asOf ? after : undefined;
  // The rest of the cursor's own day first: a day such as 1 August can have very many rows, and often fills the page.
  if (within) for (const range of ranges) page.add(restOfDay(connection, range, { after: within, limit: page.size }));
  if (!within || !page.isFull) for (const range of ranges) {
    const latest = within ? { sql: 'since < ?', date: within.since } : { sql: 'since <= ?', date: query.asOf };
    page.add(before(connection, range, { latest, earliest: page.earliestOfUse, limit: page.size }));
  }
  const [rows, more] = [page.rows.slice(0, query.limit), page.rows.length > query.limit];
  const last = rows.at(-1);
  return { rows: readRows(connection, { ...build, tagsOnly: query.tagsOnly ?? false }, rows), next: more && last ? cursorAfter(last) : null };
}

/** The best candidates so far. */
class Page {
  rows: readonly Candidate[] = [];

  constructor(readonly size: number) {}

  add(candidates: readonly Candidate[]): void {
    if (candidates.length > 0) this.rows = [...this.rows, ...candidates].sort(inListOrder).slice(0, this.size);
  }

  get isFull(): boolean {
    return this.rows.length >= this.size;
  }

  /** Rows since before this date cannot get on the page any more. */
  get earliestOfUse(): CivilDate {
    return this.isFull ? (this.rows.at(-1)?.since ?? '') : '';
  }
}

function restOfDay(connection: Connection, range: Range, { after, limit }: { readonly after: Place; readonly limit: number }): Candidate[] {
  return select(connection, `${range.sql} AND since = ? AND (trajectory, key) > (?, ?)`, [...range.parameters, after.since, after.trajectoryId, after.key, limit]);
}

interface Bounds {
  readonly latest: { readonly sql: string; readonly date: CivilDate };
  readonly earliest: CivilDate;
  readonly limit: number;
}

function before(connection: Connection, range: Range, { latest, earliest, limit }: Bounds): Candidate[] {
  return select(connection, `${range.sql} AND ${latest.sql} AND since >= ?`, [...range.parameters, latest.date, earliest, limit]);
}

function select(connection: Connection, sql: string, parameters: Range['parameters']): Candidate[] {
  const statement = connection.prepare(`SELECT id, since, trajectory, key ${sql} ${ORDER}`);
  statement.setReturnArrays(true);
  return asArrays(statement.all(...parameters)).map(([id, since, trajectory, key]) =>
    ({ id: Number(id), since: String(since), trajectoryId: String(trajectory) as TrajectoryId, key: String(key) }));
}

function readRows(connection: Connection, { tagsOnly, ...build }: Build & Required<Pick<RowQuery, 'tagsOnly'>>, candidates: readonly Candidate[]): FoundRow[] {
  const statement = connection.prepare(`SELECT ${rowColumns(build, tagsOnly)} FROM ${tableOf(build)} AS r WHERE id = ?`);
  statement.setReturnArrays(true);
  return candidates.map(({ id }) => toRow(build.tags, statement.get(id) as unknown as readonly unknown[]));
}
