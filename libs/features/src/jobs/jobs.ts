import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Clock, problem, ProblemError, type RequestAccess } from '@trajectboek/api';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Job, type JobOwner } from './job.js';
import { JobQueue } from './job-queue.js';

/** They share the one thread that answers: more at a time would make none of them faster, and every other request slower. */
const MOST_RUNNING = 2;
const MOST_WAITING = 50;
const MOST_OF_ONE = 5;
/** Answers are about people: in memory only, and not for long. */
export const KEPT_MS = 15 * 60_000;
const MOST_KEPT_CHARACTERS = 32 * 1024 * 1024;

export interface Question {
  readonly access: RequestAccess;
  /** Seconds that the reader rather waits than get a job. */
  readonly waitS: number;
  answer(): Promise<unknown>;
}

/** An answer that came at once, or the job that makes it. */
export type Begun = { readonly answer: unknown } | { readonly job: Job };

/** Long answers in the making and, for a while, those that were made. */
@Injectable()
export class Jobs implements OnModuleDestroy {
  readonly #log = new Logger(Jobs.name);
  readonly #queue = new JobQueue(MOST_RUNNING);
  readonly #jobs = new Map<string, Job>();

  constructor(private readonly clock: Clock) {}

  /** Answers at once what takes no looking through everyone. @throws ProblemError what the question itself throws at once; too-many-jobs */
  async begin({ access, waitS, answer }: Question): Promise<Begun> {
    const job = new Job({ id: randomUUID(), owner: ownerOf(access), action: access.action, at: this.clock.now() }, this.#queue);
    access.work = job;
    let isAllowed: () => void = () => undefined;
    let isRefused: (error: unknown) => void = () => undefined;
    job.enterAfter(new Promise((resolve, reject) => { [isAllowed, isRefused] = [resolve, reject]; }));
    const made = answer();
    const ended = this.#follow(job, made);
    if (await Promise.race([made.then(() => 'answered', () => 'answered'), job.began.then(() => 'began')]) === 'answered') return { answer: await made };
    try {
      this.#admit(job);
    } catch (error) {
      isRefused(error);
      throw error;
    }
    isAllowed();
    if (waitS > 0) await Promise.race([ended, sleep(waitS * 1000, undefined, { ref: false })]);
    if (job.isOpen) return { job };
    this.#jobs.delete(job.asked.id);
    return { answer: await made };
  }

  /** @throws ProblemError not-found, also for a job of somebody else */
  get(id: string, access: RequestAccess): Job {
    const job = this.#jobs.get(id);
    if (!job || !isSame(job.asked.owner, ownerOf(access))) throw problem('not-found', 'Deze vraag is er niet, of niet meer.');
    return job;
  }

  /** How many go before it, counted from 1; null when it does not wait. */
  placeOf({ asked }: Job): number | null {
    return this.#queue.placeOf(asked.id);
  }

  /** Stops a job that is not done; forgets the answer of one that is. */
  cancel(job: Job): void {
    if (job.isOpen) job.cancel(this.clock.now());
    else this.#jobs.delete(job.asked.id);
  }

  /** After an erasure nothing of anybody stays in memory. */
  forget(): void {
    for (const job of this.#jobs.values()) job.cancel(this.clock.now());
    this.#jobs.clear();
  }

  onModuleDestroy(): void {
    this.forget();
  }

  #admit(job: Job): void {
    const ofOne = [...this.#jobs.values()].filter(({ isOpen, asked }) => isOpen && isSame(asked.owner, job.asked.owner));
    if (ofOne.length >= MOST_OF_ONE) throw problem('too-many-jobs', `U hebt al ${MOST_OF_ONE} vragen lopen. Wacht tot er een klaar is, of trek er een in.`);
    if (this.#queue.waiting >= MOST_WAITING) throw problem('too-many-jobs', 'Er wachten al veel vragen. Probeer het later opnieuw.');
    this.#jobs.set(job.asked.id, job);
  }

  async #follow(job: Job, made: Promise<unknown>): Promise<void> {
    const { id, action } = job.asked;
    try {
      const answer = await made;
      // What was answered at once is kept nowhere.
      job.finish({ body: this.#jobs.has(id) ? JSON.stringify(answer) : '' }, this.clock.now());
    } catch (error) {
      if (job.isOpen && !(error instanceof ProblemError)) this.#log.error({ reason: error instanceof Error ? error.name : 'unknown', action }, 'a job failed');
      job.finish({ error }, this.clock.now());
    }
    if (this.#jobs.has(id)) setTimeout(() => this.#jobs.delete(id), KEPT_MS).unref();
    this.#makeRoom();
  }

  /** The oldest answers go first. */
  #makeRoom(): void {
    let kept = 0;
    for (const job of [...this.#jobs.values()].reverse()) {
      if (job.outcome && 'body' in job.outcome) kept += job.outcome.body.length;
      if (kept > MOST_KEPT_CHARACTERS && !job.isOpen) this.#jobs.delete(job.asked.id);
    }
  }
}

function ownerOf({ caller: { organisation, role, subject }, purpose }: RequestAccess): JobOwner {
  return { organisation, role, subject, purpose };
}

function isSame(a: JobOwner, b: JobOwner): boolean {
  return a.organisation === b.organisation && a.role === b.role && a.subject === b.subject && a.purpose === b.purpose;
}
