/** A table of options with their weights, and where the weights come from. */
export interface Weighted<Option> {
  readonly options: readonly (readonly [Option, number])[];
  readonly source: string;
}

const WORD = 0x1_0000_0000;
const GOLDEN = 0x9e3779b9;
const ROUNDS_OF_MIXING = 12;

/**
 * Numbers that look random and follow from a seed and a stream number alone (sfc32). Each youth has a stream of its own, so
 * that a life does not depend on how many others are made.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: number, stream: number) {
    this.#a = mixed(seed ^ GOLDEN);
    this.#b = mixed(stream + GOLDEN);
    this.#c = mixed(this.#a ^ Math.imul(stream | 1, GOLDEN));
    for (let round = 0; round < ROUNDS_OF_MIXING; round += 1) this.#word();
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    return this.#word() / WORD;
  }

  happens(chance: number): boolean {
    return this.next() < chance;
  }

  /** A whole number; both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  pick<Option>(options: readonly Option[]): Option {
    const option = options[Math.floor(this.next() * options.length)];
    if (option === undefined) throw new RangeError('nothing to pick from');
    return option;
  }

  choose<Option>({ options, source }: Weighted<Option>): Option {
    let rest = this.next() * options.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [option, weight] of options) {
      rest -= weight;
      if (rest < 0) return option;
    }
    throw new RangeError(`no option has weight: ${source}`);
  }

  #word(): number {
    const word = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + word | 0;
    return word >>> 0;
  }
}

/** Spreads every bit over the whole word (the finalizer of MurmurHash3). */
function mixed(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
