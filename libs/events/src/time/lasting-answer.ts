import type { AsOf, Lasting } from './as-of.js';

/**
 * The answer to one question about one youth, kept with the days on which it holds. A view that asks about every day of
 * a life, one after the other, works out only what may have changed since the day before.
 */
export class LastingAnswer<T> {
  #known: Lasting<T> | undefined;

  /** The known answer where it holds on the date, else a new one. Either way the date learns how long it holds. */
  on(asOf: AsOf, compute: () => T): T {
    const known = this.#known;
    if (!known || known.from > asOf.date || (known.until !== undefined && known.until <= asOf.date)) {
      this.#known = asOf.lastingOf(compute);
      return this.#known.value;
    }
    if (known.until !== undefined) asOf.reached(known.until);
    return known.value;
  }
}
