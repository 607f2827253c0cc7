import type { CountQuery, RowCount } from '@trajectboek/view-store';
import type { Connection } from './connection.js';
import type { RegisteredBuild } from './registry.js';
import { tagColumn } from './schema.js';
import { checkTags, filterOf, rangesOf, type TagFilter } from './selection.js';
import { asArrays } from './stored-rows.js';
import { countFromTally, NO_VALUE } from './tallies.js';

/** From the tallies where they have all tags that are asked for; else row by row. */
export function countRows(connection: Connection, build: RegisteredBuild, { asOf, tags, by }: CountQuery): readonly RowCount[] {
  checkTags(build, by);
  const filter = filterOf(build, tags);
  const counted = countFromTally(connection, build, { asOf, filter, by }) ?? countInRanges(connection, build, { asOf, filter, by });
  const counts = new Map<string, RowCount>();
  for (const [count, ...values] of asArrays(counted)) {
    if (Number(count) !== 0) addTo(counts, { values: Object.fromEntries(by.map((tag, index) => [tag, valueOf(values[index])])), count: Number(count) });
  }
  return [...counts.values()].filter(({ count }) => count > 0);
}

function countInRanges(connection: Connection, build: RegisteredBuild, { asOf, filter, by }: { readonly asOf: string; readonly filter: TagFilter; readonly by: readonly string[] }): readonly (readonly unknown[])[] {
  const columns = by.map(tagColumn);
  const grouping = columns.length > 0 ? ` GROUP BY ${columns.join(', ')}` : '';
  return rangesOf(connection, build, { asOf, filter }).flatMap((range) => {
    const statement = connection.prepare(`SELECT ${['count(*)', ...columns].join(', ')} ${range.sql} AND since <= ?${grouping}`);
    statement.setReturnArrays(true);
    return asArrays(statement.all(...range.parameters, asOf));
  });
}

function valueOf(value: unknown): string | null {
  return typeof value === 'string' && value !== NO_VALUE ? value : null;
}

function addTo(counts: Map<string, RowCount>, found: RowCount): void {
  const key = JSON.stringify(Object.values(found.values));
  const before = counts.get(key)?.count ?? 0;
  counts.set(key, { values: found.values, count: before + found.count });
}
