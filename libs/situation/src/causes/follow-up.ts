import type { CivilDate, EventName, RecordedEvent } from '@trajectboek/events';
import { isRealContact } from '../contact/real-contact.js';
import type { Youth } from '../youth.js';

/** "Anything starts" (views.md, readings). */
export const STARTS: ReadonlySet<EventName> = new Set<EventName>(['EnrolmentStarted', 'InternshipStarted', 'PlacementStarted', 'TrackStarted', 'InstitutionStayStarted']);
/** A decision, or an application for a benefit, of the same day can be what led to the refusal. */
const ONLY_AFTER: ReadonlySet<EventName> = new Set<EventName>(['AdmissionDecided', 'BenefitDecided', 'IndicationDecided', 'BenefitApplied']);
const HELP: ReadonlySet<EventName> = new Set<EventName>(['ApplicationSubmitted', 'SearchPeriodStarted', 'SupportStarted']);

/** True when anything started on the day or later. */
export function hasStartSince({ history }: Youth, date: CivilDate): boolean {
  return history.events.some(({ type, occurredOn }) => occurredOn >= date && STARTS.has(type));
}

/**
 * True when something followed a refused or ended benefit: a start, application, decision, search period, support or real
 * contact on the day or later (views.md, "Nothing followed").
 */
export function wasFollowed({ history }: Youth, turn: RecordedEvent): boolean {
  const place = history.events.indexOf(turn);
  return history.events.some((event, index) => event.occurredOn >= turn.occurredOn && (ONLY_AFTER.has(event.type) ? index > place : isFollowUp(event)));
}

function isFollowUp(event: RecordedEvent): boolean {
  return STARTS.has(event.type) || HELP.has(event.type) || isRealContact(event);
}
