import type { CivilDate, History } from '@trajectboek/events';

/** The nine facets of views.md section 1, in the order of their table. */
export const FACETS = ['education', 'internship', 'work', 'activity', 'care', 'searchPeriod', 'benefit', 'explained', 'contact'] as const;
export type Facet = (typeof FACETS)[number];

/**
 * One youth on one date, as the rules ask about him. The facets are folded by libs/situation, which builds on this
 * library; that is why they come in through this interface.
 */
export interface YouthOnDate {
  /** What had happened by the date; `history.asOf` is the date. */
  readonly history: History;
  hasFacet(facet: Facet): boolean;
  /** The same youth, as known at the same moment, on another date. */
  on(date: CivilDate): YouthOnDate;
}

/** The value of a dated setting; a municipality may have its own. Values are as in schemes.yaml: `P90D`, `23`, `"04-01"`. */
export interface Settings {
  valueOf(code: string, date: CivilDate, municipality?: string): string | number;
  /** The first later date on which the value is another one; folds tell it to their `AsOf`, so that stored periods end there. */
  nextChange?(code: string, date: CivilDate, municipality?: string): CivilDate | undefined;
}
