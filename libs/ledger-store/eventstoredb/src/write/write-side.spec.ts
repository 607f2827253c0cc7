import { describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '@trajectboek/ledger-store';
import { eventOf, trajectoryOf } from '@trajectboek/ledger-store/testing';
import { KnownStreams } from './known-streams.js';
import { Rounds } from './rounds.js';

const [anna, bram] = [trajectoryOf(1), trajectoryOf(2)];

function stored(youth: number, revision: number): StoredEvent {
  const { envelope, parts } = eventOf(youth, revision, { id: youth * 100 + revision });
  return { position: 0, envelope: { ...envelope, recordedAt: '2026-01-05T09:00:00.000Z' }, parts, leafHash: new Uint8Array(32), chainHash: new Uint8Array(32).fill(revision) };
}

describe('the streams that are known', () => {
  it('are read once, and from there only what was added', async () => {
    const reads: (readonly [string, number])[] = [];
    const known = new KnownStreams(async (trajectoryId, from) => {
      reads.push([trajectoryId, from]);
      return [stored(1, from)];
    });
    expect((await known.get(anna, 0)).revision).toBe(0);
    expect((await known.get(anna, 0)).revision).toBe(0);
    expect((await known.refresh(anna)).eventIds.size).toBe(2);
    expect(reads).toEqual([[anna, 0], [anna, 1]]);
  });

  it('are not read when the caller says that the stream is empty', async () => {
    const known = new KnownStreams(() => Promise.reject(new Error('read')));
    expect((await known.get(anna, -1)).revision).toBe(-1);
  });

  it('make room by the number of events, oldest first', async () => {
    const reads: string[] = [];
    const known = new KnownStreams(async (trajectoryId) => {
      reads.push(trajectoryId);
      return [0, 1].map((revision) => stored(trajectoryId === anna ? 1 : 2, revision));
    }, 3);
    for (const youth of [anna, bram, bram, anna]) await known.get(youth, 1);
    expect(reads).toEqual([anna, bram, anna]);
  });
});

describe('rounds', () => {
  it('start what waits together, and the next when all have ended', async () => {
    const started: (readonly number[])[] = [];
    const rounds = new Rounds<number, number>({ most: 2, start: (jobs) => {
      started.push(jobs);
      return jobs.map(async (job) => job * 10);
    } });
    expect(await Promise.all([1, 2, 3].map((job) => rounds.add(job)))).toEqual([10, 20, 30]);
    expect(await rounds.add(4)).toBe(40);
    expect(started).toEqual([[1, 2], [3], [4]]);
  });

  it('go on after a job that failed', async () => {
    const rounds = new Rounds<number, number>({ most: 9, start: (jobs) => jobs.map(async (job) => (job === 1 ? Promise.reject(new Error('one')) : job)) });
    const ends = await Promise.allSettled([rounds.add(1), rounds.add(2)]);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(await rounds.add(3)).toBe(3);
  });

  it('end what was sent before the close and refuse what comes after', async () => {
    const rounds = new Rounds<number, number>({ most: 9, start: (jobs) => jobs.map(async (job) => job) });
    const sent = rounds.add(1);
    await rounds.close();
    expect(await sent).toBe(1);
    await expect(rounds.add(2)).rejects.toThrow();
  });
});
