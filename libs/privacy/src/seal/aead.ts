import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomFillSync } from 'node:crypto';
import { hkdfBlock } from './hkdf.js';

const ALGORITHM = 'aes-256-gcm';
const KEY_LENGTH = 32;
const IV_LENGTH = 12;
const TAG_LENGTH = 16;
/** Node takes a tag of 4 bytes for good when it is not told how long a tag is. */
const OPTIONS = { authTagLength: TAG_LENGTH };
const IVS_PER_DRAW = 512;

export interface Sealed {
  /** 96 random bits. */
  readonly iv: Uint8Array;
  /** AES-256-GCM ciphertext with the 16-byte tag behind it. */
  readonly ciphertext: Uint8Array;
}

/**
 * A key for one purpose: HKDF-SHA256 (RFC 5869), 32 bytes.
 *
 * Keys travel as KeyObject: OpenSSL takes ten times as long to accept the same 32 bytes as a buffer.
 */
export function subkeyOf(key: Uint8Array, salt: Uint8Array | string, info: string): KeyObject {
  assertLength(key);
  return createSecretKey(hkdfBlock(key, salt, info), 'latin1');
}

/** Throws a RangeError unless the key has 32 bytes: a shorter one must never be used silently. */
export function secretKeyOf(key: Uint8Array): KeyObject {
  assertLength(key);
  return createSecretKey(key);
}

function assertLength(key: Uint8Array): void {
  if (key.length !== KEY_LENGTH) throw new RangeError('A key has 32 bytes');
}

export function encryptWith(key: KeyObject, plaintext: Uint8Array, aad: Uint8Array): Sealed {
  const iv = nextIv();
  return { iv, ciphertext: encryptWithIv(key, iv, { plaintext, aad }) };
}

/** For published vectors only: an IV that is used twice with one key gives both plaintexts away. */
export function encryptWithIv(key: KeyObject, iv: Uint8Array, { plaintext, aad }: { readonly plaintext: Uint8Array; readonly aad: Uint8Array }): Uint8Array {
  const cipher = createCipheriv(ALGORITHM, key, iv, OPTIONS).setAAD(aad);
  const body = cipher.update(plaintext);
  cipher.final();
  const ciphertext = Buffer.allocUnsafe(body.length + TAG_LENGTH);
  ciphertext.set(body);
  ciphertext.set(cipher.getAuthTag(), body.length);
  return new Uint8Array(ciphertext.buffer, ciphertext.byteOffset, ciphertext.length);
}

/** The plaintext, or undefined when key, IV, ciphertext, tag or additional data is not what it was. */
export function decryptWith(key: KeyObject, { iv, ciphertext }: Sealed, aad: Uint8Array): Uint8Array | undefined {
  if (iv.length !== IV_LENGTH || ciphertext.length < TAG_LENGTH) return undefined;
  const end = ciphertext.length - TAG_LENGTH;
  const decipher = createDecipheriv(ALGORITHM, key, iv, OPTIONS).setAAD(aad).setAuthTag(ciphertext.subarray(end));
  const plaintext = decipher.update(ciphertext.subarray(0, end));
  try {
    decipher.final();
    return plaintext;
  } catch {
    return undefined;
  }
}

const drawn = new Uint8Array(IV_LENGTH * IVS_PER_DRAW);
let used = drawn.length;

/** One draw for many: a call to the random generator costs more than the encryption. Each IV is given once. */
function nextIv(): Uint8Array {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  used += IV_LENGTH;
  return drawn.slice(used - IV_LENGTH, used);
}
