import type { Tally } from '../tally.js';

/** A part of a whole; the value is null when the whole is empty, never 0. */
export interface Share {
  readonly [key: string]: number | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number | null;
}

export function share(numerator: number, denominator: number): Share {
  return { numerator, denominator, value: denominator === 0 ? null : numerator / denominator };
}

/** The share of what `tally.judge(name, …)` was told. */
export function shareOf(tally: Tally, name: string): Share {
  return share(tally.countOf(`${name}:true`), tally.countOf(`${name}:true`) + tally.countOf(`${name}:false`));
}
