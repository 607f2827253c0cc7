import { describe, expect, it } from '@jest/globals';
import { ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { Frontier } from '../tree/frontier.js';
import { hashLeaf } from '../tree/tree-hash.js';
import { TileTree } from '../tree/tile-tree.js';
import { formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.js';
import { generateSigningKey, noteSignerOf, parseSigningKey, parseVerifierKey } from './note-key.js';
import { cosignNote, openNote, parseNote, signNote } from './signed-note.js';
import { formatTlogProof, parseTlogProof, verifyTlogProof } from './tlog-proof.js';

/** The example of c2sp.org/signed-note. */
const VKEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const NOTE = 'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
/** The example of c2sp.org/tlog-checkpoint; its key is not published. */
const CHECKPOINT = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
const SECRET = new Uint8Array(32).fill(7);
const ORIGIN = 'trajectboek.example/ledger';
const SIGNER = noteSignerOf(ORIGIN, SECRET);
const WITNESS = noteSignerOf('witness.example/one', new Uint8Array(32).fill(9));

describe('A signed note', () => {
  it('of the C2SP example verifies with its key', () => {
    const opened = openNote(NOTE, [parseVerifierKey(VKEY)]);
    expect(opened).toMatchObject({ status: 'verified', text: 'This is an example message.\n' });
    expect(parseVerifierKey(VKEY).vkey).toBe(VKEY);
  });

  it('is told apart: changed, of an unknown key, no note at all', () => {
    const known = [parseVerifierKey(VKEY)];
    expect(openNote(NOTE.replace('example message', 'Example message'), known)).toEqual({ status: 'forged', name: 'example.com/foo' });
    expect(openNote(NOTE, [SIGNER.verifier])).toEqual({ status: 'unsigned' });
    for (const broken of ['', 'text', 'text\n', 'text\n\n', NOTE.slice(0, -1), NOTE.replace('— ', '- '), NOTE.replace('message', 'mess\tage'), NOTE.replace('example.com/foo U', 'example.com/f+o U')]) {
      expect(openNote(broken, known)).toEqual({ status: 'malformed' });
    }
  });

  it('is signed as a second Ed25519 implementation signs it', () => {
    const text = 'één regel\n\nen nog een\n';
    const [line] = parseNote(signNote(text, [SIGNER]))?.signatures ?? [];
    expect(Buffer.from(line?.signature ?? [])).toEqual(Buffer.from(ed25519.sign(Buffer.from(text), SECRET)));
    expect(openNote(signNote(text, [SIGNER]), [SIGNER.verifier])).toMatchObject({ status: 'verified', text });
  });

  it('counts the known keys that signed it, and one false signature spoils it', () => {
    const cosigned = cosignNote(signNote('text\n', [SIGNER]), WITNESS);
    expect(openNote(cosigned, [SIGNER.verifier, WITNESS.verifier])).toMatchObject({ by: [SIGNER.verifier, WITNESS.verifier] });
    const impostor = cosignNote(signNote('text\n', [SIGNER]), { verifier: WITNESS.verifier, sign: () => new Uint8Array(64) });
    expect(openNote(impostor, [SIGNER.verifier, WITNESS.verifier])).toEqual({ status: 'forged', name: 'witness.example/one' });
    expect(openNote(impostor, [SIGNER.verifier])).toMatchObject({ status: 'verified' });
  });

  it('refuses a text or key that cannot be', () => {
    for (const text of ['no newline', 'a\u0000\n', 'half \ud800\n']) expect(() => signNote(text, [SIGNER])).toThrow(RangeError);
    for (const name of ['', 'with space', 'with+plus']) expect(() => noteSignerOf(name, SECRET)).toThrow(RangeError);
    for (const vkey of ['', VKEY.replace('530d903a', '530d903b'), VKEY.replace('AekyeR', 'BekyeR'), `${VKEY}x`]) expect(() => parseVerifierKey(vkey)).toThrow(RangeError);
    expect(() => cosignNote('no note', SIGNER)).toThrow(RangeError);
  });
});

describe('A signing key', () => {
  it('survives being written down', () => {
    const written = generateSigningKey(ORIGIN);
    const signer = parseSigningKey(written);
    expect(parseVerifierKey(signer.verifier.vkey).verify('text\n', signer.sign('text\n'))).toBe(true);
    expect(generateSigningKey(ORIGIN)).not.toBe(written);
  });

  it('is not repeated in an error', () => {
    const written = generateSigningKey(ORIGIN).replace(ORIGIN, 'other');
    expect(() => parseSigningKey(written)).toThrow('The id of a note key fits its name and key');
  });
});

describe('A checkpoint', () => {
  it('of the C2SP example is read and written the same', () => {
    const checkpoint = parseCheckpoint(CHECKPOINT);
    expect(checkpoint).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 });
    expect(checkpoint && formatCheckpoint(checkpoint)).toBe(CHECKPOINT);
  });

  it('comes back from its signed form', () => {
    const lines = fc.string({ unit: 'grapheme', minLength: 1 }).filter((line) => !/[\u0000-\u001f]/.test(line));
    const checkpoints = fc.record({ origin: lines, size: fc.maxSafeNat(), root: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((root) => Buffer.from(root)), extensions: fc.array(lines, { minLength: 1, maxLength: 3 }) });
    fc.assert(fc.property(checkpoints, (checkpoint) => expect(openCheckpoint(signCheckpoint(checkpoint, [SIGNER]), [SIGNER.verifier])).toMatchObject({ status: 'verified', checkpoint })));
  });

  it('is refused when it is not exactly in its form', () => {
    const [origin = '', size = '', root = ''] = CHECKPOINT.split('\n');
    for (const text of [`${origin}\n0${size}\n${root}\n`, `\n${size}\n${root}\n`, `${origin}\n-1\n${root}\n`, `${origin}\n${size}\n${root.slice(0, -4)}\n`, `${origin}\n${size}\n${root}`, `${origin}\n${size}\n${root}\n\n`, `${origin}\n${size}\n${root.replace('=', '')}\n`]) {
      expect(parseCheckpoint(text)).toBeUndefined();
    }
    expect(openCheckpoint(signNote('no checkpoint\n', [SIGNER]), [SIGNER.verifier])).toEqual({ status: 'malformed' });
    expect(() => formatCheckpoint({ origin: 'two\nlines', size: 1, root: new Uint8Array(31) })).toThrow(RangeError);
    expect(() => formatCheckpoint({ origin: '', size: 1, root: new Uint8Array(32) })).toThrow(RangeError);
  });
});

describe('A proof that travels', () => {
  const leaves = Array.from({ length: 300 }, (_, index) => hashLeaf(Buffer.from(`leaf ${index}`)));
  const tree = new TileTree((from, to) => Promise.resolve(leaves.slice(from, to)));
  const trusted = { origin: ORIGIN, verifiers: [SIGNER.verifier] };

  async function proofOf(index: number): Promise<string> {
    const frontier = Frontier.empty();
    for (const leaf of leaves) frontier.append(leaf);
    return formatTlogProof({ index, proof: await tree.inclusionProof(index, 300), checkpoint: signCheckpoint({ origin: ORIGIN, size: 300, root: frontier.root() }, [SIGNER]) });
  }

  it('is verified with nothing but the leaf and the key', async () => {
    for (const index of [0, 255, 256, 299]) expect(verifyTlogProof(await proofOf(index), leaves[index] ?? new Uint8Array(), trusted)).toBe('proven');
    expect(parseTlogProof(await proofOf(7))).toMatchObject({ index: 7 });
  });

  it('says what is wrong with it', async () => {
    const proof = await proofOf(7);
    const leaf = leaves[7] ?? new Uint8Array();
    expect(verifyTlogProof(proof, leaves[8] ?? leaf, trusted)).toBe('not-included');
    expect(verifyTlogProof(proof.replace('index 7', 'index 6'), leaf, trusted)).toBe('not-included');
    expect(verifyTlogProof(proof, leaf, { ...trusted, origin: 'another.example/log' })).toBe('other-log');
    expect(verifyTlogProof(proof, leaf, { ...trusted, verifiers: [WITNESS.verifier] })).toBe('not-signed');
    expect(verifyTlogProof(proof.replace('\n300\n', '\n301\n'), leaf, trusted)).toBe('not-signed');
    expect(verifyTlogProof(proof.replace('index 7', 'extra eA==\nindex 7'), leaf, trusted)).toBe('proven');
    for (const broken of ['', proof.replace('@v1', '@v2'), proof.replace('index 7', 'index 07'), proof.replace('index 7\n', 'index 7\nAAAA\n')]) expect(verifyTlogProof(broken, leaf, trusted)).toBe('malformed');
  });
});
