import { describe, expect, test } from '@jest/globals';
import type { Stretch } from '@trajectboek/events';
import { daysWithin, episodesOf } from './episodes.js';
import { uncoveredDays } from './guides.js';
import { clip, isOpenOn, type Span } from './spells.js';

const span = (startedOn: string, endedOn?: string): Span => ({ startedOn, endedOn });

describe('a span', () => {
  test.each([['2020-01-09', false], ['2020-01-10', true], ['2020-01-19', true], ['2020-01-20', false]])('from its first day to the day before its end is open: %s', (date, open) => {
    expect(isOpenOn(span('2020-01-10', '2020-01-20'), date)).toBe(open);
  });

  test('without an end is open on', () => {
    expect(isOpenOn(span('2020-01-10'), '2030-01-01')).toBe(true);
  });

  test.each([
    ['within', span('2020-01-10', '2020-01-20'), ['2020-01-10', '2020-01-20']],
    ['around', span('2019-01-01', '2021-01-01'), ['2020-01-01', '2020-02-01']],
    ['running on', span('2020-01-15'), ['2020-01-15', '2020-02-01']],
    ['ended before', span('2019-01-01', '2020-01-01'), undefined],
    ['started after', span('2020-02-01'), undefined],
    ['of no day', span('2020-01-10', '2020-01-10'), undefined],
  ])('has this part in January: %s', (_, own, part) => {
    expect(clip(own, ['2020-01-01', '2020-02-01'])).toEqual(part);
  });
});

describe('days that nothing covers', () => {
  test.each([
    ['nothing', [], 31],
    ['all of it', [span('2019-12-01')], 0],
    ['what ends before', [span('2019-01-01', '2019-12-31')], 31],
    ['what starts after', [span('2020-02-10')], 31],
    ['a part', [span('2020-01-11', '2020-01-21')], 21],
    ['two parts with a gap', [span('2020-01-01', '2020-01-11'), span('2020-01-16', '2020-01-26')], 11],
    ['two parts that overlap', [span('2020-01-01', '2020-01-21'), span('2020-01-11', '2020-01-26')], 6],
    ['one within another', [span('2020-01-01', '2020-01-26'), span('2020-01-11', '2020-01-12')], 6],
    ['a part that runs on', [span('2020-01-21')], 20],
  ])('of January beside %s', (_, covers, days) => {
    expect(uncoveredDays('2020-01-01', '2020-02-01', covers)).toBe(days);
  });
});

describe('days of a period within a window', () => {
  const stretch = (from: string, until: string | null): Stretch<null> => ({ from, until, value: null });

  test.each([
    ['2020-01-10', '2020-01-20', 10], ['2019-01-01', '2020-01-02', 1], ['2020-01-31', null, 1], ['2019-01-01', null, 31],
    ['2020-02-01', null, 0], ['2019-01-01', '2020-01-01', 0], ['2020-01-31', '2020-03-01', 1], ['2020-03-01', '2020-04-01', 0],
  ])('from %s until %s are %s', (from, until, days) => {
    expect(daysWithin(stretch(from, until), ['2020-01-01', '2020-01-31'])).toBe(days);
  });
});

describe('episodes', () => {
  const stretches: readonly Stretch<string>[] = [
    { from: '2020-01-01', until: '2020-01-11', value: 'seen' }, { from: '2020-01-11', until: '2020-01-21', value: 'silent' },
    { from: '2020-01-21', until: '2020-02-01', value: 'moved' }, { from: '2020-02-01', until: '2020-03-01', value: 'seen' }, { from: '2020-03-01', until: null, value: 'moved' },
  ];
  const isAway = (value: string): boolean => value !== 'seen';

  test('join what lies side by side, and know how they began and ended', () => {
    expect(episodesOf(stretches, '2020-03-11', isAway)).toEqual([
      { startedOn: '2020-01-11', days: 21, first: 'silent', next: 'seen' }, { startedOn: '2020-03-01', days: 10, first: 'moved', next: undefined },
    ]);
  });

  test('are none where it never holds', () => {
    expect(episodesOf(stretches, '2020-03-11', () => false)).toEqual([]);
  });
});
