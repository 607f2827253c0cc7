import { describe, expect, it } from '@jest/globals';
import { Subject } from 'rxjs';
import { Signals } from './signals.js';

describe('signals', () => {
  it('that came between looking and waiting are not missed', async () => {
    const source = new Subject<number>();
    const signals = new Signals(source);
    const seen = signals.count;
    source.next(1);
    expect(await signals.after(seen, 10_000)).toBe('changed');
    expect(await signals.after(signals.count, 10)).toBe('silent');
    signals.stop();
  });

  it('end with their source', async () => {
    const source = new Subject<number>();
    const signals = new Signals(source);
    const waiting = signals.after(0, 10_000);
    source.complete();
    expect(await waiting).toBe('ended');
  });

  it('leave their source when they stop', () => {
    const source = new Subject<number>();
    new Signals(source).stop();
    expect(source.observed).toBe(false);
  });
});
