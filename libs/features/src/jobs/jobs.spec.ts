import { describe, expect, it } from '@jest/globals';
import { problem, ProblemError, RequestAccess } from '@trajectboek/api';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CLOCK } from '../testing/asking.js';
import { jobDocument } from './job-document.js';
import type { Job } from './job.js';
import { Jobs, type Begun } from './jobs.js';
import { waitOf } from './responds-async.js';

const SCHOOL = 'urn:nld:oin:00000099000000000101';
const asker = (subject = 'person:1', organisation = SCHOOL): RequestAccess =>
  new RequestAccess({ organisation, role: 'guide', subject, purpose: null, validUntilMs: 0 }, 'guidance@1', { action: 'views:read', traceId: 't', at: '2030-01-01T12:00:00.000Z' });

/** A question about ten youths, each of which is done when it is told so. */
class Question {
  #next: (() => void)[] = [];
  readonly access: RequestAccess;

  constructor(private readonly jobs: Jobs, subject?: string) {
    this.access = asker(subject);
  }

  async begin(): Promise<Job> {
    const begun = await this.jobs.begin({ access: this.access, waitS: 0, answer: () => this.#answer() });
    if ('answer' in begun) throw new Error('answered at once');
    await nextTurn();
    return begun.job;
  }

  async go(youths: number): Promise<void> {
    for (let nth = 0; nth < youths; nth += 1) {
      this.#next.shift()?.();
      await nextTurn();
      await nextTurn();
    }
  }

  async #answer(): Promise<object> {
    await this.access.work?.expect(10);
    for (let nth = 0; nth < 10; nth += 1) {
      await new Promise<void>((resolve) => { this.#next.push(resolve); });
      await this.access.work?.step();
    }
    return { count: 10 };
  }
}

describe('a job', () => {
  it('tells how far it is, and gives its answer to who asked', async () => {
    const jobs = new Jobs(CLOCK);
    const question = new Question(jobs);
    const job = await question.begin();
    await question.go(4);
    expect(jobDocument(job, jobs.placeOf(job))).toMatchObject({ state: 'running', place: null, progress: { done: 4, total: 10, secondsLeft: expect.any(Number) }, links: { result: null } });
    await question.go(6);
    expect(jobDocument(job, null)).toMatchObject({ state: 'done', progress: { done: 10, total: 10, secondsLeft: 0 }, links: { result: `/v1/jobs/${job.asked.id}/result` } });
    expect(jobs.get(job.asked.id, asker()).outcome).toEqual({ body: '{"count":10}' });
  });

  it('is there for nobody else', async () => {
    const jobs = new Jobs(CLOCK);
    const { asked: { id } } = await new Question(jobs).begin();
    const otherPurpose = new RequestAccess(asker().caller, 'aftercare@1', { action: 'views:read', traceId: 't', at: '2030-01-01T12:00:00.000Z' });
    for (const other of [asker('person:2'), asker('person:1', 'urn:nld:oin:00000099000000000102'), otherPurpose]) expect(() => jobs.get(id, other)).toThrow('Niet gevonden');
    expect(jobs.get(id, asker()).asked.id).toBe(id);
  });

  it('waits for its turn behind two others, and moves up when one is done or withdrawn', async () => {
    const jobs = new Jobs(CLOCK);
    const questions = ['a', 'b', 'c', 'd', 'e'].map((subject) => new Question(jobs, subject));
    const begun: Job[] = [];
    for (const question of questions) begun.push(await question.begin());
    const places = (): readonly unknown[] => begun.map((job) => [job.state, jobs.placeOf(job)]);
    expect(places()).toEqual([['running', null], ['running', null], ['queued', 1], ['queued', 2], ['queued', 3]]);
    await questions[0]?.go(10);
    expect(places()).toEqual([['done', null], ['running', null], ['running', null], ['queued', 1], ['queued', 2]]);
    jobs.cancel(begun[3] as Job);
    jobs.cancel(begun[2] as Job);
    await questions[2]?.go(1);
    expect(places()).toEqual([['done', null], ['running', null], ['cancelled', null], ['cancelled', null], ['running', null]]);
  });

  it('that is withdrawn stops, keeps no answer and is forgotten when it is withdrawn again', async () => {
    const jobs = new Jobs(CLOCK);
    const question = new Question(jobs);
    const job = await question.begin();
    await question.go(3);
    jobs.cancel(job);
    await question.go(7);
    expect([job.state, job.progress.done, job.outcome]).toEqual(['cancelled', 3, undefined]);
    jobs.cancel(job);
    expect(() => jobs.get(job.asked.id, asker())).toThrow(ProblemError);
  });

  it('is refused to who has five already', async () => {
    const jobs = new Jobs(CLOCK);
    for (let nth = 0; nth < 5; nth += 1) await new Question(jobs).begin();
    await expect(new Question(jobs).begin()).rejects.toThrow('Er lopen al te veel vragen');
    await expect(new Question(jobs, 'person:2').begin()).resolves.toBeDefined();
  });

  it('is not made of what is answered or refused at once, nor of what comes within the time that the reader waits', async () => {
    const jobs = new Jobs(CLOCK);
    const begin = (answer: (access: RequestAccess) => Promise<unknown>, waitS = 0): Promise<Begun> => {
      const access = asker();
      return jobs.begin({ access, waitS, answer: () => answer(access) });
    };
    expect(await begin(() => Promise.resolve('stored'))).toEqual({ answer: 'stored' });
    await expect(begin(() => Promise.reject(problem('invalid-query', 'x')))).rejects.toThrow('De vraag klopt niet');
    expect(await begin(async (access) => {
      await access.work?.expect(1);
      return 'soon';
    }, 5)).toEqual({ answer: 'soon' });
  });

  it('that fails says so, and tells why with its result', async () => {
    const jobs = new Jobs(CLOCK);
    const access = asker();
    const begun = await jobs.begin({ access, waitS: 0, answer: async () => {
      await access.work?.expect(1);
      throw problem('unavailable', 'x');
    } });
    await nextTurn();
    if ('answer' in begun) throw new Error('answered at once');
    expect(begun.job.state).toBe('failed');
    expect(begun.job.outcome).toMatchObject({ error: expect.any(ProblemError) });
  });

  it('is gone with everything else when somebody is erased', async () => {
    const jobs = new Jobs(CLOCK);
    const job = await new Question(jobs).begin();
    jobs.forget();
    expect(job.state).toBe('cancelled');
    expect(() => jobs.get(job.asked.id, asker())).toThrow(ProblemError);
  });
});

describe('the header Prefer', () => {
  it.each([
    [undefined, undefined], ['', undefined], ['return=minimal', undefined], ['respond-async', 0], ['Respond-Async , wait=10', 10], ['wait=5; x="y", respond-async', 5],
    ['respond-async, wait=1000', 30], ['respond-async;a=b', 0], ['respond-asynchronous', undefined],
  ])('%j asks to wait %j seconds', (prefer, seconds) => {
    expect(waitOf(prefer)).toBe(seconds);
  });
});
