/** Lets one piece of work at a time through, in order of arrival. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  take<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
