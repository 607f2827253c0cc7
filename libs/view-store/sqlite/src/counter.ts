import type { CountQuery, RowCount } from '@trajectboek/view-store';
import type { Connection } from './connection.js';
import { tagColumn, type Build } from './schema.js';
import { checkTags, filterOf, rangesOf } from './selection.js';
import { asArrays, textOrNull } from './stored-rows.js';

export function countRows(connection: Connection, build: Build, { asOf, tags, by }: CountQuery): readonly RowCount[] {
  checkTags(build, by);
  const columns = by.map(tagColumn);
  const grouping = columns.length > 0 ? ` GROUP BY ${columns.join(', ')}` : '';
  const counts = new Map<string, RowCount>();
  for (const range of rangesOf(connection, build, { asOf, filter: filterOf(build, tags) })) {
    const statement = connection.prepare(`SELECT ${['count(*)', ...columns].join(', ')} ${range.sql} AND "from" <= ? AND "from" >= ?${grouping}`);
    statement.setReturnArrays(true);
    for (const [count, ...values] of asArrays(statement.all(...range.parameters, asOf, range.earliestFrom))) {
      if (Number(count) > 0) addTo(counts, { values: Object.fromEntries(by.map((tag, index) => [tag, textOrNull(values[index])])), count: Number(count) });
    }
  }
  return [...counts.values()];
}

function addTo(counts: Map<string, RowCount>, found: RowCount): void {
  const key = JSON.stringify(Object.values(found.values));
  const before = counts.get(key)?.count ?? 0;
  counts.set(key, { values: found.values, count: before + found.count });
}
