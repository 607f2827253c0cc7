/** Lets work on the same key wait for the work before it; work on other keys goes on beside it. */
export class Turns<Key> {
  readonly #last = new Map<Key, Promise<unknown>>();

  /** Runs the work when all earlier work on any of the keys has ended, well or badly. */
  async take<Result>(keys: readonly Key[], work: () => Promise<Result>): Promise<Result> {
    const before = keys.flatMap((key) => this.#last.get(key) ?? []);
    const turn = before.length === 0 ? work() : Promise.allSettled(before).then(work);
    keys.forEach((key) => this.#last.set(key, turn));
    try {
      return await turn;
    } finally {
      keys.filter((key) => this.#last.get(key) === turn).forEach((key) => this.#last.delete(key));
    }
  }
}
