import type { TrajectoryId } from '@trajectboek/events';
import type { FoundRow, ViewRow, YouthRows } from '@trajectboek/view-store';
import type { Connection } from './connection.js';
import { tableOf, type Build } from './schema.js';
import { asArrays, rowColumns, toRow } from './stored-rows.js';

export function findRowsOf(connection: Connection, build: Build, trajectoryId: TrajectoryId): readonly ViewRow[] {
  const statement = connection.prepare(`SELECT ${rowColumns(build.tags)} FROM ${tableOf(build)} WHERE trajectory = ? ORDER BY "from", key`);
  statement.setReturnArrays(true);
  return asArrays(statement.all(trajectoryId)).map((values) => withoutYouth(toRow(build.tags, values)));
}

export function findYouths(connection: Connection, build: Build, page: { readonly after: TrajectoryId | undefined; readonly limit: number }): readonly YouthRows[] {
  const found = connection.prepare(`SELECT DISTINCT trajectory FROM ${tableOf(build)} WHERE trajectory > ? ORDER BY trajectory LIMIT ?`)
    .all(page.after ?? '', page.limit);
  return [...found].map(({ trajectory }) => {
    const trajectoryId = String(trajectory) as TrajectoryId;
    return { trajectoryId, rows: findRowsOf(connection, build, trajectoryId) };
  });
}

function withoutYouth({ key, from, until, tags, doc }: FoundRow): ViewRow {
  return { key, from, until, tags, doc };
}
