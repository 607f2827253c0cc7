import { assertCount, emptyRoot, hashChildren } from './tree-hash.js';

/** What is needed to go on with a tree: the roots of its perfect subtrees, largest first. */
export interface FrontierState {
  readonly size: number;
  readonly hashes: readonly Uint8Array[];
}

/** A growing RFC 6962 tree of which only the right edge is kept: at most 53 hashes, whatever the size. */
export class Frontier {
  #size: number;
  readonly #hashes: Uint8Array[];

  private constructor(state: FrontierState) {
    this.#size = state.size;
    this.#hashes = [...state.hashes];
  }

  static empty(): Frontier {
    return new Frontier({ size: 0, hashes: [] });
  }

  /** Throws a RangeError when the number of hashes does not fit the size. */
  static restore(state: FrontierState): Frontier {
    assertCount(state.size, 'The size of a tree');
    if (state.hashes.length !== onesIn(state.size)) throw new RangeError('A frontier has one hash for each perfect subtree');
    return new Frontier(state);
  }

  get size(): number {
    return this.#size;
  }

  /** Adds a leaf hash at the end; about one hash of work. */
  append(leafHash: Uint8Array): void {
    let node = leafHash;
    for (let rest = this.#size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      const left = this.#hashes.pop();
      if (left !== undefined) node = hashChildren(left, node);
    }
    this.#hashes.push(node);
    this.#size += 1;
  }

  root(): Uint8Array {
    return this.#hashes.length === 0 ? emptyRoot() : this.#hashes.reduceRight((right, left) => hashChildren(left, right));
  }

  state(): FrontierState {
    return { size: this.#size, hashes: [...this.#hashes] };
  }
}

function onesIn(size: number): number {
  let ones = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2;
  return ones;
}
