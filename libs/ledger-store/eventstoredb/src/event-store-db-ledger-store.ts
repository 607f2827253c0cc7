import { EventStoreDBClient } from '@eventstore/db-client';
import type { EventId, Instant, TrajectoryId } from '@trajectboek/events';
import type { AppendOutcome, AppendRequest, AuditLine, LedgerHead, LedgerStore, StoredEvent } from '@trajectboek/ledger-store';
import { randomUUID } from 'node:crypto';
import { Announcements } from './announcements.js';
import { LeafIndex } from './read/leaf-index.js';
import { LogReader } from './read/log-reader.js';
import { YouthIndex } from './read/youth-index.js';
import { StreamNames } from './stream-names.js';
import { AccessLog } from './write/access-log.js';
import { LedgerRounds } from './write/ledger-rounds.js';

export interface EventStoreDbOptions {
  /** `esdb://…`; the user must be allowed to read `$all`. */
  readonly connectionString: string;
  readonly now: () => Instant;
  /** Put before the name of each stream; keeps several ledgers in one database apart. None by default. */
  readonly namespace?: string;
}

/**
 * The ledger in EventStoreDB: a stream per youth, positions in the log of the server.
 *
 * Records one stream at a time (`atomicAcrossStreams` is false). Event ids are unique within a stream; the same id in two
 * streams is two events. Several processes may write: the server guards each revision, and `recordedAt` then decreases
 * by at most the difference of their clocks plus the duration of one round of appends; within one process it never does.
 * One request is at most 1 MiB of JSON, as the server is set by default. Deleting streams must be withheld from the
 * user by the server's access lists.
 */
export class EventStoreDbLedgerStore implements LedgerStore {
  readonly atomicAcrossStreams = false;
  #closing: Promise<void> | undefined;

  private constructor(private readonly inner: Parts) {}

  /** Connects, counts on from the last mark, and completes the access log. */
  static async open({ connectionString, now, namespace = '' }: EventStoreDbOptions): Promise<EventStoreDbLedgerStore> {
    const client = EventStoreDBClient.connectionString(connectionString);
    try {
      const parts = partsOf(client, new StreamNames(namespace), now);
      await parts.leaves.restore();
      await parts.access.repair();
      return new EventStoreDbLedgerStore(parts);
    } catch (error) {
      await client.dispose();
      throw error;
    }
  }

  append(requests: readonly AppendRequest[]): Promise<AppendOutcome> {
    return this.inner.rounds.append(requests);
  }

  async readStream(trajectoryId: TrajectoryId, fromRevision = 0): Promise<readonly StoredEvent[]> {
    return this.inner.reader.readStream(trajectoryId, fromRevision);
  }

  readAll(after: number, limit: number): Promise<readonly StoredEvent[]> {
    return this.inner.reader.readAll(after, limit);
  }

  readStreams(after: TrajectoryId | undefined, upTo: number, limit: number): Promise<readonly (readonly StoredEvent[])[]> {
    return this.inner.youths.readStreams(after, upTo, limit);
  }

  async findEvent(trajectoryId: TrajectoryId, eventId: EventId): Promise<StoredEvent | undefined> {
    const events = await this.inner.reader.readStream(trajectoryId, 0);
    return events.find(({ envelope }) => envelope.eventId === eventId);
  }

  head(): Promise<LedgerHead> {
    return this.inner.leaves.head();
  }

  leafHashes(from: number, to: number): Promise<readonly Uint8Array[]> {
    return this.inner.leaves.leafHashes(from, to);
  }

  onAppended(listener: () => void): () => void {
    return this.inner.announcements.listen(listener);
  }

  recordAccess(line: AuditLine): Promise<void> {
    return this.inner.access.add([{ id: randomUUID(), line }]);
  }

  readAccess(after: number, limit: number): Promise<readonly (AuditLine & { readonly number: number })[]> {
    return this.inner.access.read(after, limit);
  }

  /** Ends what was sent first. Closing twice is no fault. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const { rounds, access, announcements, client } = this.inner;
    await rounds.close();
    await access.close();
    await announcements.close();
    await client.dispose();
  }
}

type Parts = ReturnType<typeof partsOf>;

function partsOf(client: EventStoreDBClient, names: StreamNames, now: () => Instant) {
  const reader = new LogReader(client, names);
  const leaves = new LeafIndex(client, names, reader);
  const access = new AccessLog(client, names, reader);
  const announcements = new Announcements(client, names);
  const rounds = new LedgerRounds({ client, names, reader, access, now, seen: () => leaves.latest, announce: () => announcements.announce() });
  return { client, reader, leaves, access, announcements, rounds, youths: new YouthIndex(reader) };
}
