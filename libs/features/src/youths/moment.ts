import type { ViewQuery } from '@trajectboek/api';
import { civilDateOf, knownUntil, type CivilDate, type Instant } from '@trajectboek/events';

/** The two dates of every view: what was true in the world, and what the ledger had recorded. */
export interface Moment {
  readonly asOf: CivilDate;
  readonly knownAt: Instant;
  /** True when the question is about knowledge of the past; then stored views cannot answer it. */
  readonly asKnownThen: boolean;
}

/** Both dates default to now. */
export function momentOf({ asOf, knownAt }: ViewQuery, now: Instant): Moment {
  return { asOf: asOf ?? civilDateOf(now), knownAt: knownAt === undefined ? now : knownUntil(knownAt), asKnownThen: knownAt !== undefined };
}

export interface CompleteTo {
  readonly position: number;
  readonly recordedAt: Instant | null;
}

/** What every answer of a view begins with. */
export function head({ asOf, knownAt }: Moment, completeTo: CompleteTo): { asOf: CivilDate; knownAt: Instant; completeTo: CompleteTo } {
  return { asOf, knownAt, completeTo };
}
