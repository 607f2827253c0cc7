import type { Caller, Work } from '@trajectboek/api';
import type { Instant } from '@trajectboek/events';
import { Turns } from '../youths/turns.js';
import { JobCancelledError, type JobQueue } from './job-queue.js';

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** Who asked, for which purpose, and what it is in the access log: only the same may see the answer. */
export interface JobOwner extends Pick<Caller, 'organisation' | 'role' | 'subject'> {
  readonly purpose: string;
}

export interface Asked {
  readonly id: string;
  readonly owner: JobOwner;
  /** The scope of the route that was asked: the result is read under that name. */
  readonly action: string;
  readonly at: Instant;
}

/** How it ended: an answer as the wire has it, or what went wrong. */
export type JobOutcome = { readonly body: string } | { readonly error: unknown };

/** One long answer in the making. */
export class Job extends Turns implements Work {
  #state: JobState = 'queued';
  #done = 0;
  #total = 0;
  #startedMs = 0;
  #outcome: JobOutcome | undefined;
  #begin: () => void = () => undefined;
  #finishedAt: Instant | null = null;
  #mayEnter: Promise<void> = Promise.resolve();
  /** Resolves when it turns out that there is much to do. */
  readonly began = new Promise<void>((resolve) => { this.#begin = resolve; });

  constructor(readonly asked: Asked, private readonly queue: JobQueue) {
    super();
  }

  get state(): JobState {
    return this.#state;
  }

  get outcome(): JobOutcome | undefined {
    return this.#outcome;
  }

  get finishedAt(): Instant | null {
    return this.#finishedAt;
  }

  get isOpen(): boolean {
    return this.#state === 'queued' || this.#state === 'running';
  }

  /** Youths, each counted as often as it is looked at; seconds are an estimate from the speed so far. */
  get progress(): { readonly done: number; readonly total: number; readonly secondsLeft: number | null } {
    const seconds = (performance.now() - this.#startedMs) / 1000;
    const secondsLeft = this.#state !== 'running' || this.#done === 0 ? null : Math.ceil(seconds / this.#done * (this.#total - this.#done));
    return { done: this.#done, total: this.#total, secondsLeft: this.isOpen ? secondsLeft : 0 };
  }

  /** The job waits for its turn only after what is promised here, such as that it may run at all. */
  enterAfter(allowed: Promise<void>): void {
    this.#mayEnter = allowed;
  }

  async expect(youths: number): Promise<void> {
    this.#total = Math.max(this.#total, this.#done + youths);
    if (this.#state !== 'queued') return this.#checkWanted();
    this.#begin();
    await this.#mayEnter;
    await this.queue.enter(this.asked.id);
    this.#startedMs = performance.now();
    this.#checkWanted();
    this.#state = 'running';
  }

  override step(): Promise<void> | undefined {
    this.#checkWanted();
    this.#done += 1;
    this.#total = Math.max(this.#total, this.#done);
    return super.step();
  }

  /** Makes room for the next. What comes after it was cancelled is not kept. */
  finish(outcome: JobOutcome, at: Instant): void {
    if (this.#startedMs > 0) this.queue.leave();
    if (!this.isOpen) return;
    this.#state = 'body' in outcome ? 'done' : 'failed';
    this.#outcome = outcome;
    this.#finishedAt = at;
    if ('body' in outcome) this.#total = this.#done;
  }

  cancel(at: Instant): void {
    if (!this.isOpen) return;
    this.#state = 'cancelled';
    this.#finishedAt = at;
    this.queue.giveUp(this.asked.id);
  }

  #checkWanted(): void {
    if (this.#state === 'cancelled') throw new JobCancelledError();
  }
}
