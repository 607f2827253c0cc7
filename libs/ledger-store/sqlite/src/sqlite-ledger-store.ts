import type { EventId, Instant, TrajectoryId } from '@trajectboek/events';
import type { AppendOutcome, AppendRequest, AuditLine, LedgerHead, LedgerStore, StoredEvent } from '@trajectboek/ledger-store';
import { openLedgerFile, type LedgerFile } from './file/ledger-file.js';
import { LedgerReader } from './ledger-reader.js';
import { CommitQueue, type Ended } from './write/commit-queue.js';
import { LedgerWriter, type Job } from './write/ledger-writer.js';

/**
 * The ledger in one SQLite file, for one process that writes.
 *
 * Requests that wait together share one commit (write-ahead log, `synchronous = FULL`); each is decided by itself.
 * Reading goes through a second handle that is read-only. A read or commit holds the event loop while it runs: read in
 * pages.
 */
export class SqliteLedgerStore implements LedgerStore {
  readonly atomicAcrossStreams = true;
  readonly #file: LedgerFile;
  readonly #reader: LedgerReader;
  readonly #writer: LedgerWriter;
  readonly #queue: CommitQueue<Job, AppendOutcome>;
  readonly #listeners = new Set<() => void>();
  #closed = false;

  private constructor(file: LedgerFile, now: () => Instant) {
    this.#file = file;
    this.#reader = new LedgerReader(file.reader);
    this.#writer = new LedgerWriter(file.writer, now);
    this.#queue = new CommitQueue((jobs) => this.#commit(jobs));
  }

  /** Opens the file, made when there is none; its folder must be there. @throws LedgerFileError */
  static open(file: string, { now }: { readonly now: () => Instant }): SqliteLedgerStore {
    return new SqliteLedgerStore(openLedgerFile(file), now);
  }

  append(requests: readonly AppendRequest[]): Promise<AppendOutcome> {
    return this.#queue.add({ kind: 'append', requests });
  }

  async recordAccess(line: AuditLine): Promise<void> {
    await this.#queue.add({ kind: 'access', line });
  }

  async readStream(trajectoryId: TrajectoryId, fromRevision = 0): Promise<readonly StoredEvent[]> {
    return this.#reader.readStream(trajectoryId, fromRevision);
  }

  async readAll(after: number, limit: number): Promise<readonly StoredEvent[]> {
    return this.#reader.readAll(after, limit);
  }

  async readStreams(after: TrajectoryId | undefined, upTo: number, limit: number): Promise<readonly (readonly StoredEvent[])[]> {
    return this.#reader.readStreams(after, upTo, limit);
  }

  async findEvent(trajectoryId: TrajectoryId, eventId: EventId): Promise<StoredEvent | undefined> {
    return this.#reader.findEvent(trajectoryId, eventId);
  }

  async head(): Promise<LedgerHead> {
    return this.#reader.head();
  }

  async leafHashes(from: number, to: number): Promise<readonly Uint8Array[]> {
    return this.#reader.leafHashes(from, to);
  }

  async readAccess(after: number, limit: number): Promise<readonly (AuditLine & { readonly number: number })[]> {
    return this.#reader.readAccess(after, limit);
  }

  onAppended(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Commits what is waiting first. Closing twice is no fault. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#queue.close();
    this.#file.reader.close();
    this.#file.writer.close();
  }

  #commit(jobs: readonly Job[]): readonly Ended<AppendOutcome>[] {
    const ends = this.#writer.commit(jobs);
    // In a turn of its own: a listener that throws must not take the answer from who appended.
    if (ends.some(hasStored)) this.#listeners.forEach((listener) => queueMicrotask(listener));
    return ends;
  }
}

function hasStored(end: Ended<AppendOutcome>): boolean {
  return 'outcome' in end && end.outcome.status === 'appended' && end.outcome.stored.length > 0;
}
