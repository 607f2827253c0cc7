import { HASH_LENGTH, hashChildren, sameHash } from './tree-hash.js';

/** "This leaf is in the tree of that size and root" (RFC 9162 §2.1.3). */
export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Uint8Array;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** "The tree of size1 is the beginning of the tree of size2" (RFC 9162 §2.1.4). */
export interface ConsistencyClaim {
  readonly size1: number;
  readonly size2: number;
  readonly root1: Uint8Array;
  readonly root2: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** Never throws: whatever does not prove the claim is false. */
export function verifyInclusion(claim: InclusionClaim): boolean {
  const { index, size, leafHash, root, proof } = claim;
  if (!areCounts(index, size) || index >= size || !areHashes([leafHash, root, ...proof])) return false;
  const climb = new Climb(index, size - 1);
  let node = leafHash;
  for (const sibling of proof) {
    if (climb.atRoot) return false;
    node = climb.siblingIsLeft() ? hashChildren(sibling, node) : hashChildren(node, sibling);
    climb.up();
  }
  return climb.atRoot && sameHash(node, root);
}

/** Never throws. A size1 of 0 is refused: every tree begins with the empty one, so that "proof" would say nothing. */
export function verifyConsistency(claim: ConsistencyClaim): boolean {
  const { size1, size2, root1, root2, proof } = claim;
  if (!areCounts(size1, size2) || size1 === 0 || size1 > size2 || !areHashes([root1, root2, ...proof])) return false;
  if (size1 === size2) return proof.length === 0 && sameHash(root1, root2);
  if (proof.length === 0) return false;
  const [first, ...rest] = isPowerOfTwo(size1) ? [root1, ...proof] : proof;
  return first !== undefined && leadsToBothRoots(claim, first, rest);
}

function leadsToBothRoots(claim: ConsistencyClaim, start: Uint8Array, rest: readonly Uint8Array[]): boolean {
  const climb = new Climb(claim.size1 - 1, claim.size2 - 1);
  climb.skipRightChildren();
  let older = start;
  let newer = start;
  for (const sibling of rest) {
    if (climb.atRoot) return false;
    if (climb.siblingIsLeft()) {
      older = hashChildren(sibling, older);
      newer = hashChildren(sibling, newer);
    } else {
      newer = hashChildren(newer, sibling);
    }
    climb.up();
  }
  return climb.atRoot && sameHash(older, claim.root1) && sameHash(newer, claim.root2);
}

/** The `fn` and `sn` of RFC 9162. Arithmetic instead of bit operators: those stop at 32 bits. */
class Climb {
  #node: number;
  #last: number;

  constructor(node: number, last: number) {
    this.#node = node;
    this.#last = last;
  }

  get atRoot(): boolean {
    return this.#last === 0;
  }

  siblingIsLeft(): boolean {
    return this.#node % 2 === 1 || this.#node === this.#last;
  }

  up(): void {
    // A last node without a right sibling rises until it is a right child.
    if (this.#node === this.#last) while (this.#node % 2 === 0 && this.#node !== 0) this.#halve();
    this.#halve();
  }

  skipRightChildren(): void {
    while (this.#node % 2 === 1) this.#halve();
  }

  #halve(): void {
    this.#node = Math.floor(this.#node / 2);
    this.#last = Math.floor(this.#last / 2);
  }
}

function areCounts(...numbers: readonly number[]): boolean {
  return numbers.every((number) => Number.isSafeInteger(number) && number >= 0);
}

function areHashes(hashes: readonly Uint8Array[]): boolean {
  return hashes.every((hash) => hash.length === HASH_LENGTH);
}

function isPowerOfTwo(number: number): boolean {
  return Number.isInteger(Math.log2(number));
}
