import type { KeyObject } from 'node:crypto';
import { decryptWith, encryptWith } from '@trajectboek/privacy';

const IV_LENGTH = 12;
const KEY_LENGTH = 32;

/** A key did not come out as it went in: another root secret, or a row that was changed. Never says which key. */
export class UnwrapError extends Error {
  override readonly name = 'UnwrapError';
}

/** IV and ciphertext in one; bound to its place, so that a row cannot take the key of another. */
export function wrapKey(wrapping: KeyObject, key: Uint8Array, place: readonly string[]): Uint8Array {
  const { iv, ciphertext } = encryptWith(wrapping, key, placeBytes(place));
  const wrapped = new Uint8Array(IV_LENGTH + ciphertext.length);
  wrapped.set(iv);
  wrapped.set(ciphertext, IV_LENGTH);
  return wrapped;
}

/** The 32 bytes. Throws an UnwrapError when they are not exactly what was wrapped here. */
export function unwrapKey(wrapping: KeyObject, wrapped: Uint8Array, place: readonly string[]): Uint8Array {
  const key = decryptWith(wrapping, { iv: wrapped.subarray(0, IV_LENGTH), ciphertext: wrapped.subarray(IV_LENGTH) }, placeBytes(place));
  if (key?.length !== KEY_LENGTH) throw new UnwrapError('A key could not be unwrapped');
  return key;
}

function placeBytes(place: readonly string[]): Uint8Array {
  return Buffer.from(JSON.stringify(place));
}
