import type { RecordedEvent, TrajectoryId } from '@trajectboek/events';
import type { LedgerHead } from '@trajectboek/ledger-store';
import type { Checkpoint } from '@trajectboek/view-store';

export interface EventBatch {
  /** In order of position. */
  readonly events: readonly RecordedEvent[];
  /** The last event that was read, readable or not; the place the reader came from when there was none. */
  readonly upTo: Checkpoint;
}

export interface YouthHistory {
  readonly trajectoryId: TrajectoryId;
  /** In order of position. */
  readonly events: readonly RecordedEvent[];
}

/**
 * The ledger as projections read it: opened, decrypted, brought to the current version.
 *
 * An implementation MUST leave out events that can no longer be read because their key was destroyed, and MUST still count
 * them in `upTo`, and their youths in `streams`; MUST NOT leave out an event for any other reason: what cannot be opened
 * although its key is there is an error.
 */
export interface EventSource {
  /** At most `limit` events after a position. */
  readAll(after: number, limit: number): Promise<EventBatch>;
  /** What there is of one youth, up to and including a position. */
  historyOf(trajectoryId: TrajectoryId, upTo?: number): Promise<readonly RecordedEvent[]>;
  /** Whole histories in order of id after `after`; about `limit` events, never half a history; empty at the end. */
  streams(after: TrajectoryId | undefined, upTo: number, limit: number): Promise<readonly YouthHistory[]>;
  head(): Promise<LedgerHead>;
  /** Calls the listener after events were recorded. Returns how to stop. */
  onAppended(listener: () => void): () => void;
}
