import type { RecordedEvent } from '@trajectboek/events';
import type { YouthOnDate } from '../youth-on-date.js';
import type { Truth } from './truth.js';

/** What a predicate is asked about. */
export interface Context {
  /** The youth on the evaluation date. */
  readonly youth: YouthOnDate;
  /** The event under test (`data.…`); undefined where no event is tested. */
  readonly event?: RecordedEvent | undefined;
  /** The event that started the clock (`start.…`); undefined outside clocks. */
  readonly start?: RecordedEvent | undefined;
}

/** A tree of conditions, compiled once. */
export interface Predicate {
  test(context: Context): Truth;
  /** Dutch sentences of the conditions that decided the answer. */
  say(context: Context): readonly string[];
  /** The facts that are missing, when the answer is unknown. */
  missing(context: Context): readonly string[];
}

export function evaluate(predicate: Predicate, context: Context): Truth {
  return predicate.test(context);
}

/** The facts that keep a predicate unknown; empty when it is true or false. */
export function missingFacts(predicate: Predicate, context: Context): readonly string[] {
  return predicate.test(context) === 'unknown' ? [...new Set(predicate.missing(context))] : [];
}
