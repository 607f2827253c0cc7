import type { Instant, RecordedEvent, TrajectoryId } from '@trajectboek/events';
import type { LedgerHead, LedgerStore, StoredEvent } from '@trajectboek/ledger-store';
import type { EventOpener } from './event-opener.js';

/** A place in the ledger: everything up to and including the position was looked at. */
export interface Place {
  readonly position: number;
  readonly recordedAt: Instant | null;
}

/** The events of one youth that can be read, in order of position. */
export interface YouthEvents {
  readonly trajectoryId: TrajectoryId;
  readonly events: readonly RecordedEvent[];
}

/** An incident, never an empty answer: an event was changed, or its key is gone although nobody erased it. */
export class UnreadableEventError extends Error {
  override readonly name = 'UnreadableEventError';

  constructor(
    readonly state: 'tampered' | 'key-missing',
    readonly position: number,
  ) {
    super(`event at position ${position}: ${state}`);
  }
}

type ReadPort = Pick<LedgerStore, 'readStream' | 'readAll' | 'readStreams' | 'head' | 'onAppended'>;

/**
 * The ledger as views read it: opened events, in order of position or youth by youth. What was erased is left out; what
 * cannot be opened for another reason stops the reading.
 */
export class EventReader {
  constructor(
    private readonly store: ReadPort,
    private readonly opener: EventOpener,
  ) {}

  /** At most `limit` events after a position. @throws UnreadableEventError */
  async readAll(after: number, limit: number): Promise<{ readonly events: readonly RecordedEvent[]; readonly upTo: Place }> {
    const stored = await this.store.readAll(after, limit);
    return { events: this.#open(stored), upTo: placeOf(stored.at(-1)) ?? { position: after, recordedAt: null } };
  }

  /** The youths of the events after a position, each with the last position among them, in order of it. */
  async touchedAfter(after: number, limit: number): Promise<{ readonly touched: ReadonlyMap<TrajectoryId, number>; readonly upTo: number }> {
    const touched = new Map<TrajectoryId, number>();
    const stored = await this.store.readAll(after, limit);
    for (const { envelope, position } of stored) {
      touched.delete(envelope.trajectoryId);
      touched.set(envelope.trajectoryId, position);
    }
    return { touched, upTo: stored.at(-1)?.position ?? after };
  }

  /** What there is of one youth, up to and including a position. @throws UnreadableEventError */
  async historyOf(trajectoryId: TrajectoryId, upTo = Number.MAX_SAFE_INTEGER): Promise<readonly RecordedEvent[]> {
    return this.#open((await this.store.readStream(trajectoryId)).filter(({ position }) => position <= upTo));
  }

  /** What was recorded of one youth from a revision on. @throws UnreadableEventError */
  async from(trajectoryId: TrajectoryId, revision: number): Promise<readonly RecordedEvent[]> {
    return this.#open(await this.store.readStream(trajectoryId, revision));
  }

  /** Whole histories in order of id, with events up to a position; about `limit` events at once. @throws UnreadableEventError */
  async streams(after: TrajectoryId | undefined, upTo: number, limit: number): Promise<readonly YouthEvents[]> {
    const streams = await this.store.readStreams(after, upTo, limit);
    return streams.flatMap((stored) => {
      const first = stored[0];
      return first ? [{ trajectoryId: first.envelope.trajectoryId, events: this.#open(stored) }] : [];
    });
  }

  head(): Promise<LedgerHead> {
    return this.store.head();
  }

  onAppended(listener: () => void): () => void {
    return this.store.onAppended(listener);
  }

  #open(stored: readonly StoredEvent[]): RecordedEvent[] {
    return stored.flatMap((event) => {
      const opened = this.opener.open(event);
      if (opened.state === 'value') return [opened.event];
      if (opened.state === 'erased') return [];
      throw new UnreadableEventError(opened.state, event.position);
    });
  }
}

function placeOf(stored: StoredEvent | undefined): Place | undefined {
  return stored && { position: stored.position, recordedAt: stored.envelope.recordedAt };
}
