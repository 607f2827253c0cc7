import { setTimeout as sleep } from 'node:timers/promises';
import { Turns } from './turns.js';

describe('turns', () => {
  it('let work on one key wait for the work before it, and other keys go on', async () => {
    const turns = new Turns<string>();
    const done: string[] = [];
    const work = (name: string, ms: number) => async (): Promise<void> => {
      await sleep(ms);
      done.push(name);
    };
    await Promise.all([turns.take(['a'], work('a1', 30)), turns.take(['a'], work('a2', 1)), turns.take(['b'], work('b1', 5))]);
    expect(done).toEqual(['b1', 'a1', 'a2']);
  });

  it('go on after work that failed', async () => {
    const turns = new Turns<string>();
    const failing = turns.take(['a'], () => Promise.reject(new Error('no')));
    const after = turns.take(['a'], () => Promise.resolve('yes'));
    await expect(failing).rejects.toThrow('no');
    await expect(after).resolves.toBe('yes');
  });

  it('let work on several keys wait for all of them', async () => {
    const turns = new Turns<string>();
    const done: string[] = [];
    const slow = (name: string) => async (): Promise<void> => {
      await sleep(10);
      done.push(name);
    };
    await Promise.all([turns.take(['a'], slow('a')), turns.take(['b'], slow('b')), turns.take(['a', 'b'], slow('both')), turns.take(['b'], slow('b again'))]);
    expect(done).toEqual(['a', 'b', 'both', 'b again']);
  });
});
