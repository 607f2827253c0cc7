import type { SQLInputValue } from 'node:sqlite';
import { UnknownTagError, type CountQuery } from '@trajectboek/view-store';
import type { Connection } from './connection.js';
import { earliestFrom, LENGTH_CLASSES } from './periods.js';
import { indexOf, tableOf, tagColumn, type Build } from './schema.js';

/** Counting further than this costs more than a better choice of index gains. */
const ENOUGH_TO_COMPARE = 2000;

export type TagFilter = readonly (readonly [tag: string, values: readonly string[]])[];

/** A part of an index that lies in the order of the list. */
export interface Range {
  /** FROM and WHERE, to which a condition on `"from"` and more can be added. */
  readonly sql: string;
  readonly parameters: readonly SQLInputValue[];
  readonly earliestFrom: string;
}

/** @throws UnknownTagError */
export function filterOf(build: Build, tags: CountQuery['tags'] = {}): TagFilter {
  checkTags(build, Object.keys(tags));
  const named = build.tags.filter((tag) => tags[tag] !== undefined);
  return named.map((tag) => [tag, [...new Set([tags[tag] ?? []].flat())]]);
}

/** @throws UnknownTagError */
export function checkTags(build: Build, tags: readonly string[]): void {
  const unknown = tags.find((tag) => !build.tags.includes(tag));
  if (unknown !== undefined) throw new UnknownTagError(build.view, unknown);
}

/** The ranges that together have every row which holds on the date and has the tags. */
export function rangesOf(connection: Connection, build: Build, query: { readonly asOf: string; readonly filter: TagFilter }): readonly Range[] {
  const leading = mostSelective(connection, build, query.filter);
  const others = query.filter.filter(([tag]) => tag !== leading?.[0]);
  const residual = others.map(([tag]) => ` AND ${tagColumn(tag)} IN (SELECT value FROM json_each(?))`).join('');
  const lead = leading ? `${tagColumn(leading[0])} = ? AND ` : '';
  const sql = `FROM ${tableOf(build)} INDEXED BY ${indexOf(build, leading?.[0])} WHERE ${lead}length = ? AND until > ?${residual}`;
  const otherValues = others.map(([, values]) => JSON.stringify(values));
  const leads: readonly SQLInputValue[][] = leading ? leading[1].map((value) => [value]) : [[]];
  return leads.flatMap((value) => LENGTH_CLASSES.map((length) => ({
    sql,
    parameters: [...value, length, query.asOf, ...otherValues],
    earliestFrom: earliestFrom(length, query.asOf),
  })));
}

function mostSelective(connection: Connection, build: Build, filter: TagFilter): TagFilter[number] | undefined {
  const [first, second] = filter;
  if (!first || !second) return first;
  const sizes = new Map(filter.map((part) => [part, sizeOf(connection, build, part)]));
  return [...filter].sort((a, b) => (sizes.get(a) ?? 0) - (sizes.get(b) ?? 0) || a[1].length - b[1].length)[0];
}

/** How many rows have one of the values, at any time; not counted further than is useful. */
function sizeOf(connection: Connection, build: Build, [tag, values]: TagFilter[number]): number {
  const count = connection.prepare(`
    SELECT count(*) AS n FROM (SELECT 1 FROM ${tableOf(build)} INDEXED BY ${indexOf(build, tag)} WHERE ${tagColumn(tag)} = ? LIMIT ?)`);
  let size = 0;
  for (const value of values) {
    if (size >= ENOUGH_TO_COMPARE) break;
    size += Number(count.get(value, ENOUGH_TO_COMPARE - size)?.['n']);
  }
  return size;
}
