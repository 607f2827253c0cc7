import { randomUUID } from 'node:crypto';
import type { FillElsewhere } from './build.js';

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
  /** Name of this projector, unique among those who live; left out: a random one. */
  readonly projector?: string;
  /** How long this projector keeps its parts when it says nothing, in milliseconds. */
  readonly leaseMs?: number;
  /** In how many parts new generations can be fed, by as many projectors. */
  readonly parts?: number;
  /** How new generations are filled; left out: in this thread. */
  readonly elsewhere?: FillElsewhere | undefined;
  /** Called when reading or storing failed; the runner tries again by itself. */
  readonly onFault?: (error: unknown) => void;
}

const DEFAULTS: Omit<Required<RunnerOptions>, 'projector'> = {
  batchSize: 1000,
  buildBatchSize: 2000,
  pollMs: 1000,
  mostBackOffMs: 30_000,
  patienceMs: 600_000,
  mostCachedEvents: 200_000,
  leaseMs: 8000,
  parts: 1,
  elsewhere: undefined,
  onFault: () => undefined,
};

export function withDefaults(options: RunnerOptions): Required<RunnerOptions> {
  return { ...DEFAULTS, projector: randomUUID(), ...options };
}
