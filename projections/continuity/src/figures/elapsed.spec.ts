import { describe, expect, test } from '@jest/globals';
import { monthsBetween } from './elapsed.js';

describe('months between two dates', () => {
  test.each([
    ['2020-01-15', '2021-01-15', 12],
    ['2019-02-28', '2020-02-28', 12],
    ['2020-01-31', '2020-02-29', 1],
    ['2020-03-10', '2020-03-10', 0],
    ['2020-01-01', '2020-01-16', 15 / 31],
    ['2020-01-20', '2020-02-19', 30 / 31],
  ])('from %s to %s are %s', (from, to, months) => {
    expect(monthsBetween(from, to)).toBeCloseTo(months, 9);
  });
});
