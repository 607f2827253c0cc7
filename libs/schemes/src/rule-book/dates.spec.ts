import { describe, expect, it } from '@jest/globals';
import { AsOf } from '@trajectboek/events';
import { isDayOfYear, isInForce, isInForceOn, isPeriod, readValidity, type Validity } from './dates.js';
import { Tree } from './tree.js';

describe('a rule is in force', () => {
  const days = ['2020-02-29', '2020-03-01', '2020-03-31', '2020-04-01'];
  it.each<[string, Validity, readonly boolean[]]>([
    ['between its dates, of which both count', { validFrom: '2020-03-01', validUntil: '2020-03-31' }, [false, true, true, false]],
    ['from its first date on', { validFrom: '2020-03-01', validUntil: null }, [false, true, true, true]],
    ['up to its last date', { validFrom: null, validUntil: '2020-03-31' }, [true, true, true, false]],
    ['always, without dates', { validFrom: null, validUntil: null }, [true, true, true, true]],
  ])('%s', (_, validity, expected) => {
    expect(days.map((day) => isInForceOn(validity, day))).toEqual(expected);
    expect(days.map((day) => isInForce(validity, new AsOf(day)))).toEqual(expected);
  });

  it('until a day that is noted', () => {
    const noted = (day: string): string | undefined => {
      const asOf = new AsOf(day);
      isInForce({ validFrom: '2020-03-01', validUntil: '2020-03-31' }, asOf);
      return asOf.nextChange;
    };
    expect(days.map(noted)).toEqual(['2020-03-01', '2020-04-01', '2020-04-01', undefined]);
  });

  it('by dates that exist: another one is a fault, and counts as not stated', () => {
    const faults: string[] = [];
    expect(readValidity(new Tree({ validFrom: '2020-02-30', validUntil: '2020-03-31' }, 'here', faults))).toEqual({ validFrom: null, validUntil: '2020-03-31' });
    expect(readValidity(new Tree({ from: '2020-03-01', until: null }, 'here', faults), 'from', 'until')).toEqual({ validFrom: '2020-03-01', validUntil: null });
    expect(faults).toEqual(['here.validFrom: is not an existing date']);
  });
});

describe('a text', () => {
  it.each<[unknown, boolean]>([
    ['P1D', true], ['P10D', true], ['P2W', true], ['P3M', true], ['P12M', true], ['P1Y', true], ['P10Y', true], ['P1Y2M3W4D', true], ['P0D', true],
    ['P', false], ['', false], ['P1', false], ['PD', false], ['P1D2M', false], ['PT3H', false], ['P1DT3H', false], ['-P1D', false], ['xP1D', false], ['P1Dx', false], ['P1.5D', false], [14, false], [null, false],
  ])('that is a period: %j is %s', (value, expected) => {
    expect(isPeriod(value)).toBe(expected);
  });

  it.each<[unknown, boolean]>([
    ['04-01', true], ['12-31', true], ['01-01', true], ['02-29', true], ['02-30', false], ['04-31', false], ['13-01', false], ['00-10', false], ['10-00', false], ['4-1', false], ['04-011', false], ['', false], [401, false], [null, false], [['04-01'], false],
  ])('that is a day of the year: %j is %s', (value, expected) => {
    expect(isDayOfYear(value)).toBe(expected);
  });
});
