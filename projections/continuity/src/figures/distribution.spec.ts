import { describe, expect, test } from '@jest/globals';
import { distribution, percentile } from './distribution.js';

describe('a distribution', () => {
  test('takes the mean of the middle two as the median of an even number', () => {
    expect(distribution({ ended: [40, 10, 30, 20], running: [] }).median).toBe(25);
  });

  test('interpolates linearly between the closest ranks', () => {
    expect(percentile([0, 10, 20, 30, 40], 0.9)).toBeCloseTo(36);
    expect(percentile([0, 10, 20, 30], 0.25)).toBeCloseTo(7.5);
  });

  test('has one value as every percentile of one length', () => {
    expect(distribution({ ended: [7], running: [] })).toEqual({ n: 1, censored: 0, min: 7, p25: 7, median: 7, p75: 7, p90: 7, max: 7 });
  });

  test('counts what still runs and leaves it out of the figures', () => {
    expect(distribution({ ended: [5], running: [900, 1] })).toMatchObject({ n: 1, censored: 2, max: 5 });
  });

  test('has null, not 0, where nothing ended', () => {
    expect(distribution({ ended: [], running: [3] })).toEqual({ n: 0, censored: 1, min: null, p25: null, median: null, p75: null, p90: null, max: null });
  });
});
