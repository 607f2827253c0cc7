import { hash } from 'node:crypto';
import type { Envelope, SealedPart } from '@trajectboek/ledger-store';
import { canonicalLeaf, digestOf, type PartDigest } from './canonical-leaf.js';

/** Not 0 or 1: those are the leaves and nodes of RFC 6962. */
const CHAIN_PREFIX = 2;
const HASH_LENGTH = 32;
/** What is hashed for the first event of a stream and for the next ones; written over each time. */
const FIRST_LINK = new Uint8Array(1 + HASH_LENGTH);
const NEXT_LINK = new Uint8Array(1 + 2 * HASH_LENGTH);
FIRST_LINK[0] = NEXT_LINK[0] = CHAIN_PREFIX;

/** RFC 6962 leaf hash, 32 bytes, of an event as it is stored. */
export function leafHashOf(envelope: Envelope, parts: readonly SealedPart[]): Uint8Array {
  return leafHashOfDigests(envelope, parts.map(digestOf));
}

/** The same leaf hash, where only the digests of the ciphertexts are left. */
export function leafHashOfDigests(envelope: Envelope, parts: readonly PartDigest[]): Uint8Array {
  // U+0000 is the single byte 0x00 in UTF-8: the leaf prefix of RFC 6962 without a copy of the bytes.
  return sha256(`\0${canonicalLeaf(envelope, parts)}`);
}

/** Hash chain of one stream, 32 bytes: SHA-256(0x02 ‖ previous ‖ leaf), with nothing for `previous` at revision 0. */
export function chainHashOf(previous: Uint8Array | null, leafHash: Uint8Array): Uint8Array {
  if (leafHash.length !== HASH_LENGTH || (previous !== null && previous.length !== HASH_LENGTH)) {
    throw new RangeError('A SHA-256 hash has 32 bytes');
  }
  const input = previous === null ? FIRST_LINK : NEXT_LINK;
  if (previous !== null) input.set(previous, 1);
  input.set(leafHash, input.length - HASH_LENGTH);
  return sha256(input);
}

/** By way of a text of one character per byte: a buffer from OpenSSL lies outside the heap, and costs more than the hash. */
function sha256(input: string | Uint8Array): Uint8Array {
  const text = hash('sha256', input, 'binary');
  const bytes = new Uint8Array(HASH_LENGTH);
  for (let at = 0; at < HASH_LENGTH; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}
