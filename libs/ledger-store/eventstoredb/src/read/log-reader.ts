import { BACKWARDS, END, FORWARDS, START, StreamNotFoundError, type EventStoreDBClient, type RecordedEvent } from '@eventstore/db-client';
import type { TrajectoryId } from '@trajectboek/events';
import type { StoredEvent } from '@trajectboek/ledger-store';
import { positionOf, toStoredEvent } from '../event-json.js';
import type { StreamNames } from '../stream-names.js';

/** Only the leader is sure to have what was just acknowledged. */
const FROM_LEADER = { requiresLeader: true };
const SCAN_PAGE = 1_000;

/** Reads streams and `$all`, of which events of the server itself and of other ledgers are left out. */
export class LogReader {
  /** Position before the first event of this ledger: a database that is shared may hold much before it. */
  #origin = 0;

  constructor(
    private readonly client: EventStoreDBClient,
    private readonly names: StreamNames,
  ) {}

  beginAfter(position: number): void {
    this.#origin = position;
  }

  async readStream(trajectoryId: TrajectoryId, fromRevision: number): Promise<readonly StoredEvent[]> {
    return (await this.readRaw(this.names.ofYouth(trajectoryId), fromRevision, Number.MAX_SAFE_INTEGER)).map(toStoredEvent);
  }

  /** The events of any stream, oldest first; none when there is no such stream. */
  async readRaw(stream: string, fromRevision: number, limit: number): Promise<readonly RecordedEvent[]> {
    return this.#readStream(stream, { direction: FORWARDS, fromRevision: BigInt(fromRevision), maxCount: limit });
  }

  /** The newest events of any stream, newest first. */
  async readNewest(stream: string, limit: number): Promise<readonly RecordedEvent[]> {
    return this.#readStream(stream, { direction: BACKWARDS, fromRevision: END, maxCount: limit });
  }

  async readAll(after: number, limit: number): Promise<readonly StoredEvent[]> {
    const events: StoredEvent[] = [];
    for await (const event of this.scan(after, Math.min(limit, SCAN_PAGE))) {
      if (events.length === limit) break;
      events.push(toStoredEvent(event));
    }
    return events;
  }

  /** All events of youths after a position, in order; pages keep the memory bounded. */
  async *scan(after: number, page = SCAN_PAGE): AsyncGenerator<RecordedEvent> {
    for (let cursor = Math.max(after, this.#origin); ; ) {
      const events = await this.#pageFrom(cursor, page + 1);
      for (const event of events) if (positionOf(event) > cursor && this.names.isYouth(event.streamId)) yield event;
      const last = events.at(-1);
      if (last === undefined || events.length <= page) return;
      cursor = positionOf(last);
    }
  }

  /** The newest events of youths among the last `depth` events of the server, newest first. */
  async newestOfYouths(depth: number): Promise<readonly RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for await (const { event } of this.client.readAll({ ...FROM_LEADER, direction: BACKWARDS, fromPosition: END, maxCount: depth })) {
      if (event && this.names.isYouth(event.streamId)) events.push(event);
    }
    return events;
  }

  /** Position of the last event of the server, of whatever ledger. */
  async lastPosition(): Promise<number> {
    let last = 0;
    // Read to its end: a call that is left half read keeps the connection from closing.
    for await (const { event } of this.client.readAll({ ...FROM_LEADER, direction: BACKWARDS, fromPosition: END, maxCount: 1 })) if (event) last = positionOf(event);
    return last;
  }

  /** A read of `$all` begins with the event at the position itself. */
  async #pageFrom(position: number, maxCount: number): Promise<readonly RecordedEvent[]> {
    const fromPosition = position === 0 ? START : { commit: BigInt(position), prepare: BigInt(position) };
    const events: RecordedEvent[] = [];
    for await (const { event } of this.client.readAll({ ...FROM_LEADER, fromPosition, maxCount })) if (event) events.push(event);
    return events;
  }

  async #readStream(stream: string, options: Parameters<EventStoreDBClient['readStream']>[1]): Promise<readonly RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    try {
      for await (const { event } of this.client.readStream(stream, { ...FROM_LEADER, ...options })) if (event) events.push(event);
    } catch (error) {
      if (!(error instanceof StreamNotFoundError)) throw error;
    }
    return events;
  }
}
