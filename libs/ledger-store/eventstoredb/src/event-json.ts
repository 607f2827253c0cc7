import { jsonEvent, type EventData, type RecordedEvent } from '@eventstore/db-client';
import type { AuditLine, Envelope, SealedPart, StoredEvent } from '@trajectboek/ledger-store';
import { randomUUID } from 'node:crypto';

/** An access line with an id of its own, so that writing it again adds nothing. */
export interface KeyedLine {
  readonly id: string;
  readonly line: AuditLine;
}

interface EventJson {
  readonly envelope: Envelope;
  readonly parts: readonly (Omit<SealedPart, 'iv' | 'ciphertext'> & { readonly iv: string; readonly ciphertext: string })[];
  readonly leafHash: string;
  readonly chainHash: string;
}

/** What the server shows as type where the type itself is sensitive. */
const SENSITIVE_TYPE = 'Sealed';

/**
 * The event as the server keeps it; binary fields are base64.
 *
 * The id is new for each attempt, not the event id: the server answers a second append of the same ids with success
 * without saying that what is stored came from another writer, with another moment and other hashes.
 */
export function toEventData({ envelope, parts, leafHash, chainHash }: StoredEvent, audit: readonly KeyedLine[]): EventData {
  const data: EventJson = {
    envelope,
    parts: parts.map(({ dataClass, keyId, iv, ciphertext }) => ({ dataClass, keyId, iv: base64(iv), ciphertext: base64(ciphertext) })),
    leafHash: base64(leafHash),
    chainHash: base64(chainHash),
  };
  return jsonEvent({ id: randomUUID(), type: envelope.type ?? SENSITIVE_TYPE, data: { ...data }, metadata: { audit } });
}

/** What is stored is taken as it is: whether it was changed is for the proof to say. */
export function toStoredEvent(event: RecordedEvent): StoredEvent {
  const { envelope, parts, leafHash, chainHash } = event.data as unknown as EventJson;
  return {
    position: positionOf(event),
    envelope,
    parts: parts.map((part) => ({ ...part, iv: bytes(part.iv), ciphertext: bytes(part.ciphertext) })),
    leafHash: bytes(leafHash),
    chainHash: bytes(chainHash),
  };
}

export function auditOf({ metadata }: RecordedEvent): readonly KeyedLine[] {
  return (metadata as { readonly audit?: readonly KeyedLine[] } | undefined)?.audit ?? [];
}

/** The commit position: a place in bytes in the log of the server, well below 2^53. */
export function positionOf({ position }: RecordedEvent): number {
  if (position === undefined) throw new Error('The server gives no positions: version 22.6 or later is needed');
  return Number(position.commit);
}

function base64(binary: Uint8Array): string {
  return Buffer.from(binary.buffer, binary.byteOffset, binary.byteLength).toString('base64');
}

function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}
