import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Bell } from './bell.js';

const after = async (waiting: Promise<void>): Promise<string> => {
  let state = 'not yet';
  void waiting.then(() => { state = 'heard'; });
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  return state;
};

describe('a bell', () => {
  beforeEach(() => { jest.useFakeTimers(); });
  afterEach(() => { jest.useRealTimers(); });

  it('that rang before anybody listened is heard, once', async () => {
    const bell = new Bell();
    bell.ring();
    bell.ring();
    expect(await after(bell.heard(1_000))).toBe('heard');
    const second = bell.heard();
    expect(await after(second)).toBe('not yet');
    bell.ring();
    expect(await after(second)).toBe('heard');
  });

  it('is waited for no longer than was said, and leaves no timer behind when it rings', async () => {
    const bell = new Bell();
    const waiting = bell.heard(1_000);
    jest.advanceTimersByTime(999);
    expect(await after(waiting)).toBe('not yet');
    jest.advanceTimersByTime(1);
    expect(await after(waiting)).toBe('heard');
    const next = bell.heard(1_000);
    bell.ring();
    expect([await after(next), jest.getTimerCount()]).toEqual(['heard', 0]);
  });

  it('that nobody rings is waited for without end', async () => {
    const waiting = new Bell().heard();
    expect([await after(waiting), jest.getTimerCount()]).toEqual(['not yet', 0]);
  });
});
