import type { EventId, TrajectoryId } from '@trajectboek/events';
import type { StoredEvent } from '@trajectboek/ledger-store';

/** What must be known of a stream before something is added to it. */
export interface KnownStream {
  /** -1 for an empty stream. */
  readonly revision: number;
  readonly chainHash: Uint8Array | null;
  readonly eventIds: ReadonlySet<EventId>;
}

type ReadStream = (trajectoryId: TrajectoryId, fromRevision: number) => Promise<readonly StoredEvent[]>;

const EMPTY: KnownStream = { revision: -1, chainHash: null, eventIds: new Set() };
/** Event ids kept in memory, over all streams: about 30 MB. */
const MOST_IDS = 200_000;

/** The streams written last; another is read once. What is remembered may be behind another writer: the server decides. */
export class KnownStreams {
  readonly #kept = new Map<TrajectoryId, KnownStream>();
  #ids = 0;

  constructor(
    private readonly read: ReadStream,
    private readonly most = MOST_IDS,
  ) {}

  /** Who says that a stream is empty is believed without reading: the server refuses when it is not so. */
  async get(trajectoryId: TrajectoryId, expectedRevision: number): Promise<KnownStream> {
    return this.#kept.get(trajectoryId) ?? (expectedRevision === EMPTY.revision ? EMPTY : this.refresh(trajectoryId));
  }

  /** Reads what was added since. */
  async refresh(trajectoryId: TrajectoryId): Promise<KnownStream> {
    const kept = this.#kept.get(trajectoryId) ?? EMPTY;
    return this.add(trajectoryId, kept, await this.read(trajectoryId, kept.revision + 1));
  }

  add(trajectoryId: TrajectoryId, known: KnownStream, events: readonly StoredEvent[]): KnownStream {
    const last = events.at(-1);
    const eventIds = new Set([...known.eventIds, ...events.map(({ envelope }) => envelope.eventId)]);
    const now = last ? { revision: last.envelope.revision, chainHash: last.chainHash, eventIds } : known;
    this.forget(trajectoryId);
    this.#kept.set(trajectoryId, now);
    this.#ids += now.eventIds.size;
    this.#makeRoom();
    return now;
  }

  forget(trajectoryId: TrajectoryId): void {
    this.#ids -= this.#kept.get(trajectoryId)?.eventIds.size ?? 0;
    this.#kept.delete(trajectoryId);
  }

  #makeRoom(): void {
    for (const oldest of this.#kept.keys()) {
      if (this.#ids <= this.most) return;
      this.forget(oldest);
    }
  }
}
