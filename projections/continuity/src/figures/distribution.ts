import type { Lengths, Tally } from '../tally.js';

/** Lengths that ended, with those still running only counted; the figures are null when none ended. */
export interface Distribution {
  readonly [key: string]: number | null;
  readonly n: number;
  readonly censored: number;
  readonly min: number | null;
  readonly p25: number | null;
  readonly median: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
  readonly max: number | null;
}

/** The value at a fraction of the sorted values, linear between the closest ranks (metrics.md, "Further"). */
export function percentile(sorted: readonly number[], fraction: number): number | null {
  const rank = fraction * (sorted.length - 1);
  const below = sorted[Math.floor(rank)];
  if (below === undefined) return null;
  const above = sorted[Math.ceil(rank)] ?? below;
  return below + (above - below) * (rank - Math.floor(rank));
}

export function distribution({ ended, running }: Lengths): Distribution {
  const sorted = ended.toSorted((a, b) => a - b);
  return {
    n: sorted.length,
    censored: running.length,
    min: percentile(sorted, 0),
    p25: percentile(sorted, 0.25),
    median: percentile(sorted, 0.5),
    p75: percentile(sorted, 0.75),
    p90: percentile(sorted, 0.9),
    max: percentile(sorted, 1),
  };
}

export function distributionOf(tally: Tally, name: string): Distribution {
  return distribution(tally.lengthsOf(name));
}
