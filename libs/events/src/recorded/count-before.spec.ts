import { describe, expect, test } from '@jest/globals';
import { countBefore } from './count-before.js';

describe('the number of items before a border', () => {
  const numbers = [1, 2, 2, 2, 5, 8, 13];

  test.each([[0, 0], [1, 0], [2, 1], [3, 4], [5, 4], [6, 5], [13, 6], [14, 7]])('%s is %s', (border, count) => {
    expect(countBefore(numbers, (number) => number < border)).toBe(count);
  });

  test('is 0 in an empty list', () => {
    expect(countBefore([], () => true)).toBe(0);
  });
});
