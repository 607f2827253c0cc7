import { hash } from 'node:crypto';

/** Bytes of a SHA-256 hash. */
export const HASH_LENGTH = 32;
const CHILDREN = new Uint8Array(1 + 2 * HASH_LENGTH);
CHILDREN[0] = 1;

/** RFC 6962 §2.1: SHA-256(0x00 ‖ data). */
export function hashLeaf(data: Uint8Array): Uint8Array {
  const input = new Uint8Array(1 + data.length);
  input.set(data, 1);
  return hash('sha256', input, 'buffer');
}

/** RFC 6962 §2.1: SHA-256(0x01 ‖ left ‖ right). */
export function hashChildren(left: Uint8Array, right: Uint8Array): Uint8Array {
  if (left.length !== HASH_LENGTH || right.length !== HASH_LENGTH) throw new RangeError('A SHA-256 hash has 32 bytes');
  // One buffer for all calls: the function is synchronous and keeps nothing.
  CHILDREN.set(left, 1);
  CHILDREN.set(right, 1 + HASH_LENGTH);
  return hash('sha256', CHILDREN, 'buffer');
}

/** RFC 6962 §2.1: the root of a tree without leaves, SHA-256 of nothing. */
export function emptyRoot(): Uint8Array {
  return hash('sha256', '', 'buffer');
}

export function sameHash(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** Throws a RangeError unless the number is a whole number from 0. */
export function assertCount(number: number, what: string): void {
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`${what} is a whole number from 0`);
}

/** The largest power of two below `size`; `size` is at least 2. */
export function splitOf(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}
