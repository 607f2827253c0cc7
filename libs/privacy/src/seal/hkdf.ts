import { hash } from 'node:crypto';

const BLOCK_LENGTH = 64;
const HASH_LENGTH = 32;
const MOST_MESSAGE = 256;

/** What the two hashes of HMAC go over: the padded key and then the message. Kept, because making buffers costs more than hashing; wiped after each use. */
const inner = Buffer.alloc(BLOCK_LENGTH + MOST_MESSAGE);
const outer = Buffer.alloc(BLOCK_LENGTH + HASH_LENGTH);

/**
 * HKDF-SHA256 (RFC 5869) for one block of 32 bytes, given as a text of one character per byte. The key has at most 256
 * bytes and the info at most 255.
 *
 * The same as `hkdfSync`, which takes four times as long: it looks its algorithm up by name each time, and a key is
 * derived for every event that is sealed or opened. The hash itself is OpenSSL's.
 */
export function hkdfBlock(key: Uint8Array, salt: Uint8Array | string, info: string): string {
  if (Buffer.byteLength(info) >= MOST_MESSAGE) throw new RangeError('The info of a key has at most 255 bytes');
  try {
    inner.set(key, BLOCK_LENGTH);
    const pseudoRandomKey = hmacOf(textOf(salt), key.length);
    const length = inner.write(info, BLOCK_LENGTH);
    inner[BLOCK_LENGTH + length] = 1;
    return hmacOf(pseudoRandomKey, length + 1);
  } finally {
    inner.fill(0);
    outer.fill(0);
  }
}

/** HMAC-SHA256 (RFC 2104) of the first `length` bytes behind the block of `inner`. */
function hmacOf(key: string, length: number): string {
  const short = key.length > BLOCK_LENGTH ? hash('sha256', Buffer.from(key, 'latin1'), 'binary') : key;
  for (let at = 0; at < BLOCK_LENGTH; at += 1) {
    const byte = at < short.length ? short.charCodeAt(at) : 0;
    inner[at] = byte ^ 0x36;
    outer[at] = byte ^ 0x5c;
  }
  outer.write(hash('sha256', inner.subarray(0, BLOCK_LENGTH + length), 'binary'), BLOCK_LENGTH, 'latin1');
  return hash('sha256', outer, 'binary');
}

function textOf(bytes: Uint8Array | string): string {
  return (typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).toString('latin1');
}
