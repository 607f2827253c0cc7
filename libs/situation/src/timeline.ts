import { civilDateOf, daysBetween, type AsOf, type Chronicle, type Recorded, type RecordedEvent } from '@trajectboek/events';

/** One event as the timeline shows it: what was said, and what became of it. */
export interface TimelineItem {
  readonly event: RecordedEvent;
  /** Recorded more than seven calendar days after it happened. */
  readonly late: boolean;
  readonly correctedBy: Recorded<'EventCorrected'> | null;
  readonly retractedBy: Recorded<'EventRetracted'> | null;
}

/** Source: views.md, section 5. */
const DAYS_UNTIL_LATE = 7;

export function isLate({ occurredOn, recordedAt }: RecordedEvent): boolean {
  return daysBetween(occurredOn, civilDateOf(recordedAt)) > DAYS_UNTIL_LATE;
}

/**
 * Everything known, in the order of the world, as it was said; corrected and retracted events stay in it, marked.
 *
 * @param asOf leaves out what had not happened by then
 */
export function timelineOf(chronicle: Chronicle, asOf?: AsOf): readonly TimelineItem[] {
  const { correctedBy, retractedBy } = chronicle.amendments;
  return chronicle.known.filter(({ occurredOn }) => !asOf || asOf.reached(occurredOn)).map((event) => ({
    event, late: isLate(event), correctedBy: correctedBy.get(event.eventId) ?? null, retractedBy: retractedBy.get(event.eventId) ?? null,
  }));
}
