import type { CivilDate, RecordedEvent } from '@trajectboek/events';

/** Why a youth is out of view, in the order of the table in views.md section 1: with equal dates the lower one counts. */
export const CAUSES = [
  'handover-not-arrived', 'search-period-lapsed', 'not-entitled', 'admission-refused', 'transition-gap', 'dropped-out', 'job-lost',
  'contact-lost', 'support-declined', 'released-without-follow-up', 'aged-out', 'qualified-unfollowed', 'never-seen', 'silence',
] as const;
export type Cause = (typeof CAUSES)[number];

/** What set a condition off. `aged-out` is a birthday and has no event. */
export interface Trigger {
  readonly on: CivilDate;
  readonly event: RecordedEvent | null;
}

export function triggerOf(event: RecordedEvent | undefined): Trigger | undefined {
  return event && { on: event.occurredOn, event };
}
