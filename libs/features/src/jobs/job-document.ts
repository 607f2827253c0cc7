import type { Instant } from '@trajectboek/events';
import type { Job, JobState } from './job.js';
import { KEPT_MS } from './jobs.js';

const LABELS: Readonly<Record<JobState, string>> = { queued: 'wacht op zijn beurt', running: 'bezig', done: 'klaar', failed: 'mislukt', cancelled: 'ingetrokken' };

/** A job as who asked it sees it; nothing in it is about a youth. */
export interface JobDocument {
  readonly jobId: string;
  readonly state: JobState;
  readonly stateLabel: string;
  /** How many go before it, counted from 1; null when it does not wait. */
  readonly place: number | null;
  readonly progress: Job['progress'];
  readonly askedAt: Instant;
  readonly finishedAt: Instant | null;
  /** After that moment the answer is gone, or earlier when memory is needed. */
  readonly keptUntil: Instant | null;
  readonly links: { readonly self: string; readonly result: string | null };
}

export function jobDocument(job: Job, place: number | null): JobDocument {
  const { state, progress, finishedAt, asked } = job;
  const self = addressOf(job);
  return {
    jobId: asked.id, state, stateLabel: LABELS[state], place, progress, askedAt: asked.at, finishedAt,
    keptUntil: finishedAt && new Date(Date.parse(finishedAt) + KEPT_MS).toISOString(),
    links: { self, result: state === 'done' || state === 'failed' ? `${self}/result` : null },
  };
}

export function addressOf({ asked }: Job): string {
  return `/v1/jobs/${asked.id}`;
}
