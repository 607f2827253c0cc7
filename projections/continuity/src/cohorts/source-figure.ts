import type { MetricId } from '../metric.js';

/** A metric of metrics.md, or the counts by status of views.md. */
export type CountedBy = MetricId | 'status';

/** What a source document counted about youths, and where the same count is made here. */
export interface SourceFigure {
  /** Document and lines (`S003 L1600-1601`), or a table of reference data. */
  readonly source: string;
  /** English, with the numbers of the source. */
  readonly says: string;
  readonly by: readonly CountedBy[];
  /** The story in `apps/trajectboek/demo` that gives this figure; without it a cohort in `./testing` does. */
  readonly story?: string;
  /** What to know when the answer of the metric is read as this figure. */
  readonly note?: string;
}

/** A number in a source that no metric can give, and why. */
export interface NotCounted {
  readonly source: string;
  readonly says: string;
  readonly why: Reason;
}

/** Why a number is left out. */
export const REASONS = {
  'other-unit': 'It counts municipalities, schools, employers or vacancies; the ledger knows youths.',
  'size': 'It only says how large a group is: whoever builds a group of that size gets that size back.',
  'no-metric': 'The facts can be recorded, but no metric and no list counts them.',
  'no-fact': 'No event says it.',
  'same-count': 'The same count as a figure that is checked, with other numbers.',
  'aim': 'It is an aim or an estimate, not a count.',
} as const;
export type Reason = keyof typeof REASONS;
