import { NO_STREAM, WrongExpectedVersionError, jsonEvent, type EventStoreDBClient, type RecordedEvent } from '@eventstore/db-client';
import type { Instant } from '@trajectboek/events';
import type { LedgerHead } from '@trajectboek/ledger-store';
import { positionOf, toStoredEvent } from '../event-json.js';
import type { StreamNames } from '../stream-names.js';
import type { LogReader } from './log-reader.js';

/** How far the events were counted. `latest` is the highest moment of recording so far. */
interface Counted extends LedgerHead {
  readonly latest: Instant | null;
}

/** Events between two marks; mark 0 is where the ledger begins. */
const MARK_EVERY = 4_096;
const NOTHING: Counted = { position: 0, recordedAt: null, size: 0, latest: null };
const FIRST_MARK = 0;

/**
 * Counts events in order of `$all`, which the server does not do.
 *
 * Every 4,096 events a mark (size and position) is written to a stream of its own, so that opening and reading leaves
 * begin at a mark instead of at the first event. A mark follows from the events: who writes it second writes the same,
 * and is refused by the expected revision.
 */
export class LeafIndex {
  #counted = NOTHING;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly client: EventStoreDBClient,
    private readonly names: StreamNames,
    private readonly reader: LogReader,
  ) {}

  /** The highest moment of recording that was seen when events were last counted. */
  get latest(): Instant | null {
    return this.#counted.latest;
  }

  /** Before anything else is read or written. */
  async restore(): Promise<void> {
    const known = await this.#markAt(FIRST_MARK);
    if (!known) await this.#write(FIRST_MARK, { ...NOTHING, position: await this.reader.lastPosition() });
    const origin = known ?? (await this.#markAt(FIRST_MARK));
    this.reader.beginAfter(origin?.position ?? 0);
    const [newest] = await this.reader.readNewest(this.names.leafMarks, 1);
    this.#counted = newest ? countedOf(newest) : NOTHING;
    await this.head();
  }

  /** Counts on to the last event that was there when this was called. */
  head(): Promise<LedgerHead> {
    const counting = this.#turn.then(() => this.#count());
    this.#turn = counting.catch(() => undefined);
    return counting;
  }

  async leafHashes(from: number, to: number): Promise<readonly Uint8Array[]> {
    const hashes: Uint8Array[] = [];
    if (to <= from) return hashes;
    const start = (await this.#markAt(Math.floor(from / MARK_EVERY))) ?? NOTHING;
    let index = start.size;
    for await (const event of this.reader.scan(start.position)) {
      if (index >= from) hashes.push(toStoredEvent(event).leafHash);
      index += 1;
      if (index >= to) break;
    }
    return hashes;
  }

  async #count(): Promise<LedgerHead> {
    for await (const event of this.reader.scan(this.#counted.position)) {
      const { recordedAt } = toStoredEvent(event).envelope;
      const { size, latest } = this.#counted;
      this.#counted = { position: positionOf(event), recordedAt, size: size + 1, latest: latest !== null && latest > recordedAt ? latest : recordedAt };
      if (this.#counted.size % MARK_EVERY === 0) await this.#write(this.#counted.size / MARK_EVERY, this.#counted);
    }
    const { position, recordedAt, size } = this.#counted;
    return { position: size === 0 ? 0 : position, recordedAt, size };
  }

  async #markAt(number: number): Promise<Counted | undefined> {
    const [mark] = await this.reader.readRaw(this.names.leafMarks, number, 1);
    return mark && countedOf(mark);
  }

  async #write(number: number, counted: Counted): Promise<void> {
    try {
      const expectedRevision = number === FIRST_MARK ? NO_STREAM : BigInt(number - 1);
      await this.client.appendToStream(this.names.leafMarks, jsonEvent({ type: 'LeafMark', data: { ...counted } }), { expectedRevision });
    } catch (error) {
      if (!(error instanceof WrongExpectedVersionError)) throw error;
    }
  }
}

function countedOf({ data }: RecordedEvent): Counted {
  return data as unknown as Counted;
}
