import { share, type Tree } from './figures.js';
import type { World } from './world.js';

/** The question: from, to and as of. */
export interface Asked {
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
}

/** A metric computed a second time. */
export type Second = (world: World, asked: Asked) => Tree;

/** In SQL: facts of a type that start in the window. Facts after `asOf` are not in the table. */
export const startsIn = (type: string, name = 'f'): string => `${name}.type = '${type}' AND ${name}.day BETWEEN :from AND :to`;
export const field = (name: string, of = 'f.data'): string => `json_extract(${of}, '$.${name}')`;

/** Real contact (views.md, section 1), as a condition on a line of the table. */
export const REAL_CONTACT = (name: string): string => `(${name}.type IN ('ContactMade', 'HandoverCompleted')
  OR (${name}.type = 'IntakeHeld' AND ${field('kind', `${name}.data`)} NOT IN ('mbo', 'joint'))
  OR (${name}.type = 'MeetingHeld' AND ${field('youthPresent', `${name}.data`)})
  OR (${name}.type = 'StatusConfirmed' AND ${field('by', `${name}.data`)} IN ('youth', 'guide'))
  OR (${name}.type = 'ContactAttempted' AND ${field('reached', `${name}.data`)}))`;

/** Runs a query with the names of the question that it uses. */
export function ask(world: World, sql: string, { from, to, asOf }: Asked): readonly Readonly<Record<string, unknown>>[] {
  const values = Object.entries({ from, to, asOf }).filter(([name]) => sql.includes(`:${name}`));
  return world.rows(sql, Object.fromEntries(values));
}

/** The first column of each line, as a number or null. */
export function column(world: World, sql: string, asked: Asked): readonly (number | null)[] {
  return ask(world, sql, asked).map((row) => { const [value] = Object.values(row); return value === null ? null : Number(value); });
}

/** The share of the lines that are 1, of those that are 0 or 1; null is undecided. */
export function shareOfLines(world: World, sql: string, asked: Asked): Tree {
  const decided = column(world, sql, asked).filter((value) => value !== null);
  return share(decided.filter((value) => value === 1).length, decided.length);
}

/** The same, with how many are undecided. */
export function censoredShare(world: World, sql: string, asked: Asked): Tree {
  return { ...shareOfLines(world, sql, asked), censored: column(world, sql, asked).filter((value) => value === null).length };
}

/** The number of lines. */
export function count(world: World, sql: string, asked: Asked): number {
  return ask(world, sql, asked).length;
}

/** Counts per value of the first column. */
export function countBy(world: World, sql: string, asked: Asked): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const row of ask(world, sql, asked)) {
    const [value] = Object.values(row);
    counts[String(value)] = (counts[String(value)] ?? 0) + 1;
  }
  return counts;
}
