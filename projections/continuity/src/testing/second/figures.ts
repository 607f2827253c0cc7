/** Figures as metrics.md names them, computed apart from the ones of the fold. */
export type Tree = { readonly [key: string]: number | string | null | Tree };

export function share(numerator: number, denominator: number): Tree {
  return { numerator, denominator, value: denominator > 0 ? numerator / denominator : null };
}

/** Linear between the closest ranks: each value is weighted by how near its rank is. */
function quantile(values: readonly number[], fraction: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.reduce((sum, value, rank) => sum + value * Math.max(0, 1 - Math.abs(rank - fraction * (sorted.length - 1))), 0);
}

/** @param lengths null for one that still runs */
export function spread(lengths: readonly (number | null)[]): Tree {
  const ended = lengths.filter((length) => length !== null);
  const [min, p25, median, p75, p90, max] = [0, 0.25, 0.5, 0.75, 0.9, 1].map((fraction) => quantile(ended, fraction)) as [number, number, number, number, number, number];
  return { n: ended.length, censored: lengths.length - ended.length, min, p25, median, p75, p90, max };
}

export interface Followed {
  readonly time: number;
  readonly ended: boolean;
}

/** Kaplan-Meier one distinct time after the other, with the interval of Greenwood. */
export function survivalAt(spells: readonly Followed[], moment: number): Tree {
  const atRisk = spells.filter(({ time }) => time >= moment).length;
  let [survival, variance] = [1, 0];
  for (const time of [...new Set(spells.filter(({ ended, time: at }) => ended && at <= moment).map(({ time: at }) => at))].sort((a, b) => a - b)) {
    const still = spells.filter((spell) => spell.time >= time).length;
    const stopped = spells.filter((spell) => spell.ended && spell.time === time).length;
    survival *= (still - stopped) / still;
    variance += stopped / (still * (still - stopped));
  }
  if (survival === 0) return { atRisk, survival: 0, low: 0, high: 0 };
  if (atRisk === 0) return { atRisk, survival: null, low: null, high: null };
  const error = 1.959963984540054 * survival * Math.sqrt(variance);
  return { atRisk, survival, low: Math.max(0, survival - error), high: Math.min(1, survival + error) };
}
