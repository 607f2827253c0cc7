import { getEventType, type EventId, type Instant, type OrganisationUrn } from '@trajectboek/events';
import type { Deadline } from '@trajectboek/schemes';
import { levelFor, timelineOf, type TimelineItem, type Youth } from '@trajectboek/situation';

/** One event as a reader sees it in the timeline (answers.md). */
export interface TimelineEntry {
  readonly eventId: EventId;
  readonly source: string;
  readonly id: string;
  readonly type: string;
  /** Dutch. */
  readonly typeLabel: string;
  readonly occurredAt: string;
  readonly recordedAt: Instant;
  readonly revision: number;
  readonly position: number;
  /** Recorded more than seven calendar days after it happened. */
  readonly late: boolean;
  /** `what`: the data is shown; `that`: only that it happened. */
  readonly level: 'that' | 'what';
  readonly correctedBy: Amendment | null;
  readonly retractedBy: Amendment | null;
  readonly data: object | null;
  /** Codes of the clocks that the event set running, and of those that it met or stopped. */
  readonly deadlines: { readonly started: readonly string[]; readonly stopped: readonly string[] };
}

interface Amendment {
  readonly eventId: EventId;
  readonly source: string;
  readonly recordedAt: Instant;
}

/** Whose eyes see a timeline: an organisation, judged against everything known of the youth; without them all is seen. */
export interface Eyes {
  readonly organisation: OrganisationUrn;
  readonly whole: Youth;
}

/** What happened to one youth by the date, in the order of the world, as far as these eyes may see it; the rest is not in it. */
export function timelineEntries(youth: Youth, eyes?: Eyes): readonly TimelineEntry[] {
  return timelineOf(youth.history.chronicle, youth.asOf).flatMap((item) => {
    const level = eyes === undefined ? 'what' : levelFor(item.event, eyes.organisation, eyes.whole);
    return level === null ? [] : [entryOf(item, level)];
  });
}

/** Adds which clocks each event started and stopped; of an event that may not be read nothing is told. */
export function withDeadlines(entries: readonly TimelineEntry[], deadlines: readonly Pick<Deadline, 'scheme' | 'startedBy' | 'stoppedBy'>[]): readonly TimelineEntry[] {
  const of = (entry: TimelineEntry, end: 'startedBy' | 'stoppedBy'): readonly string[] =>
    deadlines.filter((deadline) => deadline[end]?.id === entry.id && deadline[end]?.source === entry.source).map(({ scheme }) => scheme);
  return entries.map((entry) => (entry.level === 'that' ? entry : { ...entry, deadlines: { started: of(entry, 'startedBy'), stopped: of(entry, 'stoppedBy') } }));
}

function entryOf({ event, late, correctedBy, retractedBy }: TimelineItem, level: 'that' | 'what'): TimelineEntry {
  const { eventId, source, id, type, recordedAt, revision, position, data } = event;
  return {
    eventId, source, id, type, typeLabel: getEventType(type).label, occurredAt: data.occurredAt, recordedAt, revision, position, late, level,
    correctedBy: correctedBy && amendmentOf(correctedBy), retractedBy: retractedBy && amendmentOf(retractedBy),
    data: level === 'what' ? data : null, deadlines: { started: [], stopped: [] },
  };
}

function amendmentOf({ eventId, source, recordedAt }: NonNullable<TimelineItem['correctedBy'] | TimelineItem['retractedBy']>): Amendment {
  return { eventId, source, recordedAt };
}
