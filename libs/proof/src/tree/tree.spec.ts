import { describe, expect, it } from '@jest/globals';
import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { Frontier } from './frontier.js';
import { emptyRoot, hashLeaf } from './tree-hash.js';
import { TileTree } from './tile-tree.js';
import { verifyConsistency, verifyInclusion } from './verify-proof.js';

/** The eight leaves of the tests of Certificate Transparency (github.com/google/certificate-transparency, merkle_tree_test). */
const KNOWN_LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((hex) => hashLeaf(Buffer.from(hex, 'hex')));
const KNOWN_ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** RFC 6962 §2.1 word for word, with another SHA-256. */
function rootByTheBook(leaves: readonly Uint8Array[]): Uint8Array {
  const [first] = leaves;
  if (first === undefined) return sha256(new Uint8Array());
  if (leaves.length === 1) return first;
  const split = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return sha256(Uint8Array.of(1, ...rootByTheBook(leaves.slice(0, split)), ...rootByTheBook(leaves.slice(split))));
}

function leavesUpTo(size: number): readonly Uint8Array[] {
  return Array.from({ length: size }, (_, index) => hashLeaf(Buffer.from(`leaf ${index}`)));
}

function treeOf(leaves: readonly Uint8Array[]): TileTree {
  return new TileTree((from, to) => Promise.resolve(leaves.slice(from, to)));
}

function frontierOf(leaves: readonly Uint8Array[]): Frontier {
  const frontier = Frontier.empty();
  for (const leaf of leaves) frontier.append(leaf);
  return frontier;
}

const hex = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');
const base64 = (hashes: readonly Uint8Array[]): readonly string[] => hashes.map((hash) => Buffer.from(hash).toString('base64'));
const LEAVES = leavesUpTo(700);
const sizes = fc.integer({ min: 1, max: LEAVES.length });

describe('The tree of RFC 6962', () => {
  it('has the published roots for the published leaves', async () => {
    for (const [size, root] of KNOWN_ROOTS.entries()) {
      expect(hex(frontierOf(KNOWN_LEAVES.slice(0, size)).root())).toBe(root);
      expect(hex(await treeOf(KNOWN_LEAVES).rootAt(size))).toBe(root);
    }
    expect(hex(emptyRoot())).toBe(KNOWN_ROOTS[0]);
  });

  it('gives the published proofs of transparency-dev/merkle, testdata/inclusion/1 and testdata/consistency/1', async () => {
    const published = ['lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c=', 'Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=', 'a0eq8p7jwq+a+Im8H7klTavTEXfxYjLdaqsDXKOb9uQ='];
    expect(base64(await treeOf(KNOWN_LEAVES).inclusionProof(0, 8))).toEqual(published);
    expect(base64(await treeOf(KNOWN_LEAVES).consistencyProof(1, 8))).toEqual(published);
  });

  it('has the root that the definition gives, at every size and across tiles', async () => {
    const tree = treeOf(LEAVES);
    await fc.assert(
      fc.asyncProperty(sizes, async (size) => {
        const root = hex(rootByTheBook(LEAVES.slice(0, size)));
        expect(hex(await tree.rootAt(size))).toBe(root);
        expect(hex(frontierOf(LEAVES.slice(0, size)).root())).toBe(root);
      }),
      { numRuns: 60, examples: [[256], [257], [512], [511]] },
    );
  });

  it('goes on after a restart from its frontier alone', () => {
    fc.assert(
      fc.property(sizes, sizes, (size, stop) => {
        const stopped = frontierOf(LEAVES.slice(0, Math.min(stop, size)));
        const restored = Frontier.restore(stopped.state());
        for (const leaf of LEAVES.slice(restored.size, size)) restored.append(leaf);
        expect(restored.root()).toEqual(frontierOf(LEAVES.slice(0, size)).root());
        expect(stopped.size).toBe(Math.min(stop, size));
      }),
    );
  });

  it('refuses a frontier that does not fit its size', () => {
    expect(() => Frontier.restore({ size: 3, hashes: [emptyRoot()] })).toThrow(RangeError);
    expect(() => Frontier.restore({ size: -1, hashes: [] })).toThrow(RangeError);
  });

  it('works beyond three levels of tiles without reading leaves twice', async () => {
    const [leaf] = LEAVES;
    if (leaf === undefined) throw new Error('no leaf');
    let read = 0;
    const size = 70_000;
    const tree = new TileTree((from, to) => {
      read += to - from;
      return Promise.resolve(Array<Uint8Array>(to - from).fill(leaf));
    });
    const root = await tree.rootAt(size);
    expect(root).toEqual(frontierOf(Array<Uint8Array>(size).fill(leaf)).root());
    expect(read).toBe(size);
    const proof = await tree.inclusionProof(65_000, size);
    expect(verifyInclusion({ index: 65_000, size, leafHash: leaf, root, proof })).toBe(true);
    expect(read).toBeLessThan(size + 2 * 256);
    expect(await tree.tile(1, 0, 3)).toHaveLength(3);
  });

  it('says so when the source has fewer leaves than the tree', async () => {
    await expect(treeOf(LEAVES.slice(0, 5)).rootAt(6)).rejects.toThrow(RangeError);
    await expect(treeOf(LEAVES).inclusionProof(6, 6)).rejects.toThrow(RangeError);
    await expect(treeOf(LEAVES).consistencyProof(0, 6)).rejects.toThrow(RangeError);
    await expect(treeOf(LEAVES).consistencyProof(7, 6)).rejects.toThrow(RangeError);
  });
});

describe('A proof', () => {
  const tree = treeOf(LEAVES);

  it('of inclusion holds for its own leaf and place, and for no other', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.nat(), async (size, pick, otherPick) => {
        const [index, other] = [pick % size, otherPick % size];
        const [leafHash, otherLeaf] = [LEAVES[index], LEAVES[other]];
        if (leafHash === undefined || otherLeaf === undefined) throw new Error('no leaf');
        const claim = { index, size, leafHash, root: await tree.rootAt(size), proof: await tree.inclusionProof(index, size) };
        expect(verifyInclusion(claim)).toBe(true);
        expect(verifyInclusion({ ...claim, leafHash: otherLeaf })).toBe(index === other);
        expect(verifyInclusion({ ...claim, index: other })).toBe(index === other);
        expect(verifyInclusion({ ...claim, proof: [...claim.proof, emptyRoot()] })).toBe(false);
        expect(verifyInclusion({ ...claim, proof: claim.proof.slice(1) })).toBe(size === 1);
      }),
      { numRuns: 150 },
    );
  });

  it('of consistency holds for a tree that grew, and not for one that was rewritten', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, sizes, async (one, other) => {
        const [size1, size2] = [Math.min(one, other), Math.max(one, other)];
        const rewritten = await treeOf([hashLeaf(Buffer.from('other')), ...LEAVES.slice(1)]).rootAt(size1);
        const claim = { size1, size2, root1: await tree.rootAt(size1), root2: await tree.rootAt(size2), proof: await tree.consistencyProof(size1, size2) };
        expect(verifyConsistency(claim)).toBe(true);
        expect(verifyConsistency({ ...claim, root1: rewritten })).toBe(false);
        expect(verifyConsistency({ ...claim, root2: rewritten })).toBe(false);
        expect(verifyConsistency({ ...claim, proof: [...claim.proof, emptyRoot()] })).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it('from a tree of size 0 is refused, whatever it looks like', () => {
    const root = frontierOf(KNOWN_LEAVES).root();
    expect(verifyConsistency({ size1: 0, size2: 8, root1: emptyRoot(), root2: root, proof: [] })).toBe(false);
    expect(verifyConsistency({ size1: 0, size2: 0, root1: emptyRoot(), root2: emptyRoot(), proof: [] })).toBe(false);
  });

  it('with numbers or hashes that cannot be is refused without an error', () => {
    const [leafHash] = LEAVES;
    if (leafHash === undefined) throw new Error('no leaf');
    for (const [index, size] of [[-1, 1], [1, 1], [0, 0], [0.5, 1], [0, Number.NaN], [0, 2 ** 60]] as const) {
      expect(verifyInclusion({ index, size, leafHash, root: leafHash, proof: [] })).toBe(false);
    }
    expect(verifyInclusion({ index: 0, size: 2, leafHash, root: leafHash, proof: [new Uint8Array(31)] })).toBe(false);
    expect(verifyInclusion({ index: 0, size: 1, leafHash, root: leafHash, proof: [] })).toBe(true);
  });
});
