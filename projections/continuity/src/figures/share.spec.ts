import { describe, expect, test } from '@jest/globals';
import { Tally } from '../tally.js';
import { censoredShareOf, share, shareOf } from './share.js';

/** Intervals as printed for the score method (Wilson) in Newcombe, Statistics in Medicine 17 (1998), table I. */
const PRINTED = [[81, 263, 0.2553, 0.3662], [15, 148, 0.0624, 0.1605], [0, 20, 0, 0.1611], [1, 29, 0.0061, 0.1718]] as const;

describe('a share', () => {
  test.each(PRINTED)('of %s in %s has the interval of the table', (numerator, denominator, low, high) => {
    const result = share(numerator, denominator);
    expect(result.value).toBeCloseTo(numerator / denominator, 12);
    expect(result.low).toBeCloseTo(low, 4);
    expect(result.high).toBeCloseTo(high, 4);
  });

  test.each([3, 21, 41])('of nobody or everybody in %s reaches to exactly 0 or 1, and no further', (denominator) => {
    expect(share(0, denominator).low).toBe(0);
    expect(share(0, denominator).high).toBeGreaterThan(0);
  });

  test.each([10, 11, 25])('of all %s reaches to exactly 1', (denominator) => {
    expect(share(denominator, denominator).high).toBe(1);
    expect(share(denominator, denominator).low).toBeLessThan(1);
  });

  test('of nothing has no value and no interval', () => {
    expect(share(0, 0)).toEqual({ numerator: 0, denominator: 0, value: null, low: null, high: null });
  });

  test('counts what was judged, and apart from it what could not be judged yet', () => {
    const tally = new Tally().judge('late', true).judge('late', false).judge('late', false).judgeSoFar('late', undefined).judge('other', true);
    expect(shareOf(tally, 'late')).toMatchObject({ numerator: 1, denominator: 3 });
    expect(shareOf(tally, 'late')).not.toHaveProperty('censored');
    expect(censoredShareOf(tally, 'late')).toMatchObject({ numerator: 1, denominator: 3, censored: 1 });
  });
});
