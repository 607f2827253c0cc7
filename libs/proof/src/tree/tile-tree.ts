import { assertCount, emptyRoot, hashChildren, splitOf } from './tree-hash.js';

/** Gives the leaf hashes from `from` up to but without `to`, in order of the tree. */
export type LeafSource = (from: number, to: number) => Promise<readonly Uint8Array[]>;

/** Hashes in a tile (C2SP tlog-tiles): a tile spans eight levels of the tree. */
export const TILE_WIDTH = 256;

/**
 * Roots, proofs and tiles of any size of a tree, computed from its leaves.
 *
 * Only the roots of full tiles are remembered (32 bytes for each 256 leaves, and less above), so that the first proof
 * reads all leaves and each later one a few tiles.
 */
export class TileTree {
  readonly #leaves: LeafSource;
  /** By level of tiles: the roots of full tiles, by index. Level 0 holds what is in tiles of level 1. */
  readonly #tileRoots: Map<number, Uint8Array>[] = [];

  constructor(leaves: LeafSource) {
    this.#leaves = leaves;
  }

  async rootAt(size: number): Promise<Uint8Array> {
    assertCount(size, 'The size of a tree');
    return size === 0 ? emptyRoot() : this.#rangeHash(0, size);
  }

  /** RFC 6962 §2.1.1, from the sibling of the leaf up. Throws a RangeError unless 0 <= index < size. */
  async inclusionProof(index: number, size: number): Promise<readonly Uint8Array[]> {
    assertCount(index, 'The index of a leaf');
    assertCount(size, 'The size of a tree');
    if (index >= size) throw new RangeError('A leaf lies within the tree');
    return this.#hashesOf(inclusionRanges(index, size));
  }

  /** RFC 6962 §2.1.2. Throws a RangeError unless 0 < size1 <= size2. */
  async consistencyProof(size1: number, size2: number): Promise<readonly Uint8Array[]> {
    assertCount(size1, 'The size of a tree');
    assertCount(size2, 'The size of a tree');
    if (size1 === 0 || size1 > size2) throw new RangeError('A consistency proof goes from a tree with leaves to a tree at least as large');
    return this.#hashesOf(consistencyRanges(size1, size2));
  }

  /** The hashes of a tile: `width` of them from the start of tile `index` at a level of tiles. */
  async tile(level: number, index: number, width: number = TILE_WIDTH): Promise<readonly Uint8Array[]> {
    return this.#nodes(level, index * TILE_WIDTH, index * TILE_WIDTH + width);
  }

  /** Neighbouring hashes at a level of tiles: leaves at 0, roots of full tiles above. */
  async #nodes(level: number, from: number, to: number): Promise<readonly Uint8Array[]> {
    if (level === 0) return this.#read(from, to);
    const hashes: Uint8Array[] = [];
    for (let index = from; index < to; index += 1) hashes.push(await this.#tileRoot(level - 1, index));
    return hashes;
  }

  async #read(from: number, to: number): Promise<readonly Uint8Array[]> {
    const leaves = await this.#leaves(from, to);
    if (leaves.length !== to - from) throw new RangeError('The tree has fewer leaves than were asked for');
    return leaves;
  }

  async #hashesOf(ranges: readonly Range[]): Promise<readonly Uint8Array[]> {
    const hashes: Uint8Array[] = [];
    for (const [from, to] of ranges) hashes.push(await this.#rangeHash(from, to));
    return hashes;
  }

  async #rangeHash(from: number, to: number): Promise<Uint8Array> {
    const { level, span } = tileLevelOf(to - from);
    if (from % span === 0 && (to - from) % span === 0) {
      return foldPerfect(await this.#nodes(level, from / span, to / span));
    }
    const middle = from + splitOf(to - from);
    return hashChildren(await this.#rangeHash(from, middle), await this.#rangeHash(middle, to));
  }

  async #tileRoot(level: number, index: number): Promise<Uint8Array> {
    const known = (this.#tileRoots[level] ??= new Map());
    const root = known.get(index) ?? foldPerfect(await this.tile(level, index));
    known.set(index, root);
    return root;
  }
}

type Range = readonly [from: number, to: number];

function inclusionRanges(index: number, size: number): readonly Range[] {
  const ranges: Range[] = [];
  for (let from = 0, to = size; to - from > 1; ) {
    const middle = from + splitOf(to - from);
    ranges.push(index < middle ? [middle, to] : [from, middle]);
    if (index < middle) to = middle;
    else from = middle;
  }
  return ranges.reverse();
}

function consistencyRanges(size1: number, size2: number): readonly Range[] {
  const ranges: Range[] = [];
  let [from, to] = [0, size2];
  while (to > size1) {
    const middle = from + splitOf(to - from);
    ranges.push(size1 <= middle ? [middle, to] : [from, middle]);
    if (size1 <= middle) to = middle;
    else from = middle;
  }
  // The part they share is the whole older tree: its root is known to who verifies.
  if (from > 0) ranges.push([from, to]);
  return ranges.reverse();
}

/** The highest level of tiles of which one hash spans no more than the range. */
function tileLevelOf(length: number): { readonly level: number; readonly span: number } {
  let [level, span] = [0, 1];
  while (span * TILE_WIDTH <= length) [level, span] = [level + 1, span * TILE_WIDTH];
  return { level, span };
}

/** The root over neighbouring hashes of one height; the last may be ragged on the right. */
function foldPerfect(hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes;
  while (row.length > 1) {
    const above: Uint8Array[] = [];
    for (let index = 0; index < row.length; index += 2) above.push(pairOf(row, index));
    row = above;
  }
  const [root] = row;
  if (root === undefined) throw new RangeError('A range has at least one leaf');
  return root;
}

function pairOf(row: readonly Uint8Array[], index: number): Uint8Array {
  const [left, right] = [row[index], row[index + 1]];
  if (left === undefined) throw new RangeError('A pair has a left hash');
  return right === undefined ? left : hashChildren(left, right);
}
