import type { CivilDate, OrganisationUrn, RecordedEvent } from '@trajectboek/events';
import { remembered } from '../remembered.js';
import type { Youth } from '../youth.js';

/**
 * True when somebody spoke with the youth (views.md, section 1, facet `contact`). An intake for admission, and a register
 * or an employer that confirms something, are no contact.
 */
export function isRealContact(event: RecordedEvent): boolean {
  switch (event.type) {
    case 'ContactMade':
    case 'HandoverCompleted':
      return true;
    case 'IntakeHeld':
      return event.data.kind !== 'mbo' && event.data.kind !== 'joint';
    case 'MeetingHeld':
      return event.data.youthPresent;
    case 'StatusConfirmed':
      return event.data.by === 'youth' || event.data.by === 'guide';
    case 'ContactAttempted':
      return event.data.reached;
    default:
      return false;
  }
}

export const lastRealContactOf = remembered((youth): RecordedEvent | undefined => youth.history.events.findLast(isRealContact));

/** True when there was real contact on the day or later. */
export function hasContactSince(youth: Youth, date: CivilDate): boolean {
  const last = lastRealContactOf(youth);
  return last !== undefined && last.occurredOn >= date;
}

export interface LastContact {
  readonly at: CivilDate;
  readonly by: OrganisationUrn;
  readonly event: RecordedEvent;
}

export function lastContactOf(youth: Youth): LastContact | null {
  const event = lastRealContactOf(youth);
  return event ? { at: event.occurredOn, by: event.organisation, event } : null;
}
