import type { Chronicle, History } from '../recorded/chronicle.js';
import { AsOf } from './as-of.js';
import { dayAfter, type CivilDate } from './civil-date.js';

/** One answer and the days on which it holds. */
export interface Stretch<T> {
  readonly from: CivilDate;
  /** First day on which it no longer holds; null when it holds on. */
  readonly until: CivilDate | null;
  readonly value: T;
}

/** What is asked about a youth on a date, and when two answers count as the same. */
export interface Question<T> {
  readonly answer: (history: History) => T;
  readonly isSame: (a: T, b: T) => boolean;
  /** No later day is asked about: some rules change every year for ever. The last stretch then holds on as far as is known. */
  readonly lastDay?: CivilDate;
}

/** More changes than any life has: a rule that keeps asking for the next day would otherwise never end. */
const MOST_CHANGES = 20_000;

/**
 * The answers to one question from the day of the first fact on, each with the days on which it holds. It visits only
 * the dates at which `AsOf` noted that the answer may change, so the question must compare dates through `history.asOf`.
 *
 * @throws Error when the answer changes more than 20,000 times: the question then has a fault
 */
export function periodsOf<T>(chronicle: Chronicle, { answer, isSame, lastDay }: Question<T>): Stretch<T>[] {
  const question: KeyedQuestion<T> = { horizon: lastDay && dayAfter(lastDay), answers: (history) => new Map([['', answer(history)]]) };
  return keyedPeriodsOf(chronicle, [question], isSame).map(({ from, until, value }) => ({ from, until, value }));
}

/** Many answers at once, each under a key of its own, such as the things to do for a youth. */
export interface KeyedQuestion<T> {
  /** No two questions that are asked together have the same key. */
  readonly answers: (history: History) => ReadonlyMap<string, T>;
  /** First day that is asked about; the day of the first fact when left out. */
  readonly start?: CivilDate | undefined;
  /** First day that is not asked about any more. What stands on the day before it holds on as far as is known. */
  readonly horizon?: CivilDate | undefined;
}

export interface KeyedStretch<T> extends Stretch<T> {
  readonly key: string;
}

/**
 * Per key the answers from the first day on, each with the days on which it holds. All questions go through the life
 * together, so that they share what is worked out for a day; each is asked again only when its own answers may change.
 *
 * @throws Error when the answers change on more than 20,000 days: a question then has a fault
 */
export function keyedPeriodsOf<T>(chronicle: Chronicle, questions: readonly KeyedQuestion<T>[], isSame: (a: T, b: T) => boolean): KeyedStretch<T>[] {
  const askings = questions.map((question) => new Asking(question, question.start ?? chronicle.facts[0]?.occurredOn, isSame));
  for (let changes = 0, date = earliest(askings); date !== undefined; changes += 1, date = earliest(askings)) {
    if (changes >= MOST_CHANGES) throw new Error('the periods of a trajectory do not come to an end');
    const history = chronicle.on(new AsOf(date));
    for (const asking of askings) if (asking.next === date) asking.ask(history);
  }
  return askings.flatMap((asking) => asking.stretches());
}

function earliest(askings: readonly { readonly next: CivilDate | undefined }[]): CivilDate | undefined {
  let first: CivilDate | undefined;
  for (const { next } of askings) if (next !== undefined && (first === undefined || next < first)) first = next;
  return first;
}

/** One question on its way through a life. */
class Asking<T> {
  readonly #closed: KeyedStretch<T>[] = [];
  #open: ReadonlyMap<string, KeyedStretch<T>> = new Map();

  #next: CivilDate | undefined;

  constructor(private readonly question: KeyedQuestion<T>, start: CivilDate | undefined, private readonly isSame: (a: T, b: T) => boolean) {
    this.#next = this.#within(start);
  }

  /** The day on which it is to be asked; undefined when its answers hold on. */
  get next(): CivilDate | undefined {
    return this.#next;
  }

  ask(history: History): void {
    const { from, until, value: answers } = history.asOf.lastingOf(() => this.question.answers(history));
    this.#next = this.#within(until);
    if (answers.size === 0 && this.#open.size === 0) return;
    const open = new Map<string, KeyedStretch<T>>();
    for (const [key, value] of answers) {
      const known = this.#open.get(key);
      open.set(key, known && this.isSame(known.value, value) ? known : { key, from, until: null, value });
    }
    for (const [key, stretch] of this.#open) if (open.get(key) !== stretch) this.#closed.push({ ...stretch, until: from });
    this.#open = open;
  }

  #within(date: CivilDate | undefined): CivilDate | undefined {
    const { horizon } = this.question;
    return date === undefined || horizon === undefined || date < horizon ? date : undefined;
  }

  stretches(): readonly KeyedStretch<T>[] {
    return [...this.#closed, ...this.#open.values()];
  }
}
