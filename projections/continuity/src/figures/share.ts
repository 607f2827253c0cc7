import type { Tally } from '../tally.js';
import { Z_95 } from './interval.js';

/** A part of a whole with its 95% interval (Wilson); the value is null when the whole is empty, never 0. */
export interface Share {
  readonly [key: string]: number | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export function share(numerator: number, denominator: number): Share {
  if (denominator === 0) return { numerator, denominator, value: null, low: null, high: null };
  const value = numerator / denominator;
  return { numerator, denominator, value, ...wilson(value, denominator) };
}

/** The interval stays within 0 and 1 and has a width at 0 and at 1 too, where few were counted. */
function wilson(value: number, n: number): { readonly low: number; readonly high: number } {
  const square = Z_95 ** 2;
  const middle = value + square / (2 * n);
  const margin = Z_95 * Math.sqrt((value * (1 - value)) / n + square / (4 * n ** 2));
  const scale = 1 + square / n;
  return { low: value === 0 ? 0 : (middle - margin) / scale, high: value === 1 ? 1 : (middle + margin) / scale };
}

/** The share of what `tally.judge(name, …)` was told. */
export function shareOf(tally: Tally, name: string): Share {
  return share(tally.countOf(`${name}:true`), tally.countOf(`${name}:true`) + tally.countOf(`${name}:false`));
}

/** The same, with how many items could not be judged yet: in neither part, because their term still runs. */
export function censoredShareOf(tally: Tally, name: string): Share & { readonly censored: number } {
  return { ...shareOf(tally, name), censored: tally.countOf(`${name}:running`) };
}

export const SHARE_KEYS = ['numerator', 'denominator', 'value', 'low', 'high'] as const;
export const CENSORED_SHARE_KEYS = [...SHARE_KEYS, 'censored'] as const;
