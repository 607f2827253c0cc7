/** How one of several jobs in a commit ended. */
export type Ended<Outcome> = { readonly outcome: Outcome } | { readonly error: unknown };

interface Waiting<Job, Outcome> {
  readonly job: Job;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/** Bounds the time for which one commit holds the process. */
const MOST_PER_COMMIT = 1_000;

/**
 * Group commit: all jobs that are waiting share one commit, and so one wait for the disk.
 *
 * `commit` makes its jobs durable before it returns, one ending for each; when it throws, nothing of them was recorded.
 */
export class CommitQueue<Job, Outcome> {
  #waiting: Waiting<Job, Outcome>[] = [];
  #scheduled = false;
  #closed = false;

  constructor(private readonly commit: (jobs: readonly Job[]) => readonly Ended<Outcome>[]) {}

  add(job: Job): Promise<Outcome> {
    if (this.#closed) return Promise.reject(new Error('The ledger store is closed'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, resolve, reject });
      this.#schedule();
    });
  }

  /** Commits what is waiting; later jobs are refused. */
  close(): void {
    this.#closed = true;
    while (this.#waiting.length > 0) this.#flush();
  }

  #schedule(): void {
    if (this.#scheduled || this.#waiting.length === 0) return;
    this.#scheduled = true;
    // setImmediate runs after the sockets were read, so that requests which came in during a commit go in the next one.
    setImmediate(() => {
      this.#scheduled = false;
      this.#flush();
      this.#schedule();
    });
  }

  #flush(): void {
    const batch = this.#waiting.splice(0, MOST_PER_COMMIT);
    if (batch.length === 0) return;
    try {
      const ends = this.commit(batch.map(({ job }) => job));
      batch.forEach(({ resolve, reject }, index) => {
        const end = ends[index];
        if (end !== undefined && 'outcome' in end) resolve(end.outcome);
        else reject(end?.error);
      });
    } catch (error) {
      batch.forEach(({ reject }) => reject(error));
    }
  }
}
