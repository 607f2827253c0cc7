import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Bell } from '@trajectboek/view-store';
import { Delivery } from './delivery.js';

async function* pieces(): AsyncGenerator<string> {
  yield 'one';
  yield 'two';
}

describe('a delivery', () => {
  beforeEach(() => { jest.useFakeTimers(); });
  afterEach(() => { jest.useRealTimers(); });

  it('is dropped when the listener takes nothing for half a minute', async () => {
    let dropped = 0;
    const delivery = new Delivery(pieces(), () => undefined, () => { dropped += 1; });
    await delivery.next();
    jest.advanceTimersByTime(29_999);
    expect(dropped).toBe(0);
    jest.advanceTimersByTime(1);
    expect(dropped).toBe(1);
  });

  it('goes on when the listener is slow, and is not dropped after its end', async () => {
    let dropped = 0;
    const delivery = new Delivery(pieces(), () => undefined, () => { dropped += 1; });
    for (const value of ['one', 'two', undefined]) {
      expect((await delivery.next()).value).toBe(value);
      jest.advanceTimersByTime(29_000);
    }
    jest.advanceTimersByTime(60_000);
    expect(dropped).toBe(0);
  });

  it('that is left wakes who waits for news, so that it ends', async () => {
    const bell = new Bell();
    let isOver = false;
    const waiting = (async function* (): AsyncGenerator<string> {
      yield 'hello';
      while (!isOver) await bell.heard();
    })();
    const delivery = new Delivery(waiting, () => {
      isOver = true;
      bell.ring();
    }, () => undefined);
    await delivery.next();
    const next = delivery.next();
    expect((await delivery.return()).done).toBe(true);
    expect((await next).done).toBe(true);
  });
});
