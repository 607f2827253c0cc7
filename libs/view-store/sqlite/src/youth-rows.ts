import type { TrajectoryId } from '@trajectboek/events';
import type { FoundRow, StoredRow, WhichYouths, YouthRows, YouthsQuery } from '@trajectboek/view-store';
import type { Connection } from './connection.js';
import { tableOf, tagColumn, type Build } from './schema.js';
import type { TagFilter } from './selection.js';
import { asArrays, rowColumns, toRow } from './stored-rows.js';

export function findRowsOf(connection: Connection, build: Build, trajectoryId: TrajectoryId): readonly StoredRow[] {
  const statement = connection.prepare(`SELECT ${rowColumns(build)} FROM ${tableOf(build)} AS r WHERE trajectory = ? ORDER BY "from", key`);
  statement.setReturnArrays(true);
  return asArrays(statement.all(trajectoryId)).map((values) => withoutYouth(toRow(build.tags, values)));
}

interface OfYouths extends Required<Pick<YouthsQuery, 'asOf' | 'tagsOnly'>> {
  readonly trajectoryIds: readonly TrajectoryId[];
  readonly filter: TagFilter;
}

/** Rows of these youths that hold on the date and have the tags: for each a short walk along his own rows. */
export function findOfYouths(connection: Connection, build: Build, { trajectoryIds, asOf, filter, tagsOnly }: OfYouths): readonly FoundRow[] {
  const residual = filter.map(([tag]) => ` AND ${tagColumn(tag)} IN (SELECT value FROM json_each(?))`).join('');
  const statement = connection.prepare(`SELECT ${rowColumns(build, tagsOnly)} FROM ${tableOf(build)} AS r WHERE trajectory = ? AND "from" <= ? AND until > ?${residual}`);
  statement.setReturnArrays(true);
  const values = filter.map(([, wanted]) => JSON.stringify(wanted));
  return trajectoryIds.flatMap((trajectoryId) => asArrays(statement.all(trajectoryId, asOf, asOf, ...values)).map((row) => toRow(build.tags, row)));
}

export function findYouths(connection: Connection, build: Build, page: { readonly after: TrajectoryId | undefined; readonly limit: number }): readonly YouthRows[] {
  const found = connection.prepare(`SELECT DISTINCT trajectory FROM ${tableOf(build)} WHERE trajectory > ? ORDER BY trajectory LIMIT ?`)
    .all(page.after ?? '', page.limit);
  return [...found].map(({ trajectory }) => youthRows(connection, build, String(trajectory) as TrajectoryId));
}

export function findYouthsIn(connection: Connection, build: Build, which: WhichYouths): readonly YouthRows[] {
  if ('limit' in which) return findYouths(connection, build, which);
  return which.map((trajectoryId) => youthRows(connection, build, trajectoryId)).filter(({ rows }) => rows.length > 0);
}

function youthRows(connection: Connection, build: Build, trajectoryId: TrajectoryId): YouthRows {
  const rows = findRowsOf(connection, build, trajectoryId);
  const shared = rows[0]?.shared;
  return { trajectoryId, rows: rows.map(({ shared: _once, ...row }) => row), ...(shared !== undefined && { shared }) };
}

function withoutYouth({ trajectoryId: _youth, ...row }: FoundRow): StoredRow {
  return row;
}
