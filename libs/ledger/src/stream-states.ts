import type { EventId, RecordedEvent, TrajectoryId } from '@trajectboek/events';
import type { LedgerStore } from '@trajectboek/ledger-store';
import { evolve, initialState, type TrajectoryState } from '@trajectboek/trajectory';
import { KnownEvents } from './known-events.js';
import type { EventOpener } from './event-opener.js';

/** What the write side knows of one stream: enough to decide, to seal, and to recognise what it has already. */
export interface StreamState {
  readonly revision: number;
  readonly trajectory: TrajectoryState;
  readonly known: KnownEvents;
}

const MOST_KEPT = 20_000;

/** The newest known state of streams, folded from the ledger on first use and carried on after each append. */
export class StreamStates {
  readonly #states = new Map<TrajectoryId, StreamState>();

  constructor(
    private readonly store: Pick<LedgerStore, 'readStream'>,
    private readonly opener: EventOpener,
  ) {}

  async get(trajectoryId: TrajectoryId): Promise<StreamState> {
    return this.#states.get(trajectoryId) ?? this.#keep(trajectoryId, await this.#fold(trajectoryId));
  }

  forget(trajectoryId: TrajectoryId): void {
    this.#states.delete(trajectoryId);
  }

  /** Carries the state on over events that were just appended. */
  advance(trajectoryId: TrajectoryId, from: StreamState, appended: readonly RecordedEvent[]): void {
    this.#keep(trajectoryId, appended.reduce(withEvent, from));
  }

  async #fold(trajectoryId: TrajectoryId): Promise<StreamState> {
    let state: StreamState = { revision: -1, trajectory: initialState, known: KnownEvents.none() };
    for (const stored of await this.store.readStream(trajectoryId)) {
      const opened = this.opener.open(stored);
      state = opened.state === 'value' ? withEvent(state, opened.event) : withUnreadable(state, stored.envelope);
    }
    return state;
  }

  #keep(trajectoryId: TrajectoryId, state: StreamState): StreamState {
    this.#states.delete(trajectoryId);
    this.#states.set(trajectoryId, state);
    if (this.#states.size > MOST_KEPT) {
      const oldest = this.#states.keys().next();
      if (!oldest.done) this.#states.delete(oldest.value);
    }
    return state;
  }
}

export function withEvent(state: StreamState, event: RecordedEvent): StreamState {
  return {
    revision: event.revision,
    trajectory: evolve(state.trajectory, event),
    known: state.known.with(event.eventId, event.type),
  };
}

function withUnreadable(state: StreamState, { revision, eventId }: { readonly revision: number; readonly eventId: EventId }): StreamState {
  return { ...state, revision, known: state.known.with(eventId, undefined) };
}
