import { describe, expect, test } from '@jest/globals';
import type { EventDataOf } from '@trajectboek/events';
import { contact, enrolled, fact, left, measure, MUNICIPALITY, opened, OTHER_SCHOOL, SCHOOL, youth, type Fact } from '../testing/given.js';

const WINDOW = ['2020-01-01', '2020-12-31', '2021-12-31'] as const;
const signal = (at: string): Fact => fact('DropoutRiskSignalled', at, { signal: 'absence', urgency: 'serious' });
const droppedOut = (at: string, exitInterviewHeld = false): Fact =>
  fact('DroppedOut', at, { institution: SCHOOL, lastSchoolDay: at, withBasicQualification: false, exitInterviewHeld });
const entree = (at: string): Fact => fact('EnrolmentStarted', at, { institution: SCHOOL, schoolType: 'entree' });
const advice = (at: string, data: Partial<EventDataOf<'StudyAdviceIssued'>> = {}): Fact =>
  fact('StudyAdviceIssued', at, { institution: SCHOOL, advice: 'positive', enrolmentStartedOn: '2020-09-01', supportOffered: true, ...data });
const meeting = (at: string, kind: EventDataOf<'MeetingHeld'>['kind']): Fact =>
  fact('MeetingHeld', at, { kind, participants: [SCHOOL], youthPresent: true });
const decided = (at: string, decision: EventDataOf<'AdmissionDecided'>['decision'], data: Partial<EventDataOf<'AdmissionDecided'>> = {}): Fact =>
  fact('AdmissionDecided', at, { institution: SCHOOL, decision, ground: 'capacity', ...data });

describe('signal lead time (C12)', () => {
  test('counts from the first signal, of the same day too', () => {
    const result = measure('C12', WINDOW, youth(signal('2020-03-01'), signal('2020-04-01'), droppedOut('2020-05-01')), youth(signal('2020-06-01'), droppedOut('2020-06-01')), youth(droppedOut('2020-06-01')));
    expect(result).toMatchObject({ n: 2, min: 0, max: 61, withoutSignal: { numerator: 1, denominator: 3 } });
  });

  test('judges a signal when twelve months have passed or the youth dropped out', () => {
    const judged = (asOf: string) => measure('C12', ['2020-01-01', '2020-12-31', asOf], youth(signal('2020-03-01')), youth(signal('2020-03-01'), droppedOut('2020-12-01')));
    expect(judged('2021-03-01')).toMatchObject({ signalsWithoutDropout: { numerator: 0, denominator: 1 } });
    expect(judged('2021-03-02')).toMatchObject({ signalsWithoutDropout: { numerator: 1, denominator: 2 } });
  });
});

describe('a signal and the dropout after it (C12)', () => {
  test.each([['2021-03-01', 0], ['2021-03-02', 1], ['2020-02-29', 1], ['2020-03-01', 0]])('belong together within twelve months: %s', (at, numerator) => {
    expect(measure('C12', ['2020-03-01', '2020-12-31', '2022-12-31'], youth(signal('2020-03-01'), droppedOut(at)))).toMatchObject({ signalsWithoutDropout: { numerator, denominator: 1, censored: 0 } });
  });
});

describe('study advice on time (C13)', () => {
  test.each([['2021-01-01', 1], ['2021-01-02', 0], ['2020-09-01', 1], ['2020-08-31', 0]])('takes an advice within four months of the start: %s', (at, numerator) => {
    expect(measure('C13', WINDOW, youth(entree('2020-09-01'), advice(at)), youth(entree('2020-09-01')))).toMatchObject({ numerator, denominator: 2 });
  });

  test('leaves out an enrolment whose term still runs', () => {
    expect(measure('C13', ['2020-01-01', '2020-12-31', '2021-01-01'], youth(entree('2020-09-01')))).toMatchObject({ denominator: 0, value: null, result: 'insufficient-data' });
    expect(measure('C13', ['2020-01-01', '2020-12-31', '2021-01-02'], youth(entree('2020-09-01')))).toMatchObject({ numerator: 0, denominator: 1 });
  });

  test('wants the advice of the same school, and looks at entree only', () => {
    expect(measure('C13', WINDOW, youth(entree('2020-09-01'), advice('2020-12-01', { institution: OTHER_SCHOOL })), youth(enrolled('2020-09-01')))).toMatchObject({ numerator: 0, denominator: 1 });
  });

  test('shows negative advices without a written warning or support', () => {
    const bare = youth(entree('2020-09-01'), advice('2020-12-01', { advice: 'negative-leave' }));
    const warned = youth(entree('2020-09-01'), advice('2020-12-01', { advice: 'negative-leave', writtenWarningOn: '2020-11-01', supportOffered: false }));
    const careful = youth(entree('2020-09-01'), advice('2020-12-01', { advice: 'negative-switch', writtenWarningOn: '2020-11-01' }));
    expect(measure('C13', WINDOW, bare, warned, careful, youth(entree('2020-09-01'), advice('2020-12-01')))).toMatchObject({ negativeWithoutWarningOrSupport: { numerator: 2, denominator: 3 } });
  });
});

describe('exit interview (C14)', () => {
  const leaver = (...facts: readonly Fact[]) => youth(fact('EnrolmentStarted', '2018-09-01', { institution: SCHOOL, schoolType: 'pro' }), left('2020-07-10', 'labour'), ...facts);

  test('takes a meeting in the half year before, or a dropout notice that says so', () => {
    expect(measure('C14', WINDOW, leaver(meeting('2020-07-10', 'exit-interview')), leaver(droppedOut('2020-07-15', true)), leaver(meeting('2020-07-11', 'exit-interview'))))
      .toMatchObject({ exitInterview: { numerator: 2, denominator: 3 } });
  });

  test('wants the outflow meeting half a year ahead, for vso and pro only', () => {
    const mbo = youth(enrolled('2018-09-01'), left('2020-07-10', 'labour'));
    expect(measure('C14', WINDOW, leaver(meeting('2020-01-10', 'outflow-meeting')), leaver(meeting('2020-01-11', 'outflow-meeting')), mbo))
      .toMatchObject({ outflowMeeting: { numerator: 1, denominator: 2 }, exitInterview: { denominator: 3 } });
  });

  test('looks back two years from the exit for the outflow meeting', () => {
    const gone = (at: string) => youth(fact('EnrolmentStarted', '2016-09-01', { institution: SCHOOL, schoolType: 'pro' }), meeting(at, 'outflow-meeting'), left('2020-08-31', 'labour'));
    expect(measure('C14', WINDOW, gone('2018-08-31'), gone('2018-08-30'))).toMatchObject({ outflowMeeting: { numerator: 1, denominator: 2 } });
  });
});

describe('refusal follow-up (C16)', () => {
  const refused = decided('2020-05-01', 'refused');
  const applied = (at: string): Fact => fact('ApplicationSubmitted', at, { institution: OTHER_SCHOOL, submittedOn: at });

  test.each([
    ['an application on day 28', [refused, applied('2020-05-29')], 1],
    ['an application on day 29', [refused, applied('2020-05-30')], 0],
    ['an alternative offered', [refused, decided('2020-05-05', 'alternative-offered')], 1],
    ['an admission elsewhere', [refused, decided('2020-05-05', 'admitted')], 1],
    ['a wait for an intake', [refused, decided('2020-05-05', 'waiting-for-intake-moment')], 0],
    ['an enrolment', [refused, enrolled('2020-05-29', OTHER_SCHOOL)], 1],
    ['an alternative in the refusal itself', [decided('2020-05-01', 'refused', { alternative: 'entree' })], 1],
    ['contact', [refused, contact('2020-05-02')], 1],
    ['contact on the same day, before it', [contact('2020-05-01'), refused], 0],
    ['a register that was asked', [refused, fact('RegisterMatched', '2020-05-02', { register: 'bron', runOn: '2020-05-02', result: 'found', facts: [], legalBasis: 'web' })], 0],
  ])('judges %s', (_, facts: readonly Fact[], numerator) => {
    expect(measure('C16', WINDOW, youth(...facts), youth(refused))).toMatchObject({ numerator, denominator: 2 });
  });

  test('leaves out a refusal whose term still runs', () => {
    expect(measure('C16', ['2020-01-01', '2020-12-31', '2020-05-29'], youth(refused))).toMatchObject({ denominator: 0 });
    expect(measure('C16', ['2020-01-01', '2020-12-31', '2020-05-30'], youth(refused))).toMatchObject({ denominator: 1 });
  });
});

describe('internship (C17)', () => {
  const ended = (at: string, reason: EventDataOf<'InternshipEnded'>['reason']): Fact => fact('InternshipEnded', at, { reason });
  const search = (at: string): Fact => fact('InternshipSearchStarted', at, {});
  const found = (at: string): Fact => fact('InternshipSearchEnded', at, { found: true, ground: 'none' });

  test('gives conversion and sending away of the internships that ended', () => {
    expect(measure('C17', WINDOW, youth(ended('2020-02-01', 'converted-to-contract'), ended('2020-05-01', 'sent-away')), youth(ended('2020-03-01', 'completed'), ended('2021-01-01', 'sent-away'))))
      .toMatchObject({ converted: { numerator: 1, denominator: 3 }, sentAway: { numerator: 1, denominator: 3 } });
  });

  test('counts the days of a search by its start', () => {
    expect(measure('C17', WINDOW, youth(search('2020-12-30'), found('2021-01-09')), youth(search('2020-06-01')), youth(search('2019-12-31'), found('2020-02-01'))))
      .toMatchObject({ daysSearching: { n: 1, censored: 1, median: 10 } });
  });

  test('ends a search with the internship that was found, whether or not the end of the search was told', () => {
    const started = (at: string): Fact => fact('InternshipStarted', at, { kind: 'bpv', employer: MUNICIPALITY, hoursPerWeek: 24, plannedEnd: '2021-06-30' });
    expect(measure('C17', WINDOW, youth(search('2020-04-03'), started('2020-04-22')), youth(search('2020-04-03'), found('2020-04-08'), started('2020-04-22')), youth(started('2020-04-02'), search('2020-04-03'))))
      .toMatchObject({ daysSearching: { n: 2, censored: 1, min: 5, max: 19 } });
  });
});

describe('one year later (C19)', () => {
  const dropped = [opened('2019-01-01'), enrolled('2019-01-01'), left('2020-02-01'), droppedOut('2020-02-01')];
  const confirmed = (at: string, by: EventDataOf<'StatusConfirmed'>['by'] = 'register'): Fact => fact('StatusConfirmed', at, { situation: 'work', by, horizon: '1-year' });

  test('says where each youth is 365 days after the dropout', () => {
    const result = measure('C19', WINDOW, youth(...dropped, enrolled('2020-09-01')), youth(...dropped, contact('2020-12-01')), youth(...dropped),
      youth(...dropped, fact('TrackStarted', '2020-05-01', { programme: 'route', provider: MUNICIPALITY, goal: 'work' })));
    expect(result).toMatchObject({ n: 4, byStatus: { education: 1, work: 0, benefit: 0, other: 2, unknown: 1 } });
  });

  test.each([
    ['school', 'education'], ['school-and-work', 'education'], ['work', 'work'], ['benefit', 'benefit'], ['unknown', 'unknown'],
    ['track', 'other'], ['care', 'other'], ['caring-for-family', 'other'], ['institution', 'other'], ['looking', 'other'], ['nothing', 'other'],
  ] as const)('takes %s in a confirmation for %s', (situation, status) => {
    const stated = fact('StatusConfirmed', '2021-02-01', { situation, by: 'register', horizon: '1-year' });
    const byStatus = { education: 0, work: 0, benefit: 0, other: 0, unknown: 0 };
    expect(measure('C19', WINDOW, youth(...dropped, stated))).toMatchObject({ n: 1, byStatus: { ...byStatus, [status]: 1 } });
  });

  test('takes no confirmation for another moment, and the newest of several', () => {
    const early = fact('StatusConfirmed', '2021-02-01', { situation: 'work', by: 'register', horizon: '3-months' });
    const newer = fact('StatusConfirmed', '2021-03-01', { situation: 'school', by: 'register', horizon: '1-year' });
    expect(measure('C19', WINDOW, youth(...dropped, early), youth(...dropped, confirmed('2021-02-01'), newer))).toMatchObject({ byStatus: { unknown: 1, work: 0, education: 1 } });
  });

  test('takes a confirmation up to fifteen months after the dropout when nothing is open', () => {
    expect(measure('C19', WINDOW, youth(...dropped, confirmed('2021-05-01')), youth(...dropped, confirmed('2021-05-02')), youth(...dropped, confirmed('2020-02-01'))))
      .toMatchObject({ byStatus: { work: 1, unknown: 2 } });
  });

  test('waits until 365 days have passed', () => {
    expect(measure('C19', ['2020-01-01', '2020-12-31', '2021-01-30'], youth(...dropped))).toMatchObject({ result: 'insufficient-data' });
    expect(measure('C19', ['2020-01-01', '2020-12-31', '2021-01-31'], youth(...dropped))).toMatchObject({ n: 1 });
  });
});
