import { birthdayAt, dayAfter, type CivilDate } from './civil-date.js';

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
