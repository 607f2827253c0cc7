interface Waiting<Job, Outcome> {
  readonly job: Job;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

export interface RoundsOptions<Job, Outcome> {
  readonly most: number;
  /** One promise per job. */
  readonly start: (jobs: readonly Job[]) => readonly Promise<Outcome>[];
}

/** Jobs that wait together start together; the next round starts when all of them have ended. */
export class Rounds<Job, Outcome> {
  #waiting: Waiting<Job, Outcome>[] = [];
  #running: Promise<void> | undefined;
  #closed = false;

  constructor(private readonly options: RoundsOptions<Job, Outcome>) {}

  add(job: Job): Promise<Outcome> {
    if (this.#closed) return Promise.reject(new Error('The ledger store is closed'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Ends what is waiting; later jobs are refused. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    // A turn later, so that all that is sent in this turn goes in the first round.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, this.options.most);
      const ends = this.options.start(batch.map(({ job }) => job));
      batch.forEach(({ resolve, reject }, index) => ends[index]?.then(resolve, reject));
      await Promise.allSettled(ends);
    }
    this.#running = undefined;
  }
}
