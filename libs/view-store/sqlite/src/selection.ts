import type { SQLInputValue } from 'node:sqlite';
import { UnknownTagError, type CountQuery } from '@trajectboek/view-store';
import type { Connection } from './connection.js';
import { NEVER, yearOf } from './periods.js';
import { indexOf, tableOf, tagColumn, type Build, type Selection } from './schema.js';

export type TagFilter = readonly (readonly [tag: string, values: readonly string[]])[];

/** A part of an index that lies in the order of the list. */
export interface Range {
  /** FROM and WHERE, to which a condition on `since` can be added. */
  readonly sql: string;
  readonly parameters: readonly SQLInputValue[];
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
export function rangesOf(connection: Connection, build: Build, { asOf, filter }: { readonly asOf: string; readonly filter: TagFilter }): readonly Range[] {
  const selection = selectionFor(build, filter);
  if (!selection) return [allRows(build, asOf, filter)];
  const others = filter.filter(([tag]) => !selection.includes(tag));
  const index = `FROM ${tableOf(build)} INDEXED BY ${indexOf(build, selection)} WHERE ${selection.map((tag) => `${tagColumn(tag)} = ? AND `).join('')}`;
  const residual = residualOf(others);
  return combinations(selection.map((tag) => filter.find(([name]) => name === tag)?.[1] ?? [])).flatMap((lead) =>
    endClasses(connection, `SELECT max(ends) AS ends ${index}ends < ?`, { lead, earliest: yearOf(asOf) }).map((ends) => ({
      sql: `${index}ends = ? AND "from" <= ? AND until > ?${residual.sql}`, parameters: [...lead, ends, asOf, asOf, ...residual.parameters],
    })));
}

function residualOf(filter: TagFilter): Range {
  return {
    sql: filter.map(([tag]) => ` AND ${tagColumn(tag)} IN (SELECT value FROM json_each(?))`).join(''),
    parameters: filter.map(([, values]) => JSON.stringify(values)),
  };
}

/** Where no selection is of use: a search through the whole view, for questions that nobody asks often. */
function allRows(build: Build, asOf: string, filter: TagFilter): Range {
  const residual = residualOf(filter);
  return { sql: `FROM ${tableOf(build)} WHERE ends > ${NEVER} AND "from" <= ? AND until > ?${residual.sql}`, parameters: [asOf, asOf, ...residual.parameters] };
}

/** The selection with the most of the tags that are asked for; of equal ones the first that the view declares. */
function selectionFor({ selections }: Build, filter: TagFilter): Selection | undefined {
  const asked = new Set(filter.map(([tag]) => tag));
  return selections.filter((selection) => selection.every((tag) => asked.has(tag))).toSorted((a, b) => b.length - a.length)[0];
}

function combinations(values: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return values.reduce<readonly (readonly string[])[]>((all, next) => all.flatMap((some) => next.map((value) => [...some, value])), [[]]);
}

/** The years from this one on in which rows of a list end, last first; a step along the index for each. */
function endClasses(connection: Connection, sql: string, { lead, earliest }: { readonly lead: readonly string[]; readonly earliest: number }): readonly number[] {
  const next = connection.prepare(sql);
  const found: number[] = [];
  for (let before = 10_000; ;) {
    const ends = next.get(...lead, before)?.['ends'];
    if (typeof ends !== 'number' || ends < earliest || ends === NEVER) return found;
    found.push(ends);
    before = ends;
  }
}
