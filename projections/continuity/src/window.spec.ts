import { describe, expect, test } from '@jest/globals';
import { boundsOf, counts, lastDayOf, startingIn } from './window.js';

const YEAR = { from: '2020-01-01', to: '2020-12-31', asOf: '2020-06-30' };

describe('the window of a question', () => {
  test.each([['2019-12-31', false], ['2020-01-01', true], ['2020-06-30', true], ['2020-07-01', false]])('counts what starts from its first day to the date asked for: %s', (date, counted) => {
    expect(counts(YEAR, date)).toBe(counted);
  });

  test.each([['2020-12-31', true], ['2021-01-01', false]])('counts what starts up to its last day: %s', (date, counted) => {
    expect(counts({ ...YEAR, asOf: '2021-06-30' }, date)).toBe(counted);
  });

  test('ends on its last day, or on the date asked for when that is earlier', () => {
    expect([lastDayOf(YEAR), lastDayOf({ ...YEAR, asOf: '2021-06-30' })]).toEqual(['2020-06-30', '2020-12-31']);
    expect(boundsOf(YEAR)).toEqual(['2020-01-01', '2020-07-01']);
  });

  test('keeps the items that start in it', () => {
    expect(startingIn(YEAR, [{ occurredOn: '2019-12-31' }, { occurredOn: '2020-02-01' }])).toEqual([{ occurredOn: '2020-02-01' }]);
  });
});
