import { hash } from 'node:crypto';
import type { Envelope, SealedPart } from '@trajectboek/ledger-store';

/** What the proof keeps of a ciphertext: enough to verify after the ciphertext itself is destroyed. */
export interface PartDigest {
  readonly dataClass: SealedPart['dataClass'];
  readonly keyId: string;
  /** base64url, without padding. */
  readonly iv: string;
  /** SHA-256 of the ciphertext with its tag, base64url without padding. */
  readonly sha256: string;
}

export function digestOf(part: SealedPart): PartDigest {
  return { dataClass: part.dataClass, keyId: part.keyId, iv: base64url(part.iv), sha256: hash('sha256', part.ciphertext, 'base64url') };
}

/**
 * RFC 8785 form of an envelope with the digests of its parts, in the order in which the parts are stored.
 *
 * Written out key by key, because a general canonicaliser takes longer than the hash itself on every append; a spec
 * holds it equal to the package `canonicalize`. A new field of Envelope must be added here, in sorted place. Throws a
 * TypeError on a lone surrogate or a revision that is not a whole number, as RFC 8785 demands.
 */
export function canonicalLeaf(envelope: Envelope, parts: readonly PartDigest[]): string {
  const type = envelope.type === null ? 'null' : quoted(envelope.type);
  return (
    `{"controller":${quoted(envelope.controller)},"eventId":${quoted(envelope.eventId)},"family":${quoted(envelope.family)}` +
    `,"occurredAt":${quoted(envelope.occurredAt)},"parts":[${parts.map(canonicalPart).join(',')}]` +
    `,"recordedAt":${quoted(envelope.recordedAt)},"revision":${whole(envelope.revision)},"source":${quoted(envelope.source)}` +
    `,"trajectoryId":${quoted(envelope.trajectoryId)},"type":${type},"version":${whole(envelope.version)}}`
  );
}

function canonicalPart(part: PartDigest): string {
  return `{"dataClass":${quoted(part.dataClass)},"iv":${quoted(part.iv)},"keyId":${quoted(part.keyId)},"sha256":${quoted(part.sha256)}}`;
}

function quoted(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('A lone surrogate has no canonical form');
  return JSON.stringify(text);
}

function whole(number: number): string {
  if (!Number.isSafeInteger(number)) throw new TypeError('Only a whole number has a place in an envelope');
  return `${number}`;
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url');
}
