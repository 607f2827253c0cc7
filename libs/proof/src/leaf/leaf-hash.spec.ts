import { describe, expect, it } from '@jest/globals';
import { sha256 } from '@noble/hashes/sha2.js';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import type { DataClass, EventFamily, EventId, TrajectoryId } from '@trajectboek/events';
import type { Envelope, SealedPart } from '@trajectboek/ledger-store';
import { canonicalLeaf, digestOf } from './canonical-leaf.js';
import { chainHashOf, leafHashOf, leafHashOfDigests } from './leaf-hash.js';

const text = fc.string({ unit: 'binary', maxLength: 30 });
const bytes = fc.uint8Array({ maxLength: 80 });

const envelopes: fc.Arbitrary<Envelope> = fc.record({
  version: fc.constant<1>(1),
  controller: text,
  trajectoryId: text.map((id) => id as TrajectoryId),
  revision: fc.maxSafeNat(),
  eventId: text.map((id) => id as EventId),
  family: fc.constantFrom<EventFamily>('school', 'work', 'rights'),
  type: fc.option(text),
  source: text,
  occurredAt: text,
  recordedAt: text,
});
const parts: fc.Arbitrary<SealedPart[]> = fc.array(
  fc.record({ dataClass: fc.constantFrom<DataClass>('identity', 'path', 'care', 'health', 'criminal'), keyId: text, iv: bytes, ciphertext: bytes }),
  { maxLength: 4 },
);

const ENVELOPE: Envelope = {
  version: 1,
  controller: 'urn:nld:oin:00000001001234567000',
  trajectoryId: 'trajectory-1' as TrajectoryId,
  revision: 0,
  eventId: 'event-1' as EventId,
  family: 'school',
  type: 'HandoverOffered.v1',
  source: 'urn:nld:oin:00000001001234567000',
  occurredAt: '2025-09-01',
  recordedAt: '2025-09-01T08:00:00Z',
};

/** As the design says it, with a general canonicaliser and another SHA-256. */
function leafByTheBook(envelope: Envelope, sealed: readonly SealedPart[]): Uint8Array {
  const digests = sealed.map(({ dataClass, keyId, iv, ciphertext }) => ({
    dataClass,
    keyId,
    iv: Buffer.from(iv).toString('base64url'),
    sha256: Buffer.from(sha256(ciphertext)).toString('base64url'),
  }));
  const canonical = canonicalize({ ...envelope, parts: digests });
  return sha256(Buffer.concat([Buffer.from([0]), Buffer.from(canonical ?? '')]));
}

describe('The leaf of an event', () => {
  it('is what a general canonicaliser and a second SHA-256 make of it', () => {
    fc.assert(fc.property(envelopes, parts, (envelope, sealed) => expect(Buffer.from(leafHashOf(envelope, sealed))).toEqual(Buffer.from(leafByTheBook(envelope, sealed)))), { numRuns: 500 });
  });

  it('is the same when only the digests of the ciphertexts are left', () => {
    fc.assert(fc.property(envelopes, parts, (envelope, sealed) => expect(leafHashOfDigests(envelope, sealed.map(digestOf))).toEqual(leafHashOf(envelope, sealed))));
  });

  it('writes strings as RFC 8785 section 3.2.2 does', () => {
    const canonical = canonicalLeaf({ ...ENVELOPE, source: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/' }, []);
    expect(canonical).toContain('"source":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
  });

  it('has all fields of an envelope, so that none can be changed unseen', () => {
    const canonical: unknown = JSON.parse(canonicalLeaf(ENVELOPE, []));
    expect(canonical).toEqual({ ...ENVELOPE, parts: [] });
  });

  it('refuses what has no canonical form', () => {
    expect(() => canonicalLeaf({ ...ENVELOPE, source: 'half \ud800' }, [])).toThrow(TypeError);
    expect(() => canonicalLeaf({ ...ENVELOPE, revision: Number.NaN }, [])).toThrow(TypeError);
    expect(() => canonicalLeaf({ ...ENVELOPE, revision: 0.5 }, [])).toThrow(TypeError);
  });

  it('depends on the order of the parts', () => {
    const [one, other] = [Uint8Array.of(1), Uint8Array.of(2)].map((ciphertext): SealedPart => ({ dataClass: 'path', keyId: 'k', iv: new Uint8Array(12), ciphertext }));
    expect(one && other && leafHashOf(ENVELOPE, [one, other])).not.toEqual(one && other && leafHashOf(ENVELOPE, [other, one]));
  });
});

describe('The chain of a stream', () => {
  it('begins with the first leaf alone and then takes the hash before it', () => {
    const [first, second] = [sha256(Uint8Array.of(1)), sha256(Uint8Array.of(2))];
    const start = sha256(Uint8Array.of(2, ...first));
    expect(Buffer.from(chainHashOf(null, first))).toEqual(Buffer.from(start));
    expect(Buffer.from(chainHashOf(start, second))).toEqual(Buffer.from(sha256(Uint8Array.of(2, ...start, ...second))));
  });

  it('refuses what is no hash', () => {
    expect(() => chainHashOf(new Uint8Array(31), new Uint8Array(32))).toThrow(RangeError);
    expect(() => chainHashOf(null, new Uint8Array(0))).toThrow(RangeError);
  });
});
