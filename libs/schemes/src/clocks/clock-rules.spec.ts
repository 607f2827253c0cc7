import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '@trajectboek/events';
import { RULE_BOOK, youthWith, type Told } from '../testing/youths.js';
import { deadlinesAt } from './deadlines-at.js';
import type { Deadline } from './deadline.js';

const SCHOOL = 'urn:nld:oin:00000099000000000001';
const OTHER_SCHOOL = 'urn:nld:oin:00000099000000000005';
const ALL = { enabled: new Set(RULE_BOOK.clocks.map(({ code }) => code)) };

const opened = (on: CivilDate, birthDate: CivilDate, municipality = 'GM0153'): Told => [on, 'TrajectoryOpened', { reason: 'mbo', birthDate, municipality }];
const enrolled = (on: CivilDate, schoolType: string, institution = SCHOOL): Told => [on, 'EnrolmentStarted', { institution, schoolType }];
const left = (on: CivilDate, more: Readonly<Record<string, unknown>> = {}): Told => [on, 'EnrolmentEnded', { institution: SCHOOL, reason: 'other', destination: 'none', withBasicQualification: false, ...more }];

function clocksOf(scheme: string, facts: readonly Told[], asOf: CivilDate): readonly Deadline[] {
  return deadlinesAt(RULE_BOOK, youthWith(facts, asOf), ALL).filter((deadline) => deadline.scheme === scheme);
}

const states = (...question: Parameters<typeof clocksOf>): readonly string[] => clocksOf(...question).map(({ state, dueOn }) => `${state} ${dueOn}`);

describe('which clocks run', () => {
  const facts = [opened('2020-01-01', '2002-01-01'), enrolled('2020-01-01', 'pro')];
  it('is what always runs and what is switched on', () => {
    const schemesWith = (enabled: readonly string[]): readonly string[] => deadlinesAt(RULE_BOOK, youthWith(facts, '2020-02-01'), { enabled: new Set(enabled) }).map(({ scheme }) => scheme);
    expect(schemesWith([])).not.toContain('inventory-quarterly');
    expect(new Set(schemesWith(['inventory-quarterly']))).toEqual(new Set([...schemesWith([]), 'inventory-quarterly']));
    expect(schemesWith([])).not.toContain('retention-attendance-19');
  });

  it('does not depend on the place of the source for a clock that an organisation switched on', () => {
    const [clock] = clocksOf('transition-2', [opened('2020-01-01', '2002-01-01', 'GM0014'), ['2020-02-03', 'MeetingHeld', { kind: 'transition-1', participants: [SCHOOL], youthPresent: true }]], '2020-03-01');
    expect(clock).toMatchObject({ state: 'running', owner: { party: 'work-and-income', municipality: 'GM0014', organisation: null } });
  });
});

describe('dates', () => {
  it('keep the day of the month, or take the last day when it does not exist', () => {
    const started = (on: CivilDate): readonly string[] => states('bsa-entree', [opened('2019-01-01', '2002-01-01'), enrolled(on, 'entree')], on);
    expect(started('2019-10-31')).toEqual(['running 2020-02-29']);
    expect(started('2020-10-31')).toEqual(['running 2021-02-28']);
  });

  it('count the periods of a recurring clock from its start, so that a short month does not shorten the next', () => {
    const facts = [opened('2020-01-31', '2002-01-01'), left('2020-01-31')];
    expect(clocksOf('monthly-match', facts, '2020-05-01').map(({ startedOn, dueOn, state, period }) => [period, startedOn, dueOn, state])).toEqual([
      [1, '2020-01-31', '2020-02-29', 'overdue'], [2, '2020-03-01', '2020-03-31', 'overdue'], [3, '2020-04-01', '2020-04-30', 'overdue'], [4, '2020-05-01', '2020-05-31', 'running'],
    ]);
  });

  it('before the start mean due at once', () => {
    expect(states('outflow-meeting-final-year', [opened('2019-01-01', '2002-01-01'), enrolled('2019-01-01', 'pro'), ['2020-03-02', 'ExitProfileSet', { profile: 'labour' }]], '2020-03-02')).toEqual(['due 2020-03-02']);
  });

  it('of a birthday on 29 February fall on 28 February', () => {
    expect(states('age-18', [opened('2020-01-01', '2004-02-29')], '2020-01-01')).toEqual(['running 2022-02-28']);
  });

  it('come from the field, or else from the setting', () => {
    expect(states('support-declined-recheck', [['2020-01-10', 'SupportDeclined', { recheckOn: '2020-03-01' }]], '2020-01-10')).toEqual(['running 2020-03-01']);
    expect(states('support-declined-recheck', [['2020-01-10', 'SupportDeclined']], '2020-01-10')).toEqual(['running 2020-07-10']);
  });

  it('decide which version of a duty runs, by the start or by the birthday', () => {
    expect([clocksOf('bsa-entree-2014', [enrolled('2018-07-31', 'entree')], '2018-08-01'), clocksOf('bsa-entree', [enrolled('2018-07-31', 'entree')], '2018-08-01')].map(({ length }) => length)).toEqual([1, 0]);
    expect([clocksOf('age-23', [opened('2020-01-01', '2003-01-01')], '2020-01-01'), clocksOf('age-23', [opened('2020-01-01', '2002-12-31')], '2020-01-01')].map(({ length }) => length)).toEqual([0, 1]);
  });
});

describe('how sure a clock is', () => {
  it('is told of the duty and of the date apart: a date from a setting is as sure as that setting', () => {
    const granted: Told = ['2020-03-02', 'IndicationDecided', { kind: 'sheltered-work', outcome: 'granted' }];
    expect(clocksOf('sheltered-work-offer', [granted], '2020-03-03')).toMatchObject([{ confidence: 'stated', dateConfidence: 'unverified' }]);
    expect(clocksOf('bsa-entree', [enrolled('2020-02-01', 'entree')], '2020-03-03')).toMatchObject([{ confidence: 'stated', dateConfidence: 'stated' }]);
  });
});

describe('an act', () => {
  const signal: Told = ['2020-03-02', 'DropoutRiskSignalled', { signal: 'absence', urgency: 'early' }];
  const talk = (on: CivilDate): Told => [on, 'ContactMade', { purpose: 'guidance', situation: 'school', supportNeeded: false }];

  it('before the start does not count', () => {
    expect(states('dropout-signal-follow-up', [talk('2020-03-01'), signal], '2020-03-02')).toEqual(['running 2020-03-16']);
  });

  it('on the day of the start counts as after it, in whatever order they were recorded', () => {
    expect(states('dropout-signal-follow-up', [talk('2020-03-02'), signal], '2020-03-02')).toEqual(['met-on-time 2020-03-16']);
  });

  it('that is not certain to be the one does not count', () => {
    expect(states('release-contact', [['2020-03-02', 'InstitutionStayEnded', {}]], '2020-03-02')).toEqual([]);
    expect(states('release-contact', [['2020-03-02', 'InstitutionStayEnded', { followUpPlaceArranged: false }]], '2020-03-02')).toEqual(['running 2020-03-16']);
  });

  it('before the earliest moment does not count', () => {
    const search: Told = ['2020-03-02', 'SearchPeriodStarted', { endsOn: '2020-03-30', supportFromDayOne: true }];
    expect(states('search-period-application', [search, talk('2020-03-22')], '2020-03-31')).toEqual(['overdue 2020-03-30']);
    expect(states('search-period-application', [search, talk('2020-03-23')], '2020-03-31')).toEqual(['met-on-time 2020-03-30']);
  });

  it('that came too early is shown, until the date has passed or a valid one comes', () => {
    const advice = (on: CivilDate): Told => [on, 'StudyAdviceIssued', { institution: SCHOOL, advice: 'positive', enrolmentStartedOn: '2020-09-01', supportOffered: true }];
    const facts = [enrolled('2020-09-01', 'entree'), advice('2020-11-30')];
    expect(['2020-11-29', '2020-11-30', '2021-01-01', '2021-01-02'].map((asOf) => states('bsa-entree', facts, asOf)[0])).toEqual(['running 2021-01-01', 'too-early 2021-01-01', 'too-early 2021-01-01', 'overdue 2021-01-01']);
    expect(clocksOf('bsa-entree', [...facts, advice('2020-12-01')], '2020-12-01')).toMatchObject([{ state: 'met-on-time', tooEarly: { id: 'StudyAdviceIssued 2020-11-30 1' }, stoppedBy: { id: 'StudyAdviceIssued 2020-12-01 2' } }]);
  });

  it('of another institution does not count', () => {
    const advice: Told = ['2020-12-10', 'StudyAdviceIssued', { institution: OTHER_SCHOOL, advice: 'positive', enrolmentStartedOn: '2020-09-01', supportOffered: true }];
    expect(states('bsa-entree', [enrolled('2020-09-01', 'entree'), advice], '2021-01-02')).toEqual(['overdue 2021-01-01']);
  });

  it('counts for the period of a recurring clock that it falls in, the last day included', () => {
    const talks: readonly Told[] = [['2020-09-01', 'MeetingHeld', { kind: 'pupil-review', participants: [SCHOOL], youthPresent: true }], ['2021-09-02', 'MeetingHeld', { kind: 'pupil-review', participants: [SCHOOL], youthPresent: true }]];
    expect(states('development-perspective-yearly', [enrolled('2019-09-01', 'pro'), ...talks], '2022-01-01')).toEqual(['met-on-time 2020-09-01', 'overdue 2021-09-01', 'met-on-time 2022-09-01']);
  });
});

describe('a clock that looks back', () => {
  const exit = (on: CivilDate): Told => left(on, { destination: 'none' });
  const interview = (on: CivilDate): Told => [on, 'MeetingHeld', { kind: 'exit-interview', participants: [SCHOOL], youthPresent: true }];

  it('is met by what happened before, as far back as it looks', () => {
    expect(states('exit-interview', [interview('2019-09-02'), exit('2020-03-02')], '2020-03-02')).toEqual(['met-on-time 2020-03-02']);
    expect(states('exit-interview', [interview('2019-09-01'), exit('2020-03-02')], '2020-03-02')).toEqual(['due 2020-03-02']);
  });

  it('stays overdue whatever comes after', () => {
    expect(states('exit-interview', [exit('2020-03-02'), interview('2020-03-03')], '2020-04-01')).toEqual(['overdue 2020-03-02']);
  });

  it('is met by a later event that states something earlier', () => {
    const dropout: Told = ['2020-03-20', 'DroppedOut', { institution: SCHOOL, lastSchoolDay: '2020-03-01', withBasicQualification: false, exitInterviewHeld: true }];
    expect(['2020-03-19', '2020-03-20'].map((asOf) => states('exit-interview', [exit('2020-03-02'), dropout], asOf)[0])).toEqual(['overdue 2020-03-02', 'met-on-time 2020-03-02']);
  });

  it('may be met by the very event that starts it', () => {
    const advice = (more: object): Told => ['2020-03-02', 'StudyAdviceIssued', { institution: SCHOOL, advice: 'negative-leave', enrolmentStartedOn: '2019-09-01', supportOffered: true, ...more }];
    expect(states('bsa-warning-first', [advice({ writtenWarningOn: '2020-01-10' })], '2020-03-03')).toEqual(['met-on-time 2020-03-02']);
    expect(states('bsa-warning-first', [advice({})], '2020-03-03')).toEqual(['overdue 2020-03-02']);
  });
});

describe('a cancellation', () => {
  it('after the due date leaves the clock overdue, and nothing makes it met any more', () => {
    const facts: readonly Told[] = [['2020-03-02', 'ReferralMade', { to: SCHOOL, domain: 'work' }], ['2020-05-01', 'TrajectoryClosed', { reason: 'age-limit' }], ['2020-05-04', 'SupportStarted', { instrument: 'jobcoach' }]];
    expect(clocksOf('referral-start', facts, '2020-06-01')).toMatchObject([{ state: 'overdue', dueOn: '2020-04-13', missed: true, stoppedOn: '2020-05-01' }]);
  });

  it('by closing the trajectory spares the clocks on privacy', () => {
    const facts: readonly Told[] = [['2020-03-02', 'AccessRequested', { requestId: 'r1', by: 'subject' }], ['2020-03-02', 'ReferralMade', { to: SCHOOL, domain: 'work' }], ['2020-03-05', 'TrajectoryClosed', { reason: 'age-limit' }]];
    expect([states('access-request', facts, '2020-03-06'), states('referral-start', facts, '2020-03-06')]).toEqual([['running 2020-04-02'], ['cancelled 2020-04-13']]);
  });

  it('ends a recurring clock: what was missed stays missed, and no period begins any more', () => {
    expect(states('development-perspective-yearly', [enrolled('2019-09-01', 'pro'), left('2020-12-01')], '2023-01-01')).toEqual(['overdue 2020-09-01', 'cancelled 2021-09-01']);
  });

  it('does not touch a window that had ended', () => {
    const facts = [enrolled('2016-09-01', 'vso'), left('2017-07-01'), ['2019-08-01', 'AftercareEnded', { scheme: 'aftercare-vso-advice', reason: 'term' }]] satisfies readonly Told[];
    expect(states('aftercare-vso-advice', facts, '2020-01-01')).toEqual(['ended 2019-07-01']);
  });
});
