import type { Validity } from '../rule-book/dates.js';
import type { Predicate } from '../predicates/predicate.js';

export const SUBJECTS_OF_DEFINITIONS = ['out-of-view', 'early-leaver', 'target-group', 'duty', 'status', 'privacy', 'outcome'] as const;
export type AboutWhat = (typeof SUBJECTS_OF_DEFINITIONS)[number];

export const CONFIDENCES = ['stated', 'inferred', 'unverified'] as const;
/** Stated = the source says it; inferred = our reading or a product choice; unverified = check before use. */
export type Confidence = (typeof CONFIDENCES)[number];

/** A named predicate over one youth on one date. Definitions that contradict each other stay side by side. */
export interface Definition extends Validity {
  readonly code: string;
  readonly label: string;
  readonly about: AboutWhat;
  readonly when: Predicate;
  /** Municipalities that the definition comes from; null where it is of nobody in particular. It limits nothing: definitions stand side by side over the same youths. */
  readonly municipalities: ReadonlySet<string> | null;
  readonly source: readonly string[];
  readonly confidence: Confidence;
}
