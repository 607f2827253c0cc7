import { describe, expect, it } from '@jest/globals';
import { recorded } from '@trajectboek/testing';
import { Chronicle } from '../recorded/chronicle.js';
import { AsOf } from './as-of.js';
import { LastingAnswer } from './lasting-answer.js';

describe('a date', () => {
  it('tells of one answer how long it holds, apart from what was asked before it', () => {
    const asOf = new AsOf('2021-01-01');
    asOf.reached('2021-02-01');
    expect(asOf.lastingOf(() => asOf.reached('2021-03-01'))).toEqual({ from: '2021-01-01', until: '2021-03-01', value: false });
    expect(asOf.lastingOf(() => 'always')).toEqual({ from: '2021-01-01', until: undefined, value: 'always' });
    expect(asOf.nextChange).toBe('2021-02-01');
  });
  it('learns from one answer within another', () => {
    const asOf = new AsOf('2021-01-01');
    const outer = asOf.lastingOf(() => [asOf.reached('2021-06-01'), asOf.lastingOf(() => asOf.reached('2021-04-01')).until]);
    expect([outer.until, asOf.nextChange]).toEqual(['2021-04-01', '2021-04-01']);
  });
});

describe('an answer that lasts', () => {
  function counting(until: string): { readonly on: (date: string) => AsOf; readonly times: () => number } {
    const answer = new LastingAnswer<boolean>();
    let times = 0;
    return {
      times: () => times,
      on(date) {
        const asOf = new AsOf(date);
        answer.on(asOf, () => {
          times += 1;
          return asOf.reached(until);
        });
        return asOf;
      },
    };
  }

  it('is worked out once until the day on which it may change', () => {
    const { on, times } = counting('2021-03-01');
    for (const date of ['2021-01-01', '2021-01-01', '2021-02-28']) on(date);
    expect(times()).toBe(1);
    on('2021-03-01');
    on('2030-01-01');
    expect(times()).toBe(2);
  });
  it('tells every date how long it holds, also when it was known', () => {
    const { on } = counting('2021-03-01');
    expect(['2021-01-01', '2021-02-01', '2021-03-01', '2021-04-01'].map((date) => on(date).nextChange)).toEqual(['2021-03-01', '2021-03-01', undefined, undefined]);
  });
  it('is worked out anew for a day before it', () => {
    const { on, times } = counting('2021-03-01');
    on('2021-02-01');
    expect(on('2021-01-01').nextChange).toBe('2021-03-01');
    expect(times()).toBe(2);
  });
});

describe('what is read of a history', () => {
  const contact = recorded('ContactMade', { occurredAt: '2021-01-01', purpose: 'guidance', situation: 'looking', supportNeeded: false }, { position: 1 });
  const later = recorded('ContactMade', { occurredAt: '2021-06-01', purpose: 'guidance', situation: 'track', supportNeeded: false }, { position: 2 });
  const lost = recorded('JobLost', { occurredAt: '2021-03-01', placementId: 'p', reason: 'dismissed', lastWorkingDay: '2021-03-01' }, { position: 3 });
  const chronicle = new Chronicle([contact, lost, later]);
  const untilOf = (read: (history: ReturnType<Chronicle['on']>) => unknown): string | undefined => {
    const asOf = new AsOf('2021-02-01');
    read(chronicle.on(asOf));
    return asOf.nextChange;
  };

  it('holds until the next fact of the kind that was looked at', () => {
    expect(untilOf((history) => history.all('ContactMade'))).toBe('2021-06-01');
    expect(untilOf((history) => history.newest('JobLost'))).toBe('2021-03-01');
    expect(untilOf((history) => history.events)).toBe('2021-03-01');
    expect(untilOf((history) => history.all('EnrolmentStarted'))).toBeUndefined();
    expect(untilOf(() => 'nothing')).toBeUndefined();
  });
  it('is what had happened by the date', () => {
    const history = chronicle.on(new AsOf('2021-02-01'));
    expect([history.events, history.all('ContactMade'), history.newest('ContactMade'), history.newest('JobLost')]).toEqual([[contact], [contact], contact, undefined]);
  });
});
