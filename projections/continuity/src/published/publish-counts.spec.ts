import { describe, expect, test } from '@jest/globals';
import { publishCounts } from './publish-counts.js';

const RULES = { threshold: 10, rounding: 5 };

/** Counts of items, and of the youths behind them where those are others. */
function published(figures: Readonly<Record<string, number>>, persons = figures): Readonly<Record<string, number | null>> {
  return publishCounts({ figures, persons, keys: Object.keys(figures) }, RULES);
}

describe('counts without a total', () => {
  test('are rounded', () => {
    expect(published({ work: 23, school: 41 })).toEqual({ work: 25, school: 40 });
  });

  test('hide the smallest other one with a single small one, which the sum would give away', () => {
    expect(published({ a: 4, b: 30, c: 20 })).toEqual({ a: null, b: 30, c: null });
  });

  test('do not hide a third one when two are small already', () => {
    expect(published({ a: 4, b: 5, c: 30, d: 40 })).toEqual({ a: null, b: null, c: 30, d: 40 });
  });

  test('do not take a part that is 0 for the smallest other one: it hides nothing', () => {
    expect(published({ a: 30, b: 4, c: 0, d: 25 })).toEqual({ a: 30, b: null, c: 0, d: null });
  });

  test('hide all of them when nearly everybody is in one', () => {
    expect(published({ a: 200, b: 12 })).toEqual({ a: null, b: null });
    expect(published({ a: 60, b: 60, c: 90 })).toEqual({ a: 60, b: 60, c: 90 });
  });

  test('are small when few youths are behind many items', () => {
    expect(published({ a: 40, b: 30, c: 20 }, { a: 9, b: 30, c: 20 })).toEqual({ a: null, b: 30, c: null });
  });
});

describe('counts with a total', () => {
  test('hide a part of which the rest is small', () => {
    expect(published({ started: 45, completed: 41 })).toEqual({ started: 45, completed: null });
    expect(published({ started: 45, completed: 35 })).toEqual({ started: 45, completed: 35 });
  });

  test('hide a part of which the rest is of few youths, however many items', () => {
    expect(published({ started: 60, completed: 40 }, { started: 30, completed: 25 })).toEqual({ started: 60, completed: null });
  });

  test('hide both parts when one of them is nearly the whole', () => {
    expect(published({ offered: 200, accepted: 185, returned: 15 })).toEqual({ offered: 200, accepted: null, returned: null });
  });

  test('hide the smallest other part with a single small one', () => {
    expect(published({ offered: 100, accepted: 60, returned: 4, unanswered: 36 })).toEqual({ offered: 100, accepted: 60, returned: null, unanswered: null });
  });

  test('hide only the small part where parts overlap: then the others do not give it away', () => {
    expect(published({ leavers: 100, 'vsv-national': 50, 'entree-without-work': 4 })).toEqual({ leavers: 100, 'vsv-national': 50, 'entree-without-work': null });
  });

  test('hide the total itself when it is small', () => {
    expect(published({ offered: 8 })).toEqual({ offered: null });
  });

  test('do not hide a part because of what only stands beside it', () => {
    expect(published({ youths: 40, episodes: 6, gap: 30 })).toEqual({ youths: 40, episodes: null, gap: 30 });
  });
});
