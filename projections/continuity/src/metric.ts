import type { CivilDate, Instant } from '@trajectboek/events';
import type { Youth } from '@trajectboek/situation';
import type { Figures } from './figures/figure.js';
import type { PublicationRules } from './published/publication.js';
import type { MetricRules } from './rules.js';
import type { Tally } from './tally.js';
import type { Window } from './window.js';

export const METRIC_IDS = [
  'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9', 'C10', 'C11', 'C12', 'C13',
  'C14', 'C15', 'C16', 'C17', 'C18', 'C19', 'C20', 'C21', 'C22', 'C23', 'C24', 'C25', 'C26',
] as const;
export type MetricId = (typeof METRIC_IDS)[number];

export function isMetricId(value: string): value is MetricId {
  return METRIC_IDS.some((id) => id === value);
}

/** What a metric needs beside the facts of a youth. */
export interface MetricContext {
  readonly window: Window;
  readonly rules: MetricRules;
}

/** One metric of metrics.md, in two steps: what each youth adds, and what the sum says. */
export interface Metric {
  readonly id: MetricId;
  /** Dutch, for people. */
  readonly label: string;
  /** Dutch (B1): what is counted, over whom, and how what still runs is handled. */
  readonly definition: string;
  readonly unit: 'dagen' | 'maanden' | 'aandeel' | 'aantal' | 'per jaar';
  /** The work list that is nearest to the figure: what there is to do about it. */
  readonly worklist: string;
  /** The names of its figures in the answer (metrics.md, "Result keys"). */
  readonly keys: readonly string[];
  /** @param youth on `context.window.asOf` */
  itemsOf(youth: Youth, context: MetricContext): Tally;
  summarise(tally: Tally): Figures;
}

/** The question. */
export interface MetricRequest {
  readonly metric: MetricId;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly asOf: CivilDate;
  /** The moment up to which the chronicles were filtered; repeated in the answer. */
  readonly knownAt?: CivilDate | Instant | undefined;
  /** With these the answer is fit to publish; without them it is for who may see the youths. */
  readonly published?: PublicationRules | undefined;
}

/** The answer: the question repeated, and the figures at top level. */
export interface MetricResult extends Figures {
  readonly metric: MetricId;
  readonly label: string;
  readonly definition: string;
  readonly unit: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly asOf: CivilDate;
  /** How many youths have an item in the window. */
  readonly youthsCounted: number | null;
  /** So few that the figures say little. */
  readonly smallNumbers: boolean;
  /** True when figures were left out to protect persons; only in published answers. */
  readonly suppressed: boolean;
}
