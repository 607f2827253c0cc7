import type { EventId, EventName } from '@trajectboek/events';

interface Known {
  readonly revision: number;
  /** Undefined where the event can no longer be read. */
  readonly type: EventName | undefined;
}

/**
 * The events of a stream up to a revision. Adding one shares what was there, so that a batch of thousands in one stream
 * costs no copying; of two continuations of the same list only the newer may be read.
 */
export class KnownEvents {
  private constructor(
    private readonly byId: Map<EventId, Known>,
    private readonly byRevision: EventId[],
    readonly revision: number,
  ) {}

  static none(): KnownEvents {
    return new KnownEvents(new Map(), [], -1);
  }

  has(eventId: EventId): boolean {
    return this.#find(eventId) !== undefined;
  }

  /** Undefined as well for an event that is not there. */
  typeOf(eventId: EventId): EventName | undefined {
    return this.#find(eventId)?.type;
  }

  /** The list with the next event. */
  with(eventId: EventId, type: EventName | undefined): KnownEvents {
    const revision = this.revision + 1;
    this.byId.set(eventId, { revision, type });
    this.byRevision[revision] = eventId;
    return new KnownEvents(this.byId, this.byRevision, revision);
  }

  /** What a continuation added that was not recorded in the end has lost its revision to another, or never comes to it. */
  #find(eventId: EventId): Known | undefined {
    const known = this.byId.get(eventId);
    return known && known.revision <= this.revision && this.byRevision[known.revision] === eventId ? known : undefined;
  }
}
