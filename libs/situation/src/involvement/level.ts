import { getEventType, type Circle, type DataClass, type EventId, type OrganisationUrn, type Recorded, type RecordedEvent } from '@trajectboek/events';
import type { Youth } from '../youth.js';
import { isInvolved } from './involvement.js';
import { isAddressee, namedLevel, type Level } from './named-parties.js';

/**
 * How far an organisation may see an event: WAT it says, only DAT it happened, or nothing (null). The youth must be the
 * whole youth, with every event in it. The subject and the auditor see all; they are not asked for here.
 */
export function levelFor(event: RecordedEvent, organisation: OrganisationUrn, youth: Youth): Level | null {
  if (event.organisation === organisation) return 'what';
  const level = levelInCircles(event, organisation, youth);
  if (level === null || (event.type !== 'EventCorrected' && event.type !== 'EventRetracted')) return level;
  // What corrects or withdraws an event repeats what that event said, and may not be seen further.
  const amended = amendedBy(event, youth);
  return amended ? lower(level, levelFor(amended, organisation, youth)) : null;
}

/** True when the organisation may see anything of the youth: it is involved, or it sent or was sent something. Without it: `no-legal-basis`. */
export function hasLegalBasis(youth: Youth, organisation: OrganisationUrn): boolean {
  return isInvolved(youth, organisation) || youth.history.chronicle.known.some((event) => levelFor(event, organisation, youth) !== null);
}

/** Classes of data whose content no view may give away to who may only know that something happened. */
const SPECIAL: ReadonlySet<DataClass> = new Set<DataClass>(['health', 'criminal']);

/** True when views may be made of an event for who sees it at this level. */
export function speaksAt(level: Level | null, event: RecordedEvent): boolean {
  return level === 'what' || (level === 'that' && !SPECIAL.has(getEventType(event.type).dataClass));
}

/** True when the event speaks in the views of every organisation that is involved, whatever else it is to the youth. */
export function isOpenToInvolved(event: RecordedEvent, youth: Youth): boolean {
  const { that, what } = circlesOf(event, youth);
  return what === 'involved' || (that === 'involved' && speaksAt('that', event));
}

function levelInCircles(event: RecordedEvent, organisation: OrganisationUrn, youth: Youth): Level | null {
  const { that, what } = circlesOf(event, youth);
  const named = that === 'care' || what === 'care' ? namedLevel(event, organisation, youth) : null;
  const involved = isInvolved(youth, organisation) || isAddressee(event, organisation, youth);
  const isIn = (circle: Circle, level: Level): boolean => (circle === 'involved' && involved) || (circle === 'care' && (named === 'what' || named === level));
  if (isIn(what, 'what')) return 'what';
  return isIn(that, 'that') ? 'that' : null;
}

/** `confidential: true` makes an event `that: care` (views.md, section 5). */
function circlesOf(event: RecordedEvent, youth: Youth): { readonly that: Circle; readonly what: Circle } {
  const { that, what } = getEventType(event.type);
  if (!isConfidential(event, youth)) return { that, what };
  return { that: that === 'involved' ? 'care' : that, what: what === 'involved' ? 'care' : what };
}

/** Also when a correction says so, and for the end of a guide whose assignment was confidential. */
function isConfidential(event: RecordedEvent, { history }: Youth): boolean {
  const { known, amendments } = history.chronicle;
  if (amendments.correctedBy.get(event.eventId)?.data.replacement['confidential'] === true) return true;
  if (event.type === 'ContactMade' || event.type === 'GuideAssigned') return event.data.confidential === true;
  if (event.type !== 'GuideEnded') return false;
  return known.some((start) => start.type === 'GuideAssigned' && start.data.person === event.data.person && start.data.role === event.data.role && start.data.confidential === true);
}

function amendedBy(event: Recorded<'EventCorrected'> | Recorded<'EventRetracted'>, { history }: Youth): RecordedEvent | undefined {
  const target = (event.type === 'EventCorrected' ? event.data.correctedEventId : event.data.retractedEventId) as EventId;
  // An amendment of an amendment lies before it, so that this comes to an end.
  return history.chronicle.known.find(({ eventId, position }) => eventId === target && position < event.position);
}

function lower(a: Level, b: Level | null): Level | null {
  return a === 'what' ? b : b && 'that';
}
