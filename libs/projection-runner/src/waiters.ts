interface Waiter {
  readonly position: number;
  readonly done: () => void;
}

/** Readers who wait until the views have reached a position. */
export class Waiters {
  readonly #waiting = new Set<Waiter>();

  /** Until the position is reached, or the time in milliseconds has passed. */
  wait(position: number, timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(waiter);
        resolve();
      };
      const timer = setTimeout(done, timeoutMs);
      const waiter: Waiter = { position, done };
      this.#waiting.add(waiter);
    });
  }

  reached(position: number): void {
    for (const waiter of [...this.#waiting]) if (waiter.position <= position) waiter.done();
  }
}
