/** A place in the queue that is given up. */
export class JobCancelledError extends Error {
  override readonly name = 'JobCancelledError';
}

interface Waiting {
  readonly id: string;
  start(): void;
  giveUp(): void;
}

/** Lets a few go at a time, the others in the order in which they came. */
export class JobQueue {
  #running = 0;
  #waiting: Waiting[] = [];

  constructor(private readonly mostRunning: number) {}

  /** Resolves when it is the turn of the job. @throws JobCancelledError when it left before */
  async enter(id: string): Promise<void> {
    if (this.#running < this.mostRunning) {
      this.#running += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      this.#waiting.push({ id, start: resolve, giveUp: () => reject(new JobCancelledError()) });
    });
  }

  /** Who was running makes room for the next. */
  leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#running -= 1;
    else next.start();
  }

  /** Who was still waiting waits no longer. */
  giveUp(id: string): void {
    const leaving = this.#waiting.filter((one) => one.id === id);
    this.#waiting = this.#waiting.filter((one) => one.id !== id);
    for (const one of leaving) one.giveUp();
  }

  /** How many must go before it, counted from 1; null for who does not wait. */
  placeOf(id: string): number | null {
    const index = this.#waiting.findIndex((one) => one.id === id);
    return index === -1 ? null : index + 1;
  }

  get waiting(): number {
    return this.#waiting.length;
  }
}
