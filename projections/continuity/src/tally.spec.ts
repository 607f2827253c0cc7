import { describe, expect, test } from '@jest/globals';
import { Tally } from './tally.js';

describe('a tally', () => {
  test('adds counts and lengths by name', () => {
    const tally = new Tally().count('offered').count('offered', 3).length('gap', 5).length('gap', 9, true).length('other', 1);
    expect(tally.countOf('offered')).toBe(4);
    expect(tally.countOf('accepted')).toBe(0);
    expect(tally.lengthsOf('gap')).toEqual({ ended: [5], running: [9] });
    expect(tally.lengthsOf('none')).toEqual({ ended: [], running: [] });
  });

  test('is empty until there is something, of which none of something is no part', () => {
    expect([new Tally().isEmpty, new Tally().count('days', 0).isEmpty]).toEqual([true, true]);
    expect([new Tally().count('days').isEmpty, new Tally().length('gap', 0).isEmpty, new Tally().judgeSoFar('late', undefined).isEmpty]).toEqual([false, false, false]);
  });

  test('tells each item with the day it was told of', () => {
    const tally = new Tally().count('early').on('2020-01-01').count('days', 3).judge('late', true).on('2020-02-01').judge('late', false).judgeSoFar('late', undefined).length('gap', 4).length('gap', 5, true).count('none', 0);
    expect(tally.items).toEqual([
      { name: 'early', part: 'counted', date: null, value: 1 },
      { name: 'days', part: 'counted', date: '2020-01-01', value: 3 }, { name: 'late', part: 'numerator', date: '2020-01-01', value: 1 },
      { name: 'late', part: 'denominator', date: '2020-02-01', value: 1 }, { name: 'late', part: 'censored', date: '2020-02-01', value: 1 },
      { name: 'gap', part: 'counted', date: '2020-02-01', value: 4 }, { name: 'gap', part: 'censored', date: '2020-02-01', value: 5 },
    ]);
  });

  test('adds another tally to it, and then holds no items of its own', () => {
    const sum = new Tally().add(new Tally().count('a', 2).length('gap', 1)).add(new Tally().count('a', 3).length('gap', 2).length('gap', 3, true));
    expect([sum.countOf('a'), sum.lengthsOf('gap'), sum.items]).toEqual([5, { ended: [1, 2], running: [3] }, []]);
  });

  test('has each count and each length once for how many youths there are behind it', () => {
    const once = new Tally().count('a', 7).judge('late', true).judge('late', true).length('gap', 5).length('gap', 6).length('gap', 9, true).length('search', 8, true).length('search', 9, true).once();
    expect([once.countOf('a'), once.countOf('late:true'), once.lengthsOf('gap'), once.lengthsOf('search')]).toEqual([1, 1, { ended: [5], running: [] }, { ended: [], running: [8] }]);
  });

  test('gives no youth to a count of 0', () => {
    expect(new Tally().count('days', 0).once().countOf('days')).toBe(0);
  });

  test('names what follows a prefix, in order', () => {
    expect(new Tally().count('cause:b').count('cause:a').count('because').namesAfter('cause:')).toEqual(['a', 'b']);
  });
});
