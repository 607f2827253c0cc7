import type { EventName, RecordedEvent } from '@trajectboek/events';
import { fieldOf } from '../predicates/paths.js';

interface Pair {
  readonly begin: EventName;
  readonly ends: readonly EventName[];
  /** The fields that tell which one it is. */
  readonly key: readonly string[];
}

/** What runs from a beginning to an end; the next one may begin on the day on which the older one ends. */
const SPELLS: readonly Pair[] = [
  { begin: 'EnrolmentStarted', ends: ['EnrolmentEnded'], key: ['institution'] },
  { begin: 'InternshipStarted', ends: ['InternshipEnded'], key: ['internshipId'] },
  { begin: 'PlacementStarted', ends: ['PlacementEnded', 'JobLost'], key: ['placementId'] },
  { begin: 'TrackStarted', ends: ['TrackEnded'], key: ['programme'] },
  { begin: 'SupportStarted', ends: ['SupportEnded'], key: ['instrument'] },
  { begin: 'GuideAssigned', ends: ['GuideEnded'], key: ['role', 'person'] },
];

/** A question and its answers. */
const STEPS: readonly Pair[] = [
  { begin: 'ApplicationSubmitted', ends: ['AdmissionDecided'], key: ['institution'] },
  { begin: 'HandoverOffered', ends: ['HandoverAccepted', 'HandoverReturned', 'HandoverRevoked', 'HandoverCompleted'], key: ['handoverId'] },
  { begin: 'ConsentRequested', ends: ['ConsentGiven', 'ConsentRefused', 'ConsentWithdrawn'], key: ['consentId'] },
];

/**
 * True for an event that tells of what was before the start of a clock, also when both carry the same date: the end of an
 * older spell on the day on which the new one begins, or the beginning of the very thing that the start ended or answered.
 * An end closes what began before it, and what began on its own day only when there is nothing older (views.md, readings).
 */
export function isOfEarlierSpell(event: RecordedEvent, start: RecordedEvent, facts: readonly RecordedEvent[]): boolean {
  const older = pairOf(SPELLS, start, event);
  if (older) return event.occurredOn === start.occurredOn && hasOlder(older, event, facts);
  const same = pairOf([...SPELLS, ...STEPS], event, start);
  if (!same || event.occurredOn > start.occurredOn) return false;
  return event.occurredOn < start.occurredOn ? isOpenAt(same, event, { end: start, facts }) : !hasOlder(same, start, facts);
}

function pairOf(pairs: readonly Pair[], begin: RecordedEvent, end: RecordedEvent): Pair | undefined {
  return pairs.find((pair) => pair.begin === begin.type && pair.ends.includes(end.type) && isOfOneKey(pair, begin, end));
}

function isOfOneKey({ key }: Pair, a: RecordedEvent, b: RecordedEvent): boolean {
  return key.every((field) => fieldOf(a.data, field) === fieldOf(b.data, field));
}

/** Something of the key began on an earlier day and was open until the end. */
function hasOlder(pair: Pair, end: RecordedEvent, facts: readonly RecordedEvent[]): boolean {
  return facts.some((begin) => begin.type === pair.begin && begin.occurredOn < end.occurredOn && isOfOneKey(pair, begin, end) && isOpenAt(pair, begin, { end, facts }));
}

function isOpenAt(pair: Pair, begin: RecordedEvent, { end, facts }: { readonly end: RecordedEvent; readonly facts: readonly RecordedEvent[] }): boolean {
  return !facts.some((other) => pair.ends.includes(other.type) && begin.occurredOn < other.occurredOn && other.occurredOn < end.occurredOn && isOfOneKey(pair, begin, other));
}
