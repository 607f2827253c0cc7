import type { DataClass } from '@trajectboek/events';
import type { SealedPart } from '@trajectboek/ledger-store';

/** The order is part of the file format: only add at the end. */
const CLASSES: readonly DataClass[] = ['identity', 'path', 'care', 'health', 'criminal'];
/** Bytes per part beside its key id, iv and ciphertext: class 1, lengths 2 + 1 + 4. */
const FIXED = 8;

/** For each part: class (1), length of key id (2), of iv (1), of ciphertext (4, big endian), then the three. */
export function partsToBytes(parts: readonly SealedPart[]): Uint8Array {
  let size = 0;
  for (const { keyId, iv, ciphertext } of parts) size += FIXED + Buffer.byteLength(keyId) + iv.length + ciphertext.length;
  const bytes = Buffer.allocUnsafe(size);
  let at = 0;
  for (const part of parts) at = writePart(bytes, part, at);
  return bytes;
}

/** Gives the place behind the part. */
function writePart(bytes: Buffer, { dataClass, keyId, iv, ciphertext }: SealedPart, at: number): number {
  const keyLength = bytes.write(keyId, at + FIXED);
  bytes.writeUInt8(CLASSES.indexOf(dataClass), at);
  bytes.writeUInt16BE(keyLength, at + 1);
  bytes.writeUInt8(iv.length, at + 3);
  bytes.writeUInt32BE(ciphertext.length, at + 4);
  bytes.set(iv, at + FIXED + keyLength);
  bytes.set(ciphertext, at + FIXED + keyLength + iv.length);
  return at + FIXED + keyLength + iv.length + ciphertext.length;
}

/**
 * Bytes in another form than the above were changed by somebody: they come back as one part without a key, so that the
 * event can be read, and its leaf hash tells.
 */
export function partsFromBytes(stored: Uint8Array): SealedPart[] {
  const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
  const parts: SealedPart[] = [];
  for (let at = 0; at < bytes.length; ) {
    const read = readPart(bytes, at);
    if (read === undefined) return [{ dataClass: 'path', keyId: '', iv: new Uint8Array(), ciphertext: stored }];
    parts.push(read.part);
    at = read.end;
  }
  return parts;
}

function readPart(bytes: Buffer, at: number): { readonly part: SealedPart; readonly end: number } | undefined {
  if (at + FIXED > bytes.length) return undefined;
  const dataClass = CLASSES[bytes.readUInt8(at)];
  const keyEnd = at + FIXED + bytes.readUInt16BE(at + 1);
  const ivEnd = keyEnd + bytes.readUInt8(at + 3);
  const end = ivEnd + bytes.readUInt32BE(at + 4);
  if (dataClass === undefined || end > bytes.length) return undefined;
  return { part: { dataClass, keyId: bytes.toString('utf8', at + FIXED, keyEnd), iv: plain(bytes, keyEnd, ivEnd), ciphertext: plain(bytes, ivEnd, end) }, end };
}

/** A view on the same memory that compares as a plain byte array. */
function plain(bytes: Buffer, from: number, to: number): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset + from, to - from);
}
