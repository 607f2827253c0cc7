import { describe, expect, it } from '@jest/globals';
import { gcm } from '@noble/ciphers/aes.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import type { DataClass, EventId, TrajectoryId } from '@trajectboek/events';
import type { NewEnvelope, SealedPart } from '@trajectboek/ledger-store';
import type { FoundKey } from '../port.js';
import { additionalDataOf } from './additional-data.js';
import { Sealer } from './sealer.js';

const SCHOOL = 'urn:nld:oin:00000001001234567000';
const GEMEENTE = 'urn:nld:oin:00000001009876543000';
const ENVELOPE: NewEnvelope = {
  version: 1,
  controller: SCHOOL,
  trajectoryId: 'trajectory-1' as TrajectoryId,
  revision: 3,
  eventId: 'event-1' as EventId,
  family: 'support',
  type: 'DebtReported.v1',
  source: SCHOOL,
  occurredAt: '2025-09-01',
};
const PATH = { keyId: 'key-path', key: new Uint8Array(32).fill(1) };
const CARE = { keyId: 'key-care', key: new Uint8Array(32).fill(2) };
const KEYS = new Map<DataClass, typeof PATH>([['path', PATH], ['care', CARE]]);
const PARTS = { path: { id: 'a', data: { grade: 3 } }, care: { debt: 'veel, en één ervan bij de zorgverzekeraar' } };

function sealerWith(found: Readonly<Record<string, FoundKey>> = {}): Sealer {
  const all: Readonly<Record<string, FoundKey>> = { 'key-path': { state: 'present', key: PATH.key }, 'key-care': { state: 'present', key: CARE.key }, ...found };
  return new Sealer({ find: (keyId) => all[keyId] ?? { state: 'missing' } });
}

function recorded(envelope: NewEnvelope, parts: readonly SealedPart[]): Parameters<Sealer['open']>[0] {
  return { envelope: { ...envelope, recordedAt: '2025-09-01T08:00:00Z' }, parts };
}

function statesOf(envelope: NewEnvelope, parts: readonly SealedPart[], sealer = sealerWith()): readonly string[] {
  return sealer.open(recorded(envelope, parts)).map(({ state }) => state);
}

const sealed = sealerWith().seal(ENVELOPE, PARTS, KEYS);

describe('A sealed event', () => {
  it('opens to what was sealed, class by class', () => {
    expect(sealerWith().open(recorded(ENVELOPE, sealed))).toEqual([
      { dataClass: 'path', state: 'value', data: PARTS.path },
      { dataClass: 'care', state: 'value', data: PARTS.care },
    ]);
  });

  it('opens in any content that JSON can hold', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (data) => {
        const plain = JSON.parse(JSON.stringify(data)) as typeof data;
        const parts = sealerWith().seal(ENVELOPE, { path: plain }, KEYS);
        expect(sealerWith().open(recorded(ENVELOPE, parts))).toEqual([{ dataClass: 'path', state: 'value', data: plain }]);
      }),
    );
  });

  it('is what a second implementation of HKDF and AES-GCM makes of it', () => {
    const [part] = sealed;
    if (part === undefined) throw new Error('nothing was sealed');
    const subkey = hkdf(sha256, PATH.key, Buffer.from(ENVELOPE.eventId), Buffer.from('trajectboek sealed part 1'), 32);
    const aad = Buffer.from(canonicalize({ ...ENVELOPE, dataClass: 'path', keyId: 'key-path' }) ?? '');
    const plaintext = gcm(subkey, part.iv, aad).decrypt(part.ciphertext);
    expect(JSON.parse(Buffer.from(plaintext).toString())).toEqual(PARTS.path);
  });

  it('is bound to the canonical form of its place', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, fc.maxSafeNat(), fc.option(text), (controller, id, revision, type) => {
        const envelope: NewEnvelope = { ...ENVELOPE, controller, eventId: id as EventId, revision, type };
        expect(Buffer.from(additionalDataOf(envelope, 'care', 'k')).toString()).toBe(canonicalize({ ...envelope, dataClass: 'care', keyId: 'k' }));
      }),
    );
    expect(() => additionalDataOf({ ...ENVELOPE, controller: 'half \ud800' }, 'care', 'k')).toThrow(TypeError);
  });

  it('never uses an IV twice and never gives the same ciphertext', () => {
    const many = Array.from({ length: 3000 }, () => sealerWith().seal(ENVELOPE, { path: PARTS.path }, KEYS)).flat();
    expect(new Set(many.map(({ iv }) => Buffer.from(iv).toString('hex'))).size).toBe(3000);
    expect(new Set(many.map(({ ciphertext }) => Buffer.from(ciphertext).toString('hex'))).size).toBe(3000);
    expect(many.every(({ iv }) => iv.length === 12)).toBe(true);
  });

  it('holds nothing readable', () => {
    expect(sealed.some(({ ciphertext }) => Buffer.from(ciphertext).includes('zorgverzekeraar'))).toBe(false);
  });
});

describe('A ciphertext in another place', () => {
  const places: Record<string, NewEnvelope> = {
    event: { ...ENVELOPE, eventId: 'event-2' as EventId },
    revision: { ...ENVELOPE, revision: 4 },
    subject: { ...ENVELOPE, trajectoryId: 'trajectory-2' as TrajectoryId },
    controller: { ...ENVELOPE, controller: GEMEENTE },
    type: { ...ENVELOPE, type: 'DebtReported.v2' },
    'hidden type': { ...ENVELOPE, type: null },
  };

  it.each(Object.entries(places))('is tampered with: another %s', (_place, envelope) => {
    expect(statesOf(envelope, sealed)).toEqual(['tampered', 'tampered']);
  });

  it('is tampered with: another class or key', () => {
    expect(statesOf(ENVELOPE, sealed.map((part) => ({ ...part, dataClass: 'health' })))).toEqual(['tampered', 'tampered']);
    expect(statesOf(ENVELOPE, sealed.map((part) => ({ ...part, keyId: 'key-same' })), sealerWith({ 'key-same': { state: 'present', key: PATH.key } }))).toEqual(['tampered', 'tampered']);
    const [path, care] = sealed;
    if (path === undefined || care === undefined) throw new Error('nothing was sealed');
    expect(statesOf(ENVELOPE, [{ ...path, iv: care.iv, ciphertext: care.ciphertext }, { ...care, iv: path.iv, ciphertext: path.ciphertext }])).toEqual(['tampered', 'tampered']);
  });
});

describe('A changed ciphertext', () => {
  it('is tampered with, whichever bit it is, and when it is shorter or longer', () => {
    const [part] = sealed;
    if (part === undefined) throw new Error('nothing was sealed');
    fc.assert(
      fc.property(fc.nat({ max: part.ciphertext.length - 1 }), fc.nat({ max: 7 }), (at, bit) => {
        const ciphertext = part.ciphertext.map((byte, index) => (index === at ? byte ^ (1 << bit) : byte));
        expect(statesOf(ENVELOPE, [{ ...part, ciphertext }])).toEqual(['tampered']);
      }),
    );
    for (const length of [0, 4, 15, 16, part.ciphertext.length - 1]) expect(statesOf(ENVELOPE, [{ ...part, ciphertext: part.ciphertext.slice(0, length) }])).toEqual(['tampered']);
    expect(statesOf(ENVELOPE, [{ ...part, ciphertext: new Uint8Array([...part.ciphertext, 0]) }])).toEqual(['tampered']);
    expect(statesOf(ENVELOPE, [{ ...part, iv: part.iv.slice(0, 8) }])).toEqual(['tampered']);
  });

  it('with the tag cut to four bytes is not taken for good', () => {
    const [part] = sealed;
    if (part === undefined) throw new Error('nothing was sealed');
    expect(statesOf(ENVELOPE, [{ ...part, ciphertext: part.ciphertext.slice(0, -12) }])).toEqual(['tampered']);
  });
});

describe('A key that is not there', () => {
  it('gives three different answers, part by part', () => {
    expect(statesOf(ENVELOPE, sealed, sealerWith({ 'key-care': { state: 'erased' } }))).toEqual(['value', 'erased']);
    expect(statesOf(ENVELOPE, sealed, sealerWith({ 'key-care': { state: 'missing' } }))).toEqual(['value', 'key-missing']);
    expect(statesOf(ENVELOPE, sealed, sealerWith({ 'key-care': { state: 'present', key: PATH.key } }))).toEqual(['value', 'tampered']);
  });

  it('is refused when something must be sealed with it', () => {
    expect(() => sealerWith().seal(ENVELOPE, { health: {} }, KEYS)).toThrow(RangeError);
    expect(() => sealerWith().seal(ENVELOPE, { path: {} }, new Map([['path', { keyId: 'short', key: new Uint8Array(16) }]]))).toThrow(RangeError);
  });
});
