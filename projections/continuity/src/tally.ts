import type { CivilDate } from '@trajectboek/events';

/** Lengths of what ended, and of what was still running at the end of the follow-up. */
export interface Lengths {
  readonly ended: readonly number[];
  readonly running: readonly number[];
}

/** How something takes part in a figure. What is in the numerator of a share is in the denominator too. */
export type Part = 'numerator' | 'denominator' | 'counted' | 'censored';

/** One thing that a youth adds. */
export interface TallyItem {
  /** Of the count, the length or the share. */
  readonly name: string;
  readonly part: Part;
  /** The day from which it counts. */
  readonly date: CivilDate | null;
  /** How often, or how long. */
  readonly value: number;
}

const NONE: Lengths = { ended: [], running: [] };

/**
 * What one youth adds to a metric, and what many youths add up to: counts and lengths by name. Adding is all that happens
 * to it, in any order, so that parts computed apart can be joined. Of one youth it also tells the items; a sum has none.
 */
export class Tally {
  readonly #counts = new Map<string, number>();
  readonly #lengths = new Map<string, { ended: number[]; running: number[] }>();
  readonly #items: TallyItem[] = [];
  #date: CivilDate | null = null;

  get isEmpty(): boolean {
    return this.#counts.size === 0 && this.#lengths.size === 0;
  }

  get items(): readonly TallyItem[] {
    return this.#items;
  }

  /** The day of what is told next: only the items know of it. */
  on(date: CivilDate): this {
    this.#date = date;
    return this;
  }

  /** So many of something; of none there is nothing to tell, nor a youth behind it. */
  count(name: string, times = 1): this {
    return times > 0 ? this.#tell({ name, part: 'counted', value: times }).#addCount(name, times) : this;
  }

  /** One item of a share: in the whole, and in the part when it holds. */
  judge(name: string, holds: boolean): this {
    return this.judgeSoFar(name, holds);
  }

  /** The same for an item that may still run: undefined counts in neither part, and is told as censored. */
  judgeSoFar(name: string, holds: boolean | undefined): this {
    const part = holds === undefined ? 'censored' : holds ? 'numerator' : 'denominator';
    return this.#tell({ name, part, value: 1 }).#addCount(`${name}:${holds ?? 'running'}`, 1);
  }

  /** A length that ended (`running` false) or was cut off; in days where nothing else is said. */
  length(name: string, value: number, running = false): this {
    return this.#tell({ name, part: running ? 'censored' : 'counted', value }).#addLength(name, value, running);
  }

  #tell(item: Omit<TallyItem, 'date'>): this {
    this.#items.push({ ...item, date: this.#date });
    return this;
  }

  #addCount(name: string, times: number): this {
    this.#counts.set(name, this.countOf(name) + times);
    return this;
  }

  #addLength(name: string, value: number, running: boolean): this {
    const lengths = this.#lengths.get(name) ?? { ended: [], running: [] };
    this.#lengths.set(name, lengths);
    (running ? lengths.running : lengths.ended).push(value);
    return this;
  }

  /** The same with each count and each length once, for how many youths are behind a sum. */
  once(): Tally {
    const once = new Tally();
    this.#counts.forEach((_, name) => once.#addCount(name, 1));
    this.#lengths.forEach(({ ended: [first], running: [last = 0] }, name) => once.#addLength(name, first ?? last, first === undefined));
    return once;
  }

  /** Adds what another tally holds to this one. */
  add(other: Tally): this {
    other.#counts.forEach((times, name) => this.#addCount(name, times));
    other.#lengths.forEach(({ ended, running }, name) => {
      ended.forEach((value) => this.#addLength(name, value, false));
      running.forEach((value) => this.#addLength(name, value, true));
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
