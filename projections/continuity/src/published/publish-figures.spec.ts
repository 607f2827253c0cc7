import { describe, expect, test } from '@jest/globals';
import type { Figures } from '../figures/figure.js';
import { isSuppressed, publishFigures } from './publish-figures.js';

const RULES = { threshold: 10, rounding: 5 };
const youths = (counts: Readonly<Record<string, number>>) => (name: string): number => counts[name] ?? 0;

function published(figures: Figures, persons = figures, behind: Readonly<Record<string, number>> = {}): Figures {
  return publishFigures({ figures, persons }, { rules: RULES, youthsOf: youths(behind) });
}

const share = (numerator: number, denominator: number): Figures => ({ numerator, denominator, value: numerator / denominator, low: 0, high: 1 });
const none: Figures = { numerator: 0, denominator: 0, value: null, low: null, high: null };
const nothing: Figures = { numerator: null, denominator: null, value: null, low: null, high: null, suppressed: true };

describe('a published rate', () => {
  test.each([[9, null], [10, 1.23]])('of %s youths is %s', (count, rate) => {
    expect(published({ perYouthPerYear: 1.2345 }, {}, { guides: count, openDays: 40 })).toMatchObject({ perYouthPerYear: rate });
  });

  test('that could not be computed is not called suppressed', () => {
    expect(published({ perYouthPerYear: null, result: 'insufficient-data' })).toEqual({ perYouthPerYear: null, result: 'insufficient-data' });
  });
});

describe('published rows', () => {
  const attempts = (attempted: number, reached: number): Figures => ({ attempted, reached });
  const hiddenRow: Figures = { attempted: null, reached: null, suppressed: true };

  test('hide the smallest other row with a single one that has something left out', () => {
    expect(published({ byChannel: { a: attempts(40, 20), b: attempts(24, 12), c: attempts(4, 2) } })).toEqual({ byChannel: { a: attempts(40, 20), b: hiddenRow, c: hiddenRow } });
  });

  test('hide no third row when two have something left out', () => {
    expect(published({ byChannel: { a: attempts(40, 20), b: attempts(6, 3), c: attempts(4, 2) } })).toEqual({ byChannel: { a: attempts(40, 20), b: hiddenRow, c: hiddenRow } });
  });

  test('hide nothing when all are large', () => {
    expect(published({ byChannel: { a: attempts(40, 20), b: attempts(24, 12) } })).toEqual({ byChannel: { a: attempts(40, 20), b: attempts(25, 10) } });
  });

  test('take an empty row for no other row, and the size of a row from its parts', () => {
    const domain = (requests: Figures): Figures => ({ requestsDeclined: requests });
    const { byDomain } = published({ byDomain: { a: domain(share(20, 60)), b: domain(share(20, 40)), c: domain(none), d: domain(share(4, 30)) } });
    expect(byDomain).toMatchObject({ a: { requestsDeclined: { denominator: 60 } }, b: { requestsDeclined: nothing }, c: { requestsDeclined: { denominator: 0 } }, d: { requestsDeclined: nothing } });
  });

  test('are as large as their number of episodes', () => {
    const cause = (episodes: number, days: number): Figures => ({ episodes, daysPerEpisode: { n: days, censored: 0, min: 1, p25: 1, median: 1, p75: 1, p90: 1, max: 1 } });
    const { byCause } = published({ byCause: { a: cause(30, 30), b: cause(40, 20), c: cause(4, 4) } });
    expect(byCause).toMatchObject({ a: { episodes: null, suppressed: true }, b: { episodes: 40 }, c: { episodes: null } });
  });

  test('are left as they are when there is no other row to hide', () => {
    expect(published({ byChannel: { c: attempts(4, 2) } })).toEqual({ byChannel: { c: hiddenRow } });
  });

  test('that belong to no table are each published by themselves', () => {
    expect(published({ withContact: { 30: share(20, 50), 90: share(4, 50) } })).toEqual({ withContact: { 30: expect.objectContaining({ denominator: 50 }), 90: nothing } });
  });
});

describe('published moments one after the other', () => {
  const moment = (atRisk: number, endedBy: number): Figures => ({ atRisk, endedBy, survival: 0.5, low: 0.4, high: 0.6 });
  const hiddenMoment: Figures = { atRisk: null, endedBy: null, survival: null, low: null, high: null, suppressed: true };
  const shown = expect.objectContaining({ survival: 0.5 });

  test('hide one before which few more had ended than at the one shown before', () => {
    expect(published({ at: { 3: moment(50, 12), 6: moment(45, 16), 12: moment(40, 24), 24: moment(30, 40) } })).toEqual({ at: { 3: shown, 6: hiddenMoment, 12: shown, 24: shown } });
  });

  test('hide one at which few more youths had ended', () => {
    expect(published({ at: { 3: moment(50, 12), 6: moment(40, 30) } }, { at: { 3: moment(50, 12), 6: moment(40, 18) } })).toEqual({ at: { 3: shown, 6: hiddenMoment } });
  });

  test('count the youths from the moment shown last on, not those of all moments together', () => {
    const both = { 3: moment(60, 12), 6: moment(50, 24), 12: moment(40, 33) };
    expect(published({ at: both })).toEqual({ at: { 3: shown, 6: shown, 12: hiddenMoment } });
    const items = { 3: moment(60, 12), 6: moment(50, 24), 12: moment(40, 50) };
    expect(published({ at: items }, { at: both })).toEqual({ at: { 3: shown, 6: shown, 12: hiddenMoment } });
  });

  test('keep hidden what is small by itself, and do not measure from it', () => {
    expect(published({ at: { 3: moment(50, 4), 6: moment(45, 13) } })).toEqual({ at: { 3: hiddenMoment, 6: shown } });
  });
});

describe('a published count and its share', () => {
  test('are left out together when the count is', () => {
    const { accepted, returned, shares } = published({ offered: 100, accepted: 60, returned: 40, shares: { accepted: share(60, 100), returned: share(40, 100) } }, { offered: 100, accepted: 60, returned: 5, shares: { accepted: share(60, 100), returned: share(40, 100) } });
    expect([accepted, returned, shares]).toEqual([null, null, { accepted: nothing, returned: nothing }]);
  });

  test('are left out together when the share is', () => {
    expect(published({ betweenOneAndTwoYears: 20, shareBetweenOneAndTwoYears: share(20, 24) })).toEqual({ betweenOneAndTwoYears: null, shareBetweenOneAndTwoYears: nothing, suppressed: true });
    expect(published({ betweenOneAndTwoYears: 4, shareBetweenOneAndTwoYears: share(4, 60) })).toEqual({ betweenOneAndTwoYears: null, shareBetweenOneAndTwoYears: nothing, suppressed: true });
  });

  test('are both told when neither is small', () => {
    const whole = published({ reported: 100, applied: 60, lapsed: 40, shares: { applied: share(60, 100), lapsed: share(40, 100) }, betweenOneAndTwoYears: 20, shareBetweenOneAndTwoYears: share(20, 50) });
    expect(whole).toMatchObject({ applied: 60, lapsed: 40, shares: { applied: { numerator: 60 }, lapsed: { numerator: 40 } }, betweenOneAndTwoYears: 20, shareBetweenOneAndTwoYears: { numerator: 20 } });
    expect(isSuppressed(whole)).toBe(false);
  });
});

describe('what was left out', () => {
  test('is seen at whichever level', () => {
    expect([isSuppressed({ suppressed: true }), isSuppressed({ a: { b: { suppressed: true } } }), isSuppressed({ a: { b: 1 }, suppressed: false })]).toEqual([true, true, false]);
  });
});
