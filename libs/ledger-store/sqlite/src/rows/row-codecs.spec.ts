import { describe, expect, it } from '@jest/globals';
import type { DataClass } from '@trajectboek/events';
import fc from 'fast-check';
import { partsFromBytes, partsToBytes } from './parts-codec.js';
import { idOf, keyOf } from './uuid-bytes.js';

const CLASSES: readonly DataClass[] = ['identity', 'path', 'care', 'health', 'criminal'];
const bytes = fc.uint8Array({ maxLength: 40 });
const part = fc.record({ dataClass: fc.constantFrom(...CLASSES), keyId: fc.string({ unit: 'grapheme', maxLength: 40 }), iv: bytes, ciphertext: bytes });

describe('the parts of an event as bytes', () => {
  it('read back as they were', () => {
    fc.assert(fc.property(fc.array(part, { maxLength: 6 }), (parts) => expect(partsFromBytes(partsToBytes(parts)).map(plain)).toEqual(parts.map(plain))));
  });

  it('are one part without a key when they were cut off or changed in form', () => {
    const whole = partsToBytes([{ dataClass: 'path', keyId: 'key', iv: new Uint8Array(12), ciphertext: new Uint8Array(30) }]);
    for (let length = 1; length < whole.length; length += 1) expect(partsFromBytes(whole.subarray(0, length))).toMatchObject([{ keyId: '', ciphertext: { length } }]);
    expect(partsFromBytes(Uint8Array.from([9, ...whole.subarray(1)]))).toMatchObject([{ keyId: '' }]);
  });
});

describe('an id as a key', () => {
  it('reads back as it was', () => {
    fc.assert(fc.property(fc.oneof(fc.uuid(), fc.string()), (id) => expect(idOf(keyOf(id))).toBe(id)));
  });

  it('is 16 bytes for a UUID only', () => {
    expect(keyOf('7a0000ff-0000-4000-8000-000000000001')).toHaveLength(16);
    for (const id of ['7A0000FF-0000-4000-8000-000000000001', '7a0000ff-0000-4000-8000-00000000000g', '7a0000ff00000-4000-8000-000000000001', 'jongere-1']) expect(keyOf(id)).toBe(id);
  });

  it('sorts as the text does', () => {
    fc.assert(fc.property(fc.uuid(), fc.uuid(), (one, other) => expect(Math.sign(Buffer.compare(bytesOf(one), bytesOf(other)))).toBe(one < other ? -1 : Number(one > other))));
  });
});

function bytesOf(id: string): Uint8Array {
  const key = keyOf(id);
  return typeof key === 'string' ? Buffer.from(key) : key;
}

function plain({ iv, ciphertext, ...rest }: { readonly iv: Uint8Array; readonly ciphertext: Uint8Array }): unknown {
  return { ...rest, iv: [...iv], ciphertext: [...ciphertext] };
}
