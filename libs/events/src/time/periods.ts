import type { Chronicle, History } from '../recorded/chronicle.js';
import { AsOf } from './as-of.js';
import type { CivilDate } from './civil-date.js';

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
export function periodsOf<T>(chronicle: Chronicle, question: Question<T>): Stretch<T>[] {
  const stretches: Stretch<T>[] = [];
  let date = chronicle.facts[0]?.occurredOn;
  for (let changes = 0; date !== undefined && (question.lastDay === undefined || date <= question.lastDay); changes += 1) {
    if (changes >= MOST_CHANGES) throw new Error('the periods of a trajectory do not come to an end');
    const asOf = new AsOf(date);
    const value = question.answer(chronicle.on(asOf));
    const last = stretches.at(-1);
    if (!last || !question.isSame(last.value, value)) {
      if (last) stretches[stretches.length - 1] = { ...last, until: date };
      stretches.push({ from: date, until: null, value });
    }
    date = asOf.nextChange;
  }
  return stretches;
}

/** Many answers at once, each under a key of its own, such as the things to do for a youth. */
export interface KeyedQuestion<T> {
  readonly answers: (history: History) => ReadonlyMap<string, T>;
  readonly isSame: (a: T, b: T) => boolean;
  /** First day that is asked about; the day of the first fact when left out. */
  readonly start?: CivilDate | undefined;
  /** First day that is not asked about any more. What stands on the day before it holds on as far as is known. */
  readonly horizon?: CivilDate;
}

export interface KeyedStretch<T> extends Stretch<T> {
  readonly key: string;
}

/**
 * Per key the answers from the first day on, each with the days on which it holds; it visits dates as `periodsOf`.
 *
 * @throws Error when the answers change more than 20,000 times: the question then has a fault
 */
export function keyedPeriodsOf<T>(chronicle: Chronicle, { answers, isSame, start, horizon }: KeyedQuestion<T>): KeyedStretch<T>[] {
  const closed: KeyedStretch<T>[] = [];
  let open = new Map<string, KeyedStretch<T>>();
  let date = start ?? chronicle.facts[0]?.occurredOn;
  for (let changes = 0; date !== undefined && (horizon === undefined || date < horizon); changes += 1) {
    if (changes >= MOST_CHANGES) throw new Error('the periods of a trajectory do not come to an end');
    const [asOf, from] = [new AsOf(date), date];
    const next = new Map<string, KeyedStretch<T>>();
    for (const [key, value] of answers(chronicle.on(asOf))) {
      const known = open.get(key);
      next.set(key, known && isSame(known.value, value) ? known : { key, from, until: null, value });
    }
    for (const [key, stretch] of open) if (next.get(key) !== stretch) closed.push({ ...stretch, until: from });
    open = next;
    date = asOf.nextChange;
  }
  return [...closed, ...open.values()];
}
