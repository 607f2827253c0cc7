import { describe, expect, test } from '@jest/globals';
import { contact, enrolled, left, youth } from '../testing/given.js';
import { nextAfterEach } from './next-after-each.js';

describe('the next event of a kind', () => {
  const { facts } = youth(enrolled('2020-01-01'), contact('2020-01-05'), left('2020-01-05'), enrolled('2020-02-01'), contact('2020-03-01'));
  const next = nextAfterEach(facts, ({ type }) => type === 'ContactMade');

  test('is the first one after each, in the order recorded, not the event itself', () => {
    expect(facts.map((event) => next.get(event))).toEqual(['2020-01-05', '2020-03-01', '2020-03-01', '2020-03-01', undefined]);
  });
});
