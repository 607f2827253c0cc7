/** What a metric answers: numbers by name, nested where a key has parts; null where a figure cannot be computed. */
export type Figure = number | string | boolean | null | Figures;
export interface Figures {
  readonly [key: string]: Figure;
}

/** Counts that tell how much there was to compute with; on their own they are no figure. */
const BASES: ReadonlySet<string> = new Set(['n', 'censored', 'numerator', 'denominator', 'atRisk', 'endedBy', 'spells']);

/** What is left to say when there was nothing to compute with: that the bases are 0 and the figures null. */
export function withoutCounts(figures: Figures): Figures {
  return Object.fromEntries(Object.entries(figures).filter(([key, figure]) => figure === null || BASES.has(key)));
}

/** True when at least one figure could be computed. */
export function hasFigure(figures: Figures): boolean {
  return Object.entries(figures).some(([key, figure]) => {
    if (typeof figure === 'object' && figure !== null) return hasFigure(figure);
    return figure !== null && !BASES.has(key);
  });
}
