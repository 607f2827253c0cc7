import { NO_STREAM, WrongExpectedVersionError, type EventStoreDBClient } from '@eventstore/db-client';
import type { Instant, TrajectoryId } from '@trajectboek/events';
import { SpansStreamsError, assertWellFormed, repeatedEventId, type AppendOutcome, type AppendRequest, type StoredEvent } from '@trajectboek/ledger-store';
import { chainHashOf, leafHashOf } from '@trajectboek/proof';
import { randomUUID } from 'node:crypto';
import { positionOf, toEventData, type KeyedLine } from '../event-json.js';
import type { LogReader } from '../read/log-reader.js';
import type { StreamNames } from '../stream-names.js';
import { KnownStreams, type KnownStream } from './known-streams.js';

/** How often another writer may be first before the caller is told. */
const MOST_TRIES = 5;

type Append = { readonly trajectoryId: TrajectoryId; readonly requests: readonly AppendRequest[]; readonly at: Instant };
export type Written = { readonly outcome: AppendOutcome; readonly audit: readonly KeyedLine[] };

/** Adds events to one stream. The server guards the revision; event ids are looked up before, in what is known of the stream. */
export class StreamWriter {
  readonly #known: KnownStreams;

  constructor(
    private readonly client: EventStoreDBClient,
    private readonly names: StreamNames,
    private readonly reader: LogReader,
  ) {
    this.#known = new KnownStreams((trajectoryId, fromRevision) => reader.readStream(trajectoryId, fromRevision));
  }

  /** Not twice at a time for the same stream. */
  async append(append: Append): Promise<Written> {
    const { trajectoryId, requests } = append;
    let known = await this.#known.get(trajectoryId, requests[0]?.expectedRevision ?? -1);
    for (let tries = 0; ; tries += 1) {
      const refusal = refusalOf(requests, known);
      if (refusal?.status === 'duplicate') return refused(refusal);
      // What is remembered may be behind: a conflict counts only after reading on.
      if (refusal && tries > 0) return refused(refusal);
      const written = refusal ? undefined : await this.#write(append, known);
      if (written) return written;
      if (tries >= MOST_TRIES) return refused({ status: 'conflict', trajectoryId, currentRevision: known.revision });
      known = await this.#known.refresh(trajectoryId);
    }
  }

  /** Undefined when another writer was first. */
  async #write({ trajectoryId, requests, at }: Append, known: KnownStream): Promise<Written | undefined> {
    const unplaced = sealedInto(requests, known, at);
    const audit = requests.flatMap(({ audit: line }) => (line ? [{ id: randomUUID(), line }] : []));
    try {
      const stored = await this.#place(trajectoryId, unplaced, audit);
      this.#known.add(trajectoryId, known, stored);
      return { outcome: { status: 'appended', stored }, audit };
    } catch (error) {
      if (error instanceof WrongExpectedVersionError) return undefined;
      // Whether it was recorded is not known: the next append reads the stream.
      this.#known.forget(trajectoryId);
      throw error;
    }
  }

  /** The access lines stand with the first event as well: in the same commit, whatever happens after it. */
  async #place(trajectoryId: TrajectoryId, unplaced: readonly StoredEvent[], audit: readonly KeyedLine[]): Promise<readonly StoredEvent[]> {
    const [first, ...others] = unplaced;
    if (first === undefined) return [];
    const stream = this.names.ofYouth(trajectoryId);
    const { revision } = first.envelope;
    const events = [toEventData(first, audit), ...others.map((event) => toEventData(event, []))];
    const { position } = await this.client.appendToStream(stream, events, { expectedRevision: revision === 0 ? NO_STREAM : BigInt(revision - 1) });
    if (others.length === 0 && position) return [{ ...first, position: Number(position.commit) }];
    // The server names the position of the last event only.
    const recorded = await this.reader.readRaw(stream, revision, unplaced.length);
    return unplaced.map((event, index) => ({ ...event, position: positionOf(placed(recorded[index])) }));
  }
}

/** The one stream that the requests are for; undefined for none. @throws MalformedAppendError @throws SpansStreamsError */
export function streamOf(requests: readonly AppendRequest[]): TrajectoryId | undefined {
  assertWellFormed(requests);
  if (requests.some(({ trajectoryId }) => trajectoryId !== requests[0]?.trajectoryId)) throw new SpansStreamsError();
  return requests[0]?.trajectoryId;
}

function refusalOf(requests: readonly AppendRequest[], known: KnownStream): Exclude<AppendOutcome, { status: 'appended' }> | undefined {
  const ids = requests.flatMap(({ events }) => events.map(({ envelope }) => envelope.eventId));
  const eventId = repeatedEventId(requests) ?? ids.find((id) => known.eventIds.has(id));
  if (eventId !== undefined) return { status: 'duplicate', eventId };
  let currentRevision = known.revision;
  for (const { trajectoryId, expectedRevision, events } of requests) {
    if (expectedRevision !== currentRevision) return { status: 'conflict', trajectoryId, currentRevision };
    currentRevision += events.length;
  }
  return undefined;
}

function sealedInto(requests: readonly AppendRequest[], { chainHash }: KnownStream, at: Instant): readonly StoredEvent[] {
  let previous = chainHash;
  return requests.flatMap(({ events }) => events).map(({ envelope: given, parts, recordedAt }) => {
    const envelope = { ...given, recordedAt: recordedAt ?? at };
    const leafHash = leafHashOf(envelope, parts);
    previous = chainHashOf(previous, leafHash);
    return { position: 0, envelope, parts, leafHash, chainHash: previous };
  });
}

function refused(outcome: AppendOutcome): Written {
  return { outcome, audit: [] };
}

function placed<Event>(event: Event | undefined): Event {
  if (event === undefined) throw new Error('The server does not give back what it has just recorded');
  return event;
}
