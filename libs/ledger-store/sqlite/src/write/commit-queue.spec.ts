import { describe, expect, it } from '@jest/globals';
import { CommitQueue, type Ended } from './commit-queue.js';
import { StreamHeads } from './stream-heads.js';

describe('a commit queue', () => {
  it('commits what waits together in one commit, in order', async () => {
    const commits: (readonly number[])[] = [];
    const queue = new CommitQueue<number, string>((jobs) => {
      commits.push(jobs);
      return jobs.map((job) => ({ outcome: `done ${job}` }));
    });
    expect(await Promise.all([1, 2, 3].map((job) => queue.add(job)))).toEqual(['done 1', 'done 2', 'done 3']);
    await queue.add(4);
    expect(commits).toEqual([[1, 2, 3], [4]]);
  });

  it('commits no more than a thousand jobs at a time', async () => {
    const sizes: number[] = [];
    const queue = new CommitQueue<number, number>((jobs) => {
      sizes.push(jobs.length);
      return jobs.map((outcome) => ({ outcome }));
    });
    await Promise.all(Array.from({ length: 2_300 }, (_, job) => queue.add(job)));
    expect(sizes).toEqual([1_000, 1_000, 300]);
  });

  it('gives each job its own ending', async () => {
    const queue = new CommitQueue<number, number>((jobs) => jobs.map((job): Ended<number> => (job === 2 ? { error: new Error('not two') } : { outcome: job })));
    const ends = await Promise.allSettled([1, 2, 3].map((job) => queue.add(job)));
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('tells all jobs of a commit that failed, and goes on with the next', async () => {
    let full = true;
    const queue = new CommitQueue<number, number>((jobs) => {
      if (full) throw new Error('disk full');
      return jobs.map((outcome) => ({ outcome }));
    });
    const ends = await Promise.allSettled([queue.add(1), queue.add(2)]);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    full = false;
    expect(await queue.add(3)).toBe(3);
  });
});

describe('the ends of streams', () => {
  it('keep those written last and read the others', () => {
    const reads: string[] = [];
    const heads = new StreamHeads((stream) => {
      reads.push(stream);
      return { revision: -1, chainHash: null };
    }, 2);
    heads.set('a', { revision: 0, chainHash: null });
    heads.set('b', { revision: 1, chainHash: null });
    heads.set('a', { revision: 2, chainHash: null });
    heads.set('c', { revision: 3, chainHash: null });
    expect(['a', 'b', 'c'].map((stream) => heads.get(stream).revision)).toEqual([2, -1, 3]);
    expect(reads).toEqual(['b']);
  });
});
