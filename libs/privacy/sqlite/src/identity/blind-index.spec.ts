import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { coverAllOf, identifiersOf } from './blind-index.js';

const SECRET = new Uint8Array(32).fill(8);
const KEY = createSecretKey(SECRET);
const OTHER_KEY = createSecretKey(new Uint8Array(32).fill(9));

function digestsOf(identity: Parameters<typeof identifiersOf>[0], key = KEY): readonly string[] {
  return identifiersOf(identity, key).map(({ digest }) => Buffer.from(digest).toString('hex'));
}

describe('A blind index', () => {
  it('is what a second implementation of HMAC-SHA256 makes of kind and value', () => {
    expect(digestsOf({ bsn: '999900018' })).toEqual([Buffer.from(hmac(sha256, SECRET, Buffer.from('["bsn","999900018"]'))).toString('hex')]);
  });

  it('differs by value, by kind and by controller', () => {
    const all = [digestsOf({ bsn: '999900018' }), digestsOf({ bsn: '999900109' }), digestsOf({ educationNumber: '999900018' }), digestsOf({ bsn: '999900018' }, OTHER_KEY)].flat();
    expect(new Set(all).size).toBe(4);
  });

  it('does not take one name for another by where it is split', () => {
    const [one] = digestsOf({ name: { given: 'Anna Maria', family: 'Bos' }, birthDate: '2007-01-01' });
    const [other] = digestsOf({ name: { given: 'Anna', family: 'Maria Bos' }, birthDate: '2007-01-01' });
    expect(one).not.toBe(other);
  });

  it('is made of the strongest first, and of nothing that finds nobody', () => {
    const identity = { birthDate: '2007-01-01', name: { given: 'A', family: 'B' }, educationNumber: '101222331', bsn: '999900018' };
    expect(identifiersOf(identity, KEY).map(({ kind }) => kind)).toEqual(['bsn', 'education-number', 'name-and-birth-date']);
    expect(identifiersOf({ birthDate: '2007-01-01' }, KEY)).toEqual([]);
  });

  it('knows whether it says all that was said', () => {
    const full = { bsn: '999900018', birthDate: '2007-01-01' };
    expect(coverAllOf(full, identifiersOf(full, KEY))).toBe(false);
    expect(coverAllOf({ bsn: '999900018' }, identifiersOf({ bsn: '999900018' }, KEY))).toBe(true);
  });
});
