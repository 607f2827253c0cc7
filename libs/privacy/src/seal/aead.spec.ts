import { describe, expect, it } from '@jest/globals';
import { gcm } from '@noble/ciphers/aes.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { hkdfSync } from 'node:crypto';
import { decryptWith, encryptWith, encryptWithIv, secretKeyOf, subkeyOf } from './aead.js';
import { hkdfBlock } from './hkdf.js';

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');
const hexOf = (data: Uint8Array | undefined): string | undefined => data && Buffer.from(data).toString('hex');
const bits256 = fc.uint8Array({ minLength: 32, maxLength: 32 });
const data = fc.uint8Array({ maxLength: 200 });

describe('AES-256-GCM', () => {
  /** Test cases 14 and 16 of McGrew and Viega, The Galois/Counter Mode of Operation, appendix B. */
  const VECTORS = [
    { key: '00'.repeat(32), iv: '00'.repeat(12), aad: '', plaintext: '00'.repeat(16), ciphertext: 'cea7403d4d606b6e074ec5d3baf39d18', tag: 'd0d1c8a799996bf0265b98b5d48ab919' },
    {
      key: 'feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308',
      iv: 'cafebabefacedbaddecaf888',
      aad: 'feedfacedeadbeeffeedfacedeadbeefabaddad2',
      plaintext: 'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
      ciphertext: '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662',
      tag: '76fc6ece0f4e1768cddf8853bb2d551b',
    },
  ];

  it.each(VECTORS)('gives the published ciphertext and tag $tag', ({ key, iv, aad, plaintext, ciphertext, tag }) => {
    expect(hexOf(encryptWithIv(secretKeyOf(bytes(key)), bytes(iv), { plaintext: bytes(plaintext), aad: bytes(aad) }))).toBe(ciphertext + tag);
    expect(hexOf(decryptWith(secretKeyOf(bytes(key)), { iv: bytes(iv), ciphertext: bytes(ciphertext + tag) }, bytes(aad)))).toBe(plaintext);
  });

  it('agrees with a second implementation', () => {
    fc.assert(
      fc.property(bits256, data, data, (key, plaintext, aad) => {
        const { iv, ciphertext } = encryptWith(secretKeyOf(key), plaintext, aad);
        expect(hexOf(ciphertext)).toBe(hexOf(gcm(key, iv, aad).encrypt(plaintext)));
        expect(hexOf(decryptWith(secretKeyOf(key), { iv, ciphertext }, aad))).toBe(hexOf(plaintext));
      }),
    );
  });

  it('takes no key of another length', () => {
    for (const length of [0, 16, 24, 31, 33]) expect(() => secretKeyOf(new Uint8Array(length))).toThrow(RangeError);
  });
});

describe('HKDF-SHA256', () => {
  it('agrees with a second implementation', () => {
    fc.assert(fc.property(bits256, data, fc.string(), (key, salt, info) => expect(hexOf(subkeyOf(key, salt, info).export())).toBe(hexOf(hkdf(sha256, key, salt, Buffer.from(info), 32)))));
  });

  it('gives the published key of RFC 5869, appendix A.3', () => {
    expect(hexOf(Buffer.from(hkdfBlock(bytes('0b'.repeat(22)), '', ''), 'latin1'))).toBe('8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d');
  });

  it('agrees with OpenSSL, also where the info is as long as it may be', () => {
    fc.assert(fc.property(data, fc.string({ unit: 'binary', maxLength: 100 }), fc.integer({ min: 0, max: 255 }), (key, salt, length) => {
      const info = 'i'.repeat(length);
      expect(hexOf(Buffer.from(hkdfBlock(key, salt, info), 'latin1'))).toBe(hexOf(new Uint8Array(hkdfSync('sha256', key, salt, info, 32))));
    }));
    expect(() => hkdfBlock(new Uint8Array(32), '', 'i'.repeat(256))).toThrow(RangeError);
  });

  it('gives each salt and each purpose another key', () => {
    const key = new Uint8Array(32).fill(3);
    const keys = [subkeyOf(key, 'event-1', 'a'), subkeyOf(key, 'event-2', 'a'), subkeyOf(key, 'event-1', 'b')].map((subkey) => hexOf(subkey.export()));
    expect(new Set(keys).size).toBe(3);
  });
});
