import { describe, expect, test } from '@jest/globals';
import { earlierOf, laterOf } from './civil-date.js';

describe('of two dates', () => {
  test.each([['2020-01-01', '2020-01-02'], ['2020-01-02', '2020-01-01'], ['2020-01-02', '2020-01-02']])('%s and %s, one is the earlier and one the later', (a, b) => {
    expect([earlierOf(a, b), laterOf(a, b)]).toEqual([a, b].sort());
  });
});
