/** How figures are made public (schemes.yaml: statisticsThreshold, statisticsRounding; privacy-and-proof.md, Statistics). */
export interface PublicationRules {
  /** Figures about fewer youths, or of fewer items, are left out. */
  readonly threshold: number;
  /** Counts are rounded to a multiple of this. */
  readonly rounding: number;
}

/** Above this share in one part a figure tells about persons: it is left out, as in published counts. */
const DOMINANCE = 0.9;

/** How many items a figure counts, and how many youths are behind them. */
export interface Weight {
  readonly items: number;
  readonly youths: number;
}

/** Too few to publish. Nothing at all is no secret. */
export function isSmall({ items, youths }: Weight, { threshold }: PublicationRules): boolean {
  const few = (count: number): boolean => count > 0 && count < threshold;
  return few(items) || few(youths);
}

/** True when a part is nearly all of the whole. */
export function isMostOf(whole: number, part: number): boolean {
  return whole > 0 && part / whole > DOMINANCE;
}

/** True when one of two parts is nearly all of the whole. */
export function isDominated(part: number, whole: number): boolean {
  return isMostOf(whole, part) || isMostOf(whole, whole - part);
}

export function rounded(count: number, { rounding }: PublicationRules): number {
  return Math.round(count / rounding) * rounding;
}
