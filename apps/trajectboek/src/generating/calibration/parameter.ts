import type { Weighted } from '../random.js';

/** A chance from 0 to 1, with where it comes from. */
export interface Share {
  readonly chance: number;
  readonly source: string;
}

/** A number of days between two ends, with where it comes from. */
export interface Span {
  readonly least: number;
  readonly most: number;
  readonly source: string;
}

/** What no source says: chosen so that lists and metrics have something in them. */
const ASSUMED = 'assumed';

export function share(chance: number, source = ASSUMED): Share {
  return { chance, source };
}

export function span(least: number, most: number, source = ASSUMED): Span {
  return { least, most, source };
}

export function table<Option extends string>(weights: Readonly<Record<Option, number>>, source = ASSUMED): Weighted<Option> {
  const options = Object.keys(weights) as Option[];
  return { options: options.map((option) => [option, weights[option]] as const), source };
}
