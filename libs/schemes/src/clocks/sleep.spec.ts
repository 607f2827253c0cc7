import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '@trajectboek/events';
import { clock, lost, statesOf, talk } from '../testing/small-book.js';
import type { Told } from '../testing/youths.js';

/** A clock for a youth in care, judged on the day that is asked. */
const sleeper = clock('c', { appliesAt: 'asOf', appliesTo: { when: { has: 'care' } }, cancelledBy: [{ event: 'PlacementStarted' }] });
const START = lost('2020-03-02');
const care = (on: string): Told => [on, 'InstitutionStayStarted', { category: 'clinic' }];
const out = (on: string): Told => [on, 'InstitutionStayEnded', {}];
const placed = (on: string): Told => [on, 'PlacementStarted', { placementId: 'p2', kind: 'contract', hoursPerWeek: 32, paid: true, enrolled: false }];
const over = (facts: readonly Told[], dates: readonly CivilDate[]): readonly string[] => dates.map((on) => statesOf([sleeper], facts, on).join(', '));

describe('a clock that is judged on the day that is asked', () => {
  it('sleeps on the days on which it does not apply, whatever applied at the start', () => {
    expect(over([START, care('2020-03-05'), out('2020-03-07')], ['2020-03-04', '2020-03-05', '2020-03-06', '2020-03-07'])).toEqual(['', 'running 2020-03-16', 'running 2020-03-16', '']);
  });

  it('sleeps while it is unknown whether it applies', () => {
    const known = clock('c', { appliesAt: 'asOf', appliesTo: { when: { eq: ['subject.basicQualification', false] } } });
    expect(statesOf([known], [START], '2020-03-05')).toEqual([]);
  });

  it('was missed when it applied on its last day, and stays so', () => {
    expect(over([START, care('2020-03-16'), out('2020-03-17')], ['2020-03-16', '2020-03-17', '2020-04-01'])).toEqual(['due 2020-03-16', 'overdue 2020-03-16', 'overdue 2020-03-16']);
  });

  it('was not missed when it did not apply on its last day, also when it applies later', () => {
    expect(over([START, care('2020-03-03'), out('2020-03-16'), care('2020-03-20')], ['2020-03-15', '2020-03-16', '2020-03-17', '2020-03-21'])).toEqual(['warned 2020-03-16', '', '', '']);
  });

  it.each<[string, readonly Told[], string]>([
    ['met while it applied', [care('2020-03-03'), START, talk('2020-03-05'), out('2020-03-09')], 'met-on-time 2020-03-16'],
    ['met on the day on which it stopped to apply', [care('2020-03-03'), START, out('2020-03-05'), talk('2020-03-05')], 'met-on-time 2020-03-16'],
    ['met on its last day', [care('2020-03-03'), START, talk('2020-03-16'), out('2020-03-20')], 'met-on-time 2020-03-16'],
    ['met on its last day, on which it stopped to apply', [care('2020-03-03'), START, out('2020-03-16'), talk('2020-03-16')], 'met-on-time 2020-03-16'],
    ['cancelled while it applied', [care('2020-03-03'), START, placed('2020-03-05'), out('2020-03-09')], 'cancelled 2020-03-16'],
    ['cancelled on the day on which it stopped to apply', [care('2020-03-03'), START, out('2020-03-05'), placed('2020-03-05')], 'cancelled 2020-03-16'],
  ])('that was %s stays so', (_, facts, expected) => {
    expect(over(facts, ['2020-03-16', '2020-03-25'])).toEqual([expected, expected]);
  });

  it('that was met before it applied is met as soon as it applies, and when it applied on its last day', () => {
    expect(over([START, talk('2020-03-04'), care('2020-03-06'), out('2020-03-10')], ['2020-03-05', '2020-03-06', '2020-03-10', '2020-03-20'])).toEqual(['', 'met-on-time 2020-03-16', '', '']);
    expect(over([START, talk('2020-03-04'), care('2020-03-16')], ['2020-03-15', '2020-03-16', '2020-03-20'])).toEqual(['', 'met-on-time 2020-03-16', 'met-on-time 2020-03-16']);
  });

  it('that was cancelled while it did not apply never shows, also when it applies later', () => {
    expect(over([START, placed('2020-03-04'), care('2020-03-06')], ['2020-03-05', '2020-03-06', '2020-03-16', '2020-03-20'])).toEqual(['', '', '', '']);
  });

  it('that was decided after its last day shows when it applied on that day', () => {
    expect(over([START, care('2020-03-10'), talk('2020-03-20'), out('2020-03-18')], ['2020-03-19', '2020-03-20', '2020-04-01'])).toEqual(['overdue 2020-03-16', 'met-late 2020-03-16', 'met-late 2020-03-16']);
    expect(over([START, care('2020-03-18'), talk('2020-03-20')], ['2020-03-19', '2020-03-20', '2020-04-01'])).toEqual(['', '', '']);
    expect(over([START, care('2020-03-10'), placed('2020-03-20')], ['2020-03-19', '2020-03-20'])).toEqual(['overdue 2020-03-16', 'overdue 2020-03-16']);
  });
});

describe('a clock that is judged at its start', () => {
  it('does not sleep when it stops to apply', () => {
    const plain = clock('c', { appliesTo: { when: { has: 'care' } } });
    expect(statesOf([plain], [care('2020-03-01'), START, out('2020-03-05')], '2020-03-06')).toEqual(['running 2020-03-16']);
    expect(statesOf([plain], [START, care('2020-03-05')], '2020-03-06')).toEqual([]);
  });
});
