/** Lengths of what ended, and of what was still running at the end of the follow-up. */
export interface Lengths {
  readonly ended: readonly number[];
  readonly running: readonly number[];
}

const NONE: Lengths = { ended: [], running: [] };

/**
 * What one youth adds to a metric, and what many youths add up to: counts and lengths by name. Adding is all that happens
 * to it, in any order, so that parts computed apart can be joined.
 */
export class Tally {
  readonly #counts = new Map<string, number>();
  readonly #lengths = new Map<string, { ended: number[]; running: number[] }>();

  get isEmpty(): boolean {
    return this.#counts.size === 0 && this.#lengths.size === 0;
  }

  count(name: string, times = 1): this {
    this.#counts.set(name, this.countOf(name) + times);
    return this;
  }

  /** One item of a share: in the whole, and in the part when it holds. */
  judge(name: string, holds: boolean): this {
    return this.count(`${name}:${holds}`);
  }

  /** The same for an item that may still run: undefined counts in neither part, and is told as censored. */
  judgeSoFar(name: string, holds: boolean | undefined): this {
    return this.count(`${name}:${holds ?? 'running'}`);
  }

  /** A length that ended (`running` false) or was cut off; in days where nothing else is said. */
  length(name: string, value: number, running = false): this {
    const lengths = this.#lengths.get(name) ?? { ended: [], running: [] };
    this.#lengths.set(name, lengths);
    (running ? lengths.running : lengths.ended).push(value);
    return this;
  }

  /** The same with each count and each length once, for how many youths are behind a sum. */
  once(): Tally {
    const once = new Tally();
    this.#counts.forEach((_, name) => once.count(name));
    this.#lengths.forEach(({ ended: [first], running: [last = 0] }, name) => once.length(name, first ?? last, first === undefined));
    return once;
  }

  /** Adds what another tally holds to this one. */
  add(other: Tally): this {
    other.#counts.forEach((times, name) => this.count(name, times));
    other.#lengths.forEach(({ ended, running }, name) => {
      ended.forEach((value) => this.length(name, value));
      running.forEach((value) => this.length(name, value, true));
    });
    return this;
  }

  countOf(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  lengthsOf(name: string): Lengths {
    return this.#lengths.get(name) ?? NONE;
  }

  /** What follows a prefix in the names of counts, each once, sorted. */
  namesAfter(prefix: string): readonly string[] {
    return [...this.#counts.keys()].filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)).sort();
  }
}
