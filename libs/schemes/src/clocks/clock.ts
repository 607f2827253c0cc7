import type { EventName, Period } from '@trajectboek/events';
import type { Confidence } from '../definitions/definition.js';
import type { EventTest } from '../predicates/event-test.js';
import type { Context, Predicate } from '../predicates/predicate.js';
import type { Value } from '../predicates/values.js';
import type { Duty } from '../responsibility/rule-set.js';
import type { Validity } from '../rule-book/dates.js';

export const CLOCK_KINDS = ['statutory', 'municipal-policy', 'programme', 'recommendation'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

export const CLOCK_TYPES = ['deadline', 'window', 'recurring', 'limit', 'mark'] as const;
/**
 * deadline = the owner makes something happen on or before the date; window = a right, duty or scheme runs until the date;
 * recurring = every period is judged by itself; limit = what started may last until the date; mark = a date worth showing.
 */
export type ClockType = (typeof CLOCK_TYPES)[number];

export type PeriodOf = (context: Context) => Period | undefined;

export type Due =
  | { readonly kind: 'after'; readonly after: PeriodOf; readonly notBefore: PeriodOf | undefined }
  | { readonly kind: 'at'; readonly at: Value }
  | { readonly kind: 'before'; readonly before: Value }
  | { readonly kind: 'birthday'; readonly age: number; readonly plus: PeriodOf }
  | { readonly kind: 'every'; readonly every: PeriodOf; readonly until: PeriodOf | undefined };

export type Instances =
  | { readonly kind: 'each' | 'latest' | 'once' }
  | { readonly kind: 'latestPer'; readonly fields: readonly string[] };

/** The earliest moment that counts. */
export type CountsFrom =
  | { readonly kind: 'afterStart'; readonly by: PeriodOf }
  | { readonly kind: 'beforeDue'; readonly by: PeriodOf };

/** A ground on which the duty does not hold for this youth; the dates cover the start of the clock. */
export interface Waiver extends Validity {
  readonly code: string;
  readonly when: Predicate;
}

export interface Extension extends EventTest {
  /** Field that holds the new date. */
  readonly until: string;
}

export interface ClockOwner {
  readonly party: string;
  /** `start.<field>`, `start.emitter` or `subject.<fact>`; null where the source names no organisation. */
  readonly of: Value | null;
}

/** A rule with a date: what starts it, when it is due and what ends it (schemes.yaml, clocks). */
export interface Clock extends Validity {
  readonly code: string;
  readonly label: string;
  readonly rule: string;
  readonly group: string;
  readonly kind: ClockKind;
  readonly type: ClockType;
  readonly duty: Duty;
  readonly startsOn: readonly EventTest[];
  /** Types of the events that can start it. */
  readonly startTypes: readonly EventName[];
  readonly due: Due;
  readonly satisfiedBy: readonly EventTest[];
  readonly cancelledBy: readonly EventTest[];
  readonly extendedBy: readonly Extension[];
  readonly appliesTo: Predicate;
  /** Judged at the start, or at the evaluation date: then an open clock sleeps while it does not apply. */
  readonly appliesAt: 'start' | 'asOf';
  readonly owner: ClockOwner;
  readonly warnBefore: PeriodOf;
  readonly lookBack: PeriodOf | undefined;
  readonly countsFrom: CountsFrom | undefined;
  readonly startCounts: boolean;
  readonly instances: Instances;
  readonly contactEvery: Period | null;
  readonly waivers: readonly Waiver[];
  readonly dataClasses: readonly string[];
  readonly enabledByDefault: boolean;
  readonly replacedBy: string | null;
  readonly source: readonly string[];
  readonly confidence: Confidence;
  /** Of the date: that of the setting which it is counted with, where there is one. */
  readonly dateConfidence: Confidence;
  /** Types of the events that can decide it. */
  readonly watches: ReadonlySet<EventName>;
}
