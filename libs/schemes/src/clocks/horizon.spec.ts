import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '@trajectboek/events';
import { youthWith, type Told } from '../testing/youths.js';
import { clockHorizonOf } from './horizon.js';

const horizonOf = (facts: readonly Told[]): CivilDate => clockHorizonOf(youthWith(facts, '2020-06-01').history.chronicle);
const stay: Told = ['2020-03-02', 'InstitutionStayStarted', { category: 'clinic' }];
const opened: Told = ['2020-05-01', 'TrajectoryOpened', { reason: 'mbo', birthDate: '2004-02-29', municipality: 'GM0153' }];

describe('the day up to which clocks are worked out', () => {
  it('is the fortieth birthday, also when other facts came first', () => {
    expect([horizonOf([opened]), horizonOf([stay, opened])]).toEqual(['2044-02-29', '2044-02-29']);
  });

  it('lies 25 years after the first fact when the birth date is not known', () => {
    expect(horizonOf([stay, ['2020-04-01', 'InstitutionStayEnded', {}]])).toBe('2045-03-02');
  });

  it('lies seven years after the last fact of who is older', () => {
    expect(horizonOf([opened, ['2043-01-10', 'InstitutionStayEnded', {}]])).toBe('2050-01-10');
  });

  it('is there for a youth of whom nothing is known, and lies behind us', () => {
    expect(horizonOf([])).toBe('1925-01-01');
  });
});
