import { describe, expect, test } from '@jest/globals';
import { isDominated, isMostOf, isSmall, rounded } from './publication.js';

const RULES = { threshold: 10, rounding: 5 };

describe('what may be published', () => {
  test.each([
    [0, 0, false], [9, 9, true], [10, 10, false], [9, 10, true], [40, 9, true], [40, 0, false], [1, 1, true],
  ])('%s items of %s youths are too few: %s', (items, youths, small) => {
    expect(isSmall({ items, youths }, RULES)).toBe(small);
  });

  test.each([[100, 91, true], [100, 90, false], [100, 9, false], [0, 0, false]])('of %s, %s is nearly all: %s', (whole, part, most) => {
    expect(isMostOf(whole, part)).toBe(most);
  });

  test.each([[91, 100, true], [9, 100, true], [10, 100, false], [90, 100, false], [0, 0, false]])('%s of %s leaves one of two parts nearly empty: %s', (part, whole, dominated) => {
    expect(isDominated(part, whole)).toBe(dominated);
  });

  test.each([[12, 10], [13, 15], [40, 40], [0, 0]])('%s is rounded to %s', (count, published) => {
    expect(rounded(count, RULES)).toBe(published);
  });
});
