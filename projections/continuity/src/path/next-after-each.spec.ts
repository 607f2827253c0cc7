import { describe, expect, test } from '@jest/globals';
import { contact, enrolled, left, youth } from '../testing/given.js';
import { countBefore, earlierOf, laterOf, nextAfterEach } from './dates.js';

describe('of two dates', () => {
  test.each([['2020-01-01', '2020-01-02'], ['2020-01-02', '2020-01-01'], ['2020-01-02', '2020-01-02']])('%s and %s, one is the earlier and one the later', (a, b) => {
    expect([earlierOf(a, b), laterOf(a, b)]).toEqual([a, b].sort());
  });
});

describe('the number of items before a border', () => {
  const numbers = [1, 2, 2, 2, 5, 8, 13];

  test.each([[0, 0], [1, 0], [2, 1], [3, 4], [5, 4], [6, 5], [13, 6], [14, 7]])('%s is %s', (border, count) => {
    expect(countBefore(numbers, (number) => number < border)).toBe(count);
  });

  test('is 0 in an empty list', () => {
    expect(countBefore([], () => true)).toBe(0);
  });
});

describe('the next event of a kind', () => {
  const { facts } = youth(enrolled('2020-01-01'), contact('2020-01-05'), left('2020-01-05'), enrolled('2020-02-01'), contact('2020-03-01'));
  const next = nextAfterEach(facts, ({ type }) => type === 'ContactMade');

  test('is the first one after each, in the order recorded, not the event itself', () => {
    expect(facts.map((event) => next.get(event))).toEqual(['2020-01-05', '2020-03-01', '2020-03-01', '2020-03-01', undefined]);
  });
});
