import { countBefore } from '@trajectboek/events';
import type { Lengths } from '../tally.js';
import { Z_95 } from './interval.js';

/** Retention at one moment; null where nobody was followed so far and some were still running. */
export interface Retention {
  readonly [key: string]: number | null;
  /** Spells that had not ended or been cut off before the moment. */
  readonly atRisk: number;
  /** Spells that ended up to and including the moment. */
  readonly endedBy: number;
  readonly survival: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** How many of the sorted values are at least this high. */
function atLeast(sorted: readonly number[], value: number): number {
  return sorted.length - countBefore(sorted, (one) => one < value);
}

/** Survival after the steps up to the moment, and Greenwood's sum of d / (n (n - d)) over them. */
function curveUntil(ended: readonly number[], all: readonly number[], moment: number): readonly [number, number] {
  let [survival, greenwood, index] = [1, 0, 0];
  for (let step = ended[0] ?? Infinity; step <= moment; step = ended[index] ?? Infinity) {
    const atRisk = atLeast(all, step);
    const start = index;
    while (ended[index] === step) index += 1;
    const ending = index - start;
    survival *= 1 - ending / atRisk;
    greenwood += ending / (atRisk * (atRisk - ending));
  }
  return [survival, greenwood];
}

/**
 * Kaplan-Meier estimates at some moments, with the plain 95% interval of Greenwood (S ± z·S·√Σ), cut off at 0 and 1. At
 * S = 0 the interval is its limit, 0. A spell that ends on the moment itself has not survived it.
 * @param moments in the unit of the lengths
 */
export function retentionAt(lengths: Lengths, moments: readonly number[]): Readonly<Record<string, Retention>> {
  const ended = lengths.ended.toSorted((a, b) => a - b);
  const all = [...ended, ...lengths.running].sort((a, b) => a - b);
  return Object.fromEntries(moments.map((moment) => [String(moment), estimate(ended, all, moment)]));
}

function estimate(ended: readonly number[], all: readonly number[], moment: number): Retention {
  const atRisk = atLeast(all, moment);
  const endedBy = ended.filter((length) => length <= moment).length;
  const [survival, greenwood] = curveUntil(ended, all, moment);
  const followed = atRisk > 0 || survival === 0;
  if (!followed) return { atRisk, endedBy, survival: null, low: null, high: null };
  const margin = survival === 0 ? 0 : Z_95 * survival * Math.sqrt(greenwood);
  return { atRisk, endedBy, survival, low: Math.max(0, survival - margin), high: Math.min(1, survival + margin) };
}
