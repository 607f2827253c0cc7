import { createHash } from 'node:crypto';
import type { StoredEvent } from '../port.js';

/** A second implementation of the hashes, from the text of privacy-and-proof only: what an adapter stores must agree with it. */
export function leafHashBySpec({ envelope, parts }: StoredEvent): Buffer {
  const leaf = { ...envelope, parts: parts.map(({ dataClass, keyId, iv, ciphertext }) => ({ dataClass, keyId, iv: Buffer.from(iv).toString('base64url'), sha256: createHash('sha256').update(ciphertext).digest('base64url') })) };
  return createHash('sha256').update(Buffer.of(0)).update(sorted(leaf)).digest();
}

export function chainHashBySpec(previous: Uint8Array | undefined, leafHash: Uint8Array): Buffer {
  return createHash('sha256').update(Buffer.of(2)).update(previous ?? Buffer.alloc(0)).update(leafHash).digest();
}

/** RFC 8785 for objects of texts, whole numbers, null and lists. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1))) : inner,
  );
}
