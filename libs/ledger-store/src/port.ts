import type { CivilDate, EventFamily, EventId, Instant, TrajectoryId } from '@trajectboek/events';
import type { DataClass } from '@trajectboek/events';

/** One ciphertext of an event: the fields of one data class, sealed with the key of subject, controller and class. */
export interface SealedPart {
  readonly dataClass: DataClass;
  readonly keyId: string;
  /** 96 random bits. */
  readonly iv: Uint8Array;
  /** AES-256-GCM ciphertext with the 16-byte tag behind it. */
  readonly ciphertext: Uint8Array;
}

/** The clear part of a stored event. It holds no personal data: ids are random, a sensitive type is inside the ciphertext. */
export interface Envelope {
  readonly version: 1;
  readonly controller: string;
  readonly trajectoryId: TrajectoryId;
  /** 0 for the first event of a stream, then without gaps. */
  readonly revision: number;
  readonly eventId: EventId;
  readonly family: EventFamily;
  /** The name of the type with the version of its schema, such as `HandoverOffered.v1`; null where the type itself is sensitive. */
  readonly type: string | null;
  readonly source: string;
  readonly occurredAt: CivilDate | Instant;
  readonly recordedAt: Instant;
}

export type NewEnvelope = Omit<Envelope, 'recordedAt'>;

export interface NewEvent {
  readonly envelope: NewEnvelope;
  readonly parts: readonly SealedPart[];
  /** Only while a history is imported into an empty ledger, and kept as given; otherwise the store takes its own clock. */
  readonly recordedAt?: Instant;
}

/** An event as it is kept for ever. */
export interface StoredEvent {
  /** Strictly increasing in the order of commit. */
  readonly position: number;
  readonly envelope: Envelope;
  readonly parts: readonly SealedPart[];
  /** RFC 6962 leaf hash over the canonical envelope with the SHA-256 of each ciphertext. */
  readonly leafHash: Uint8Array;
  /** Hash chain of the stream: SHA-256 over the previous chain hash and this leaf hash. */
  readonly chainHash: Uint8Array;
}

/** One line of the access log: a decision about one processing, without personal data. */
export interface AuditLine {
  readonly at: Instant;
  readonly action: string;
  readonly actor: string;
  readonly role: string;
  readonly purpose: string;
  readonly decision: 'allowed' | 'denied';
  readonly reason: string | null;
  readonly trajectoryId: TrajectoryId | null;
  readonly traceId: string;
}

/** Events for one stream that are recorded together or not at all. */
export interface AppendRequest {
  readonly trajectoryId: TrajectoryId;
  /** Revision of the last event of the stream as the caller knows it; -1 for an empty stream. */
  readonly expectedRevision: number;
  readonly events: readonly NewEvent[];
  /** Made durable in the same commit. */
  readonly audit?: AuditLine;
}

export type AppendOutcome =
  | { readonly status: 'appended'; readonly stored: readonly StoredEvent[] }
  | { readonly status: 'conflict'; readonly trajectoryId: TrajectoryId; readonly currentRevision: number }
  | { readonly status: 'duplicate'; readonly eventId: EventId };

export interface LedgerHead {
  /** Position of the last committed event; 0 for an empty ledger. */
  readonly position: number;
  readonly recordedAt: Instant | null;
  /** Number of events: the size of the Merkle tree. */
  readonly size: number;
}

/**
 * The append-only store of sealed events.
 *
 * An implementation MUST make events durable before `append` resolves (power loss included); MUST record a list of
 * requests together or not at all, or refuse a list over several streams (`SpansStreamsError`) when `atomicAcrossStreams`
 * is false; MUST give positions in the order of commit, so that a reader which has seen position p never later meets an
 * event at or before p; MUST keep `recordedAt` non-decreasing in position, but for moments given by an import; MUST answer
 * `duplicate` for an event id that is already in the stream (in any stream when `atomicAcrossStreams` is true), before it
 * looks at the revision; MUST refuse what is out of shape (`MalformedAppendError`) without a trace; MUST NOT update or
 * delete a stored event, nor be able to.
 *
 * A caller MUST seal personal data before it gets here; MUST be ready for `conflict` and decide again; MUST import a
 * history in the order of its moments; MUST NOT read meaning into the distance between positions.
 */
export interface LedgerStore {
  readonly atomicAcrossStreams: boolean;
  append(requests: readonly AppendRequest[]): Promise<AppendOutcome>;
  /** The events of one stream from a revision on, oldest first. */
  readStream(trajectoryId: TrajectoryId, fromRevision?: number): Promise<readonly StoredEvent[]>;
  /** At most `limit` events after a position, in order of position. */
  readAll(after: number, limit: number): Promise<readonly StoredEvent[]>;
  /** Whole streams for a rebuild: streams with an id after `after`, in order of id, events up to `upTo`; about `limit` events, never half a stream. */
  readStreams(after: TrajectoryId | undefined, upTo: number, limit: number): Promise<readonly (readonly StoredEvent[])[]>;
  /** Undefined as well when the event is in another stream. */
  findEvent(trajectoryId: TrajectoryId, eventId: EventId): Promise<StoredEvent | undefined>;
  head(): Promise<LedgerHead>;
  /** Leaf hashes of the Merkle tree, whose leaves are the events in order of position: from index `from` up to but without `to`, both counted from 0. */
  leafHashes(from: number, to: number): Promise<readonly Uint8Array[]>;
  /** Calls the listener after each commit, with nothing: who is told reads on from its own position. Returns how to stop. */
  onAppended(listener: () => void): () => void;
  /** Durable before it resolves. */
  recordAccess(line: AuditLine): Promise<void>;
  readAccess(after: number, limit: number): Promise<readonly (AuditLine & { readonly number: number })[]>;
  close(): Promise<void>;
}
