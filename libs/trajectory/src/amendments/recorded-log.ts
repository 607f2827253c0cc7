import { amendmentsIn, Chronicle, getEventType, type CivilDate, type EventId, type EventName, type RecordedEvent } from '@trajectboek/events';

/** What is kept of one recorded event: all of it where a rule can need it again, otherwise only that it is there. */
export interface Entry {
  readonly eventId: EventId;
  readonly type: EventName;
  readonly occurredOn: CivilDate;
  readonly event: RecordedEvent | undefined;
}

/** Everything recorded, the newest on top. Adding one shares what was there, so that a long stream costs no copying. */
export type RecordedLog = { readonly entry: Entry; readonly below: RecordedLog } | undefined;

export function added(log: RecordedLog, event: RecordedEvent): RecordedLog {
  const { eventId, type, occurredOn } = event;
  return { entry: { eventId, type, occurredOn, event: isKept(type) ? event : undefined }, below: log };
}

/** Process steps, the amendments among them, and the report that a waiver belongs to. */
function isKept(type: EventName): boolean {
  return type === 'BenefitReported' || getEventType(type).kind === 'process';
}

export function findEntry(log: RecordedLog, eventId: string): Entry | undefined {
  for (let at = log; at !== undefined; at = at.below) {
    if (at.entry.eventId === eventId) return at.entry;
  }
  return undefined;
}

export function isRetracted(log: RecordedLog, eventId: EventId): boolean {
  return amendmentsIn(keptIn(log)).retractedBy.has(eventId);
}

/** The kept events that stand after corrections and retractions, in the order in which they were recorded. */
export function standingIn(log: RecordedLog): readonly RecordedEvent[] {
  return new Chronicle(keptIn(log)).facts.toSorted((a, b) => a.position - b.position);
}

/** Numbered anew in the order of recording: events of one batch that is still being judged have no position yet. */
function keptIn(log: RecordedLog): readonly RecordedEvent[] {
  const events: RecordedEvent[] = [];
  for (let at = log; at !== undefined; at = at.below) {
    if (at.entry.event !== undefined) events.push(at.entry.event);
  }
  return events.reverse().map((event, position): RecordedEvent => ({ ...event, position }));
}
