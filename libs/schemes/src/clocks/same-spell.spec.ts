import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '@trajectboek/events';
import { clock, statesOf } from '../testing/small-book.js';
import { RULE_BOOK, youthWith, type Told } from '../testing/youths.js';
import { deadlinesAt } from './deadlines-at.js';

const [SCHOOL, OTHER_SCHOOL] = ['urn:nld:oin:00000099000000000001', 'urn:nld:oin:00000099000000000005'];
const opened: Told = ['2020-01-01', 'TrajectoryOpened', { reason: 'mbo', birthDate: '2002-01-01', municipality: 'GM0153' }];
const enrolled = (on: CivilDate, schoolType: string, institution = SCHOOL): Told => [on, 'EnrolmentStarted', { institution, schoolType }];
const left = (on: CivilDate, institution = SCHOOL): Told => [on, 'EnrolmentEnded', { institution, reason: 'other', destination: 'none', withBasicQualification: false }];

function states(scheme: string, facts: readonly Told[], asOf: CivilDate): readonly string[] {
  const deadlines = deadlinesAt(RULE_BOOK, youthWith([opened, ...facts], asOf), { enabled: new Set<string>() });
  return deadlines.filter((deadline) => deadline.scheme === scheme).map(({ state, dueOn }) => `${state} ${dueOn}`);
}

describe('the end of an older spell on the day on which the next one begins', () => {
  const first = enrolled('2020-08-24', 'mbo-2');
  it('does not stop the clock of the next one', () => {
    expect(states('bsa-entree', [first, left('2021-02-01'), enrolled('2021-02-01', 'entree')], '2021-02-02')).toEqual(['running 2021-06-01']);
    expect(states('bsa-entree', [first, enrolled('2021-02-01', 'entree'), left('2021-02-01')], '2021-02-02')).toEqual(['running 2021-06-01']);
  });

  it('stops it when there is no older one, or when the older one had ended', () => {
    expect(states('bsa-entree', [enrolled('2021-02-01', 'entree'), left('2021-02-01')], '2021-02-02')).toEqual(['cancelled 2021-06-01']);
    expect(states('bsa-entree', [first, left('2020-12-01'), enrolled('2021-02-01', 'entree'), left('2021-02-01')], '2021-02-02')).toEqual(['cancelled 2021-06-01']);
    expect(states('bsa-entree', [enrolled('2020-08-24', 'mbo-2', OTHER_SCHOOL), enrolled('2021-02-01', 'entree'), left('2021-02-01')], '2021-02-02')).toEqual(['cancelled 2021-06-01']);
  });
});

describe('what belongs to the older spell', () => {
  it('is its end, also when something else was told of it in between', () => {
    const applied: Told = ['2020-12-01', 'ApplicationSubmitted', { institution: SCHOOL, submittedOn: '2020-12-01' }];
    expect(states('bsa-entree', [enrolled('2020-08-24', 'mbo-2'), applied, left('2021-02-01'), enrolled('2021-02-01', 'entree')], '2021-02-02')).toEqual(['running 2021-06-01']);
  });

  it('is its end, also when it began itself on the day on which a still older one ended', () => {
    const three = [enrolled('2020-08-24', 'mbo-2'), left('2020-11-02'), enrolled('2020-11-02', 'mbo-2'), left('2021-02-01'), enrolled('2021-02-01', 'entree')];
    expect(states('bsa-entree', three, '2021-02-02')).toEqual(['running 2021-06-01']);
  });

  const placed = (on: string): Told => [on, 'PlacementStarted', { placementId: 'p1', kind: 'contract', hoursPerWeek: 32, paid: true, enrolled: false }];
  const changed = (on: string): Told => [on, 'PlacementChanged', { placementId: 'p1', change: 'more-hours' }];
  const ended = (on: string): Told => [on, 'PlacementEnded', { placementId: 'p1', reason: 'completed' }];

  it('is not its end when the clock did not start with a new spell', () => {
    const afterChange = clock('c', { startsOn: { event: 'PlacementChanged' }, cancelledBy: [{ event: 'PlacementEnded' }] });
    expect(statesOf([afterChange], [placed('2020-01-01'), changed('2020-03-02'), ended('2020-03-02')], '2020-03-03')).toEqual(['cancelled 2020-03-16']);
  });

  it('is not what ends nothing', () => {
    const afterStart = clock('c', { startsOn: { event: 'PlacementStarted', when: { eq: ['data.occurredAt', '2020-03-02'] } }, satisfiedBy: [{ event: 'PlacementChanged' }] });
    expect(statesOf([afterStart], [placed('2020-01-01'), placed('2020-03-02'), changed('2020-03-02')], '2020-03-03')).toEqual(['met-on-time 2020-03-16']);
  });

  it('is told by all of its fields: another guide in the same role is another spell', () => {
    const assigned = (on: string, person: string): Told => [on, 'GuideAssigned', { role: 'rmc-guide', person }];
    const gone = (on: string, person: string): Told => [on, 'GuideEnded', { role: 'rmc-guide', person, reason: 'other-guide' }];
    const guide = clock('c', { startsOn: { event: 'GuideAssigned', when: { eq: ['data.person', 'new'] } }, cancelledBy: [{ event: 'GuideEnded' }] });
    expect(statesOf([guide], [assigned('2020-01-01', 'old'), gone('2020-03-02', 'old'), assigned('2020-03-02', 'new')], '2020-03-03')).toEqual(['cancelled 2020-03-16']);
    expect(statesOf([guide], [assigned('2020-01-01', 'new'), gone('2020-03-02', 'new'), assigned('2020-03-02', 'new')], '2020-03-03')).toEqual(['overdue 2020-01-15', 'running 2020-03-16']);
  });
});

describe('the beginning of what the start ended or answered', () => {
  it('does not count for the clock: a short enrolment does not cancel the report of its own end', () => {
    expect(states('vsv-report', [enrolled('2021-02-01', 'mbo-2'), left('2021-02-20')], '2021-02-21')).toEqual(['running 2021-02-25']);
    expect(states('vsv-report', [enrolled('2020-08-24', 'mbo-2', OTHER_SCHOOL), enrolled('2021-02-01', 'mbo-2'), left('2021-02-20', OTHER_SCHOOL)], '2021-02-21')).toEqual(['cancelled 2021-02-25']);
  });

  it('nor does the application that was refused on its own day', () => {
    const applied = (on: CivilDate, institution = SCHOOL): Told => [on, 'ApplicationSubmitted', { institution, submittedOn: on }];
    const refused: Told = ['2021-03-01', 'AdmissionDecided', { institution: SCHOOL, decision: 'refused', ground: 'capacity' }];
    expect(states('refusal-alternative', [applied('2021-03-01'), refused], '2021-03-02')).toEqual(['running 2021-03-29']);
    expect(states('refusal-alternative', [applied('2021-02-01'), refused, applied('2021-03-01')], '2021-03-02')).toEqual(['met-on-time 2021-03-29']);
    expect(states('refusal-alternative', [refused, applied('2021-03-01', OTHER_SCHOOL)], '2021-03-02')).toEqual(['met-on-time 2021-03-29']);
  });

  it('nor the request that was answered on its own day, nor the offer that was returned', () => {
    const requested: Told = ['2021-03-01', 'ConsentRequested', { consentId: 'c1', from: 'youth', parties: [SCHOOL], dataCategories: ['education'], purpose: 'guidance' }];
    const given: Told = ['2021-03-01', 'ConsentGiven', { consentId: 'c1', validUntil: '2022-03-01' }];
    expect(states('consent-expiry', [requested, given], '2021-03-02')).toEqual(['running 2022-03-01']);
    expect(states('consent-answer', [requested, given], '2021-03-02')).toEqual(['met-on-time 2021-03-29']);
    const offered = (handoverId: string): Told => ['2021-03-01', 'HandoverOffered', { handoverId, to: SCHOOL, receiverRole: 'mbo', warm: true, answerBy: '2021-03-10' }];
    const returned: Told = ['2021-03-01', 'HandoverReturned', { handoverId: 'h1', ground: 'not-ready' }];
    expect(states('handover-returned-next', [offered('h1'), returned], '2021-03-02')).toEqual(['running 2021-03-15']);
    expect(states('handover-returned-next', [offered('h1'), offered('h2'), returned], '2021-03-02')).toEqual(['met-on-time 2021-03-15']);
  });
});
