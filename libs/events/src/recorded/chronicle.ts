import { AsOf } from '../time/as-of.js';
import { civilDateOf, instantOf, type CivilDate, type Instant } from '../time/civil-date.js';
import type { EventName } from '../catalogue.js';
import { countBefore } from './count-before.js';
import type { EventId, Recorded, RecordedEvent } from './recorded-event.js';

/** Order of the world: when it happened, then when it was recorded, then position (views.md, section 1). */
export function inOrderOfTheWorld(a: RecordedEvent, b: RecordedEvent): number {
  return compare(a.occurredAt, b.occurredAt) || compare(a.recordedAt, b.recordedAt) || a.position - b.position;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What corrections and retractions known at a moment have done to the events they name. */
export interface Amendments {
  readonly correctedBy: ReadonlyMap<EventId, Recorded<'EventCorrected'>>;
  readonly retractedBy: ReadonlyMap<EventId, Recorded<'EventRetracted'>>;
}

/**
 * Of several amendments of an event the newest in the order of the world counts, however they arrived; one that was itself
 * retracted does nothing.
 */
export function amendmentsIn(known: readonly RecordedEvent[]): Amendments {
  const correctedBy = new Map<EventId, Recorded<'EventCorrected'>>();
  const retractedBy = new Map<EventId, Recorded<'EventRetracted'>>();
  for (const event of standingAmendments(known).sort(inOrderOfTheWorld)) {
    if (event.type === 'EventRetracted') retractedBy.set(event.data.retractedEventId as EventId, event);
    else correctedBy.set(event.data.correctedEventId as EventId, event);
  }
  return { correctedBy, retractedBy };
}

type Amendment = Recorded<'EventCorrected'> | Recorded<'EventRetracted'>;

/** An amendment of an amendment is recorded after it, so that from the last position back each is judged by what stands. */
function standingAmendments(known: readonly RecordedEvent[]): Amendment[] {
  const withdrawn = new Set<string>();
  return known.filter(isAmendment).sort((a, b) => b.position - a.position).filter((event) => {
    if (withdrawn.has(event.eventId)) return false;
    if (event.type === 'EventRetracted') withdrawn.add(event.data.retractedEventId);
    return true;
  });
}

function isAmendment(event: RecordedEvent): event is Amendment {
  return event.type === 'EventCorrected' || event.type === 'EventRetracted';
}

function corrected(event: RecordedEvent, correction: Recorded<'EventCorrected'>): RecordedEvent {
  const data = correction.data.replacement as unknown as typeof event.data;
  return { ...event, data, occurredOn: civilDateOf(data.occurredAt), occurredAt: instantOf(data.occurredAt) } as RecordedEvent;
}

/** All that the ledger knew of one youth at a moment (`knownAt`): the facts that stand, in the order of the world. */
export class Chronicle {
  /** Facts that stand: corrections applied, retracted events and the amendments themselves left out. */
  readonly facts: readonly RecordedEvent[];
  /** Everything recorded by then, in the order of the world, as it was said. */
  readonly known: readonly RecordedEvent[];
  readonly amendments: Amendments;
  #byType: ReadonlyMap<EventName, readonly RecordedEvent[]> | undefined;

  /** @param knownAt instant up to which recorded events count; without it all of them */
  constructor(recorded: readonly RecordedEvent[], knownAt?: Instant) {
    this.known = recorded.filter((event) => knownAt === undefined || event.recordedAt <= knownAt).sort(inOrderOfTheWorld);
    this.amendments = amendmentsIn(this.known);
    this.facts = this.#standing();
  }

  #standing(): RecordedEvent[] {
    const { correctedBy, retractedBy } = this.amendments;
    const standing = this.known
      .filter((event) => !isAmendment(event) && !retractedBy.has(event.eventId))
      .map((event) => {
        const correction = correctedBy.get(event.eventId);
        return correction ? corrected(event, correction) : event;
      });
    return correctedBy.size > 0 ? standing.sort(inOrderOfTheWorld) : standing;
  }

  /** The facts that had happened on a date. */
  on(asOf: AsOf): History {
    return new History(this, asOf);
  }

  /** The facts of one type, whenever they happen, oldest first. */
  ofType(type: EventName): readonly RecordedEvent[] {
    this.#byType ??= Map.groupBy(this.facts, (event) => event.type);
    return this.#byType.get(type) ?? NOTHING;
  }
}

const NOTHING: readonly never[] = [];

/** The facts among these that had happened on the date, which learns when the next one happens. */
function happened<Event extends RecordedEvent>(facts: readonly Event[], asOf: AsOf): readonly Event[] {
  const count = countBefore(facts, ({ occurredOn }) => occurredOn <= asOf.date);
  const next = facts[count];
  if (next === undefined) return facts;
  asOf.reached(next.occurredOn);
  return facts.slice(0, count);
}

/**
 * What had happened to one youth on a date, as known at a moment. All views are functions of it. What was read of it tells
 * the date when that changes, so that an answer holds until a fact of the kinds that it looked at.
 */
export class History {
  constructor(
    readonly chronicle: Chronicle,
    readonly asOf: AsOf,
  ) {}

  get events(): readonly RecordedEvent[] {
    return happened(this.chronicle.facts, this.asOf);
  }

  /** The facts of one type, oldest first. */
  all<Name extends EventName>(type: Name): readonly Recorded<Name>[] {
    return happened(this.chronicle.ofType(type), this.asOf) as unknown as readonly Recorded<Name>[];
  }

  newest<Name extends EventName>(type: Name): Recorded<Name> | undefined {
    return this.all(type).at(-1);
  }

  /** The same youth, same knowledge, on another date. */
  at(date: CivilDate): History {
    return this.chronicle.on(new AsOf(date));
  }
}
