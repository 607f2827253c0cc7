import { birthdayAt, dayAfter, type CivilDate } from './civil-date.js';

/** What was worked out for a date. */
export interface Lasting<T> {
  readonly from: CivilDate;
  /** First later date on which it may be otherwise; undefined when it never will. */
  readonly until: CivilDate | undefined;
  readonly value: T;
}

/**
 * The date that a view is asked for (*peildatum*). Every comparison of a rule with "today" goes through it, so that it
 * can tell how long the answer holds: `nextChange` is the earliest later date at which some comparison would turn out
 * otherwise. That is what lets a projection store periods instead of asking each day again.
 */
export class AsOf {
  #next: CivilDate | undefined;

  constructor(readonly date: CivilDate) {}

  /** The first date after this one on which an answer given so far may change; undefined when it never will. */
  get nextChange(): CivilDate | undefined {
    return this.#next;
  }

  /** Works something out and tells how long it holds, apart from all that was asked before. */
  lastingOf<T>(compute: () => T): Lasting<T> {
    const before = this.#next;
    this.#next = undefined;
    const value = compute();
    const until = this.#next;
    if (before !== undefined) this.reached(before);
    return { from: this.date, until, value };
  }

  /** True from the day itself on. */
  reached(date: CivilDate): boolean {
    if (date <= this.date) return true;
    if (this.#next === undefined || date < this.#next) this.#next = date;
    return false;
  }

  /** True from the day after on. */
  passed(date: CivilDate): boolean {
    return date < this.date || this.reached(dayAfter(date));
  }

  /** True when the person born on the date has this age or is older. */
  hasAge(birthDate: CivilDate, age: number): boolean {
    return this.reached(birthdayAt(birthDate, age));
  }
}
