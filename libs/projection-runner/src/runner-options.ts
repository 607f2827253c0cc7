export interface RunnerOptions {
  /** Events per part of the ledger while views are fed. */
  readonly batchSize?: number;
  /** Events per part while a view is built. */
  readonly buildBatchSize?: number;
  /** How long a loop waits that nobody wakes, in milliseconds. */
  readonly pollMs?: number;
  readonly mostBackOffMs?: number;
  /** How long another process may take for a build before this one begins it again, in milliseconds. */
  readonly patienceMs?: number;
  /** Events of histories that are kept in memory, of all youths together. */
  readonly mostCachedEvents?: number;
  /** Called when reading or storing failed; the runner tries again by itself. */
  readonly onFault?: (error: unknown) => void;
}

const DEFAULTS: Required<RunnerOptions> = {
  batchSize: 1000,
  buildBatchSize: 2000,
  pollMs: 1000,
  mostBackOffMs: 30_000,
  patienceMs: 600_000,
  mostCachedEvents: 200_000,
  onFault: () => undefined,
};

export function withDefaults(options: RunnerOptions): Required<RunnerOptions> {
  return { ...DEFAULTS, ...options };
}
