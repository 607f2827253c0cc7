import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '@trajectboek/events';
import { DOCUMENT, RULE_BOOK, youthWith, type Told } from '../testing/youths.js';
import { parseRuleBook } from '../rule-book/parse-rule-book.js';
import { deadlinesAt } from './deadlines-at.js';
import type { Deadline } from './deadline.js';

const SCHOOL = 'urn:nld:oin:00000099000000000001';
const ALL = { enabled: new Set(RULE_BOOK.clocks.map(({ code }) => code)) };
const opened = (on: CivilDate, birthDate: CivilDate, municipality = 'GM0153'): Told => [on, 'TrajectoryOpened', { reason: 'mbo', birthDate, municipality }];
const enrolled = (on: CivilDate, schoolType: string): Told => [on, 'EnrolmentStarted', { institution: SCHOOL, schoolType }];
const left = (on: CivilDate, more: Readonly<Record<string, unknown>> = {}): Told => [on, 'EnrolmentEnded', { institution: SCHOOL, reason: 'completed', destination: 'none', withBasicQualification: false, ...more }];
const reported = (on: CivilDate): Told => [on, 'BenefitReported', { municipality: 'GM0153', urgentNeed: false }];

function clocksOf(scheme: string, facts: readonly Told[], moment: CivilDate | { readonly asOf: CivilDate; readonly knownAt: string }): readonly Deadline[] {
  const { asOf, knownAt } = typeof moment === 'string' ? { asOf: moment, knownAt: undefined } : moment;
  return deadlinesAt(RULE_BOOK, youthWith(facts, asOf, knownAt), ALL).filter((deadline) => deadline.scheme === scheme);
}
const states = (...question: Parameters<typeof clocksOf>): readonly string[] => clocksOf(...question).map(({ state, dueOn }) => `${state} ${dueOn}`);

describe('a new start', () => {
  const contract = (on: CivilDate, contractUntil: CivilDate, placementId = 'p1'): Told => [on, 'PlacementStarted', { placementId, kind: 'contract', hoursPerWeek: 32, paid: true, enrolled: false, contractUntil }];
  const changed = (on: CivilDate, change: string, contractUntil: CivilDate): Told => [on, 'PlacementChanged', { placementId: 'p1', change, contractUntil }];

  it('opens a clock of its own', () => {
    const refused = (on: CivilDate): Told => [on, 'AdmissionDecided', { institution: SCHOOL, decision: 'refused', ground: 'capacity' }];
    expect(states('refusal-alternative', [refused('2020-03-02'), refused('2020-04-01')], '2020-04-02')).toEqual(['overdue 2020-03-30', 'running 2020-04-29']);
  });

  it('replaces the open one of the same placement, and leaves that of another alone', () => {
    const facts = [contract('2020-01-01', '2020-06-30'), contract('2020-01-01', '2020-07-31', 'p2'), changed('2020-02-01', 'more-hours', '2020-12-31')];
    expect(states('contract-end', facts, '2020-01-31')).toEqual(['running 2020-06-30', 'running 2020-07-31']);
    expect(states('contract-end', facts, '2020-02-01')).toEqual(['running 2020-07-31', 'running 2020-12-31']);
  });

  it('does not take away what was met before', () => {
    expect(states('contract-end', [contract('2020-01-01', '2020-06-30'), changed('2020-06-01', 'extended', '2020-12-31')], '2020-06-02')).toEqual(['met-on-time 2020-06-30', 'running 2020-12-31']);
  });

  it('opens nothing for a clock that runs once, unless the trajectory was closed before', () => {
    const again = [opened('2020-01-01', '2003-01-01'), opened('2020-05-01', '2003-01-01')];
    expect(states('age-18', again, '2020-06-01')).toEqual(['running 2021-01-01']);
    expect(states('age-18', [opened('2020-01-01', '2003-01-01'), ['2020-03-01', 'TrajectoryClosed', { reason: 'moved-abroad' }], opened('2020-05-01', '2003-01-01')], '2020-06-01')).toEqual(['cancelled 2021-01-01', 'running 2021-01-01']);
  });
});

describe('a waiver', () => {
  const youth = [opened('2025-01-01', '2006-01-01'), enrolled('2025-01-01', 'vso')];

  it('stops the clock at its start, with its code', () => {
    expect(clocksOf('search-period', [...youth, left('2026-02-01'), reported('2026-03-02')], '2026-03-02')).toMatchObject([{ state: 'cancelled', waiver: 'waiver-vso-pro-2026', stoppedBy: { id: 'BenefitReported 2026-03-02 3' } }]);
  });

  it('does not hold outside its dates, nor for another youth', () => {
    expect(states('search-period', [opened('2024-01-01', '2006-01-01'), enrolled('2024-01-01', 'vso'), left('2025-02-01'), reported('2025-03-03')], '2025-03-03')).toEqual(['running 2025-03-31']);
    expect(states('search-period', [opened('2025-01-01', '2006-01-01'), enrolled('2025-01-01', 'mbo-2'), left('2026-02-01'), reported('2026-03-02')], '2026-03-02')).toEqual(['running 2026-03-30']);
  });

  it('of a municipality or a region holds there only', () => {
    const of = (municipality: string): unknown => clocksOf('search-period', [opened('2020-01-01', '2001-01-01', municipality), enrolled('2020-01-01', 'entree'), left('2020-02-01'), reported('2020-03-02')], '2020-03-02')[0]?.waiver;
    expect([of('GM0505'), of('GM0153')]).toEqual(['waiver-drechtsteden', null]);
  });

  it('is tested again at every later event, and the first that is true counts', () => {
    const facts = [opened('2026-01-01', '2006-01-01'), reported('2026-03-02'), ['2026-03-09', 'SearchPeriodWaived', { ground: 'law' }]] satisfies readonly Told[];
    expect(clocksOf('search-period', facts, '2026-03-08')).toMatchObject([{ state: 'running', waiver: null }]);
    expect(clocksOf('search-period', facts, '2026-03-09')).toMatchObject([{ state: 'cancelled', waiver: 'waiver-discretion-2026', stoppedOn: '2026-03-09' }]);
  });

  it('on a ground that is no waiver of the rules cancels without a code', () => {
    expect(clocksOf('search-period', [opened('2020-01-01', '2001-01-01'), reported('2020-03-02'), ['2020-03-09', 'SearchPeriodWaived', { ground: 'housing' }]], '2020-03-09')).toMatchObject([{ state: 'cancelled', waiver: null }]);
  });
});

describe('an extension', () => {
  const asked: Told = ['2020-03-02', 'AccessRequested', { requestId: 'r1', by: 'subject' }];
  const extended = (on: CivilDate, requestId = 'r1'): Told => [on, 'TermExtended', { requestId, until: '2020-06-02', ground: 'complexity' }];

  it('moves the date from the day on which it was given', () => {
    const facts = [asked, extended('2020-03-20')];
    expect([states('access-request', facts, '2020-03-19'), states('access-request', facts, '2020-03-20')]).toEqual([['running 2020-04-02'], ['running 2020-06-02']]);
  });

  it('of another request, or after the date, moves nothing', () => {
    expect(states('access-request', [asked, extended('2020-03-20', 'r2')], '2020-04-03')).toEqual(['overdue 2020-04-02']);
    expect(states('access-request', [asked, extended('2020-04-03')], '2020-04-03')).toEqual(['overdue 2020-04-02']);
  });
});

describe('a clock that is judged at the evaluation date', () => {
  const birth = '2004-06-01';
  const stay: Told = ['2021-10-01', 'InstitutionStayStarted', { category: 'detention' }];
  const released: Told = ['2022-02-01', 'InstitutionStayEnded', {}];
  const plan: Told = ['2022-01-10', 'PlanAgreed', { type: 'future-plan', parties: [SCHOOL] }];

  it('sleeps while it does not apply', () => {
    const facts = [opened('2020-01-01', birth), stay, released];
    expect(['2021-09-30', '2021-10-01', '2022-02-01'].map((asOf) => states('plan-before-18', facts, asOf))).toEqual([[], ['running 2022-06-01'], []]);
  });

  it('is missed only when it applied on its last day', () => {
    expect(states('plan-before-18', [opened('2020-01-01', birth), stay], '2022-06-02')).toEqual(['overdue 2022-06-01']);
    expect(states('plan-before-18', [opened('2020-01-01', birth), stay, released], '2022-06-02')).toEqual([]);
    expect(states('plan-before-18', [opened('2020-01-01', birth), ['2022-08-01', 'InstitutionStayStarted', { category: 'clinic' }]], '2022-09-01')).toEqual([]);
  });

  it('that was met stays so', () => {
    expect(states('plan-before-18', [opened('2020-01-01', birth), stay, plan, released], '2022-07-01')).toEqual(['met-on-time 2022-06-01']);
  });

  it('that was met by what ended its ground stays so', () => {
    const facts = [opened('2020-01-01', '2000-01-01'), left('2020-02-01'), ['2022-06-01', 'CredentialAwarded', { type: 'mbo-2', basicQualification: true }]] satisfies readonly Told[];
    expect(states('handover-before-23', facts, '2022-07-01')).toEqual(['met-on-time 2023-01-01']);
  });
});

describe('what was known', () => {
  const told: Told = ['2020-03-20', 'ContactMade', { purpose: 'guidance', situation: 'looking', supportNeeded: true }, { id: 'talk', recorded: '2020-04-20' }];
  const lost: Told = ['2020-03-02', 'JobLost', { placementId: 'p1', lastWorkingDay: '2020-03-01', reason: 'dismissed' }, { id: 'lost' }];

  it('decides: a fact that came late counts from the moment on which it was known', () => {
    expect(states('job-lost-contact', [lost, told], { asOf: '2020-04-01', knownAt: '2020-04-01' })).toEqual(['overdue 2020-03-16']);
    expect(states('job-lost-contact', [lost, told], '2020-04-01')).toEqual(['met-late 2020-03-16']);
  });

  it('is recomputed by a correction of the start', () => {
    const corrected: Told = ['2020-03-10', 'EventCorrected', { correctedEventId: 'lost', reason: 'wrong-date', replacement: { occurredAt: '2020-03-09', placementId: 'p1', lastWorkingDay: '2020-03-08', reason: 'dismissed' } }];
    expect(clocksOf('job-lost-contact', [lost, corrected], '2020-03-20')).toMatchObject([{ state: 'warned', dueOn: '2020-03-23', startedOn: '2020-03-09', startedBy: { id: 'lost' } }]);
  });

  it('is recomputed by a retraction of the start or of the act', () => {
    const retracted = (id: string): Told => ['2020-05-01', 'EventRetracted', { retractedEventId: id, reason: 'never-happened' }];
    expect(states('job-lost-contact', [lost, retracted('lost')], '2020-04-01')).toEqual([]);
    expect(states('job-lost-contact', [lost, told, retracted('talk')], '2020-05-01')).toEqual(['overdue 2020-03-16']);
  });
});

describe('events of one day', () => {
  const agreed: Told = ['2020-01-06', 'PlanAgreed', { type: 'action-plan', parties: [SCHOOL], reviewOn: '2020-06-01' }];
  const reviewed = (recorded: string): Told => ['2020-05-04T15:00:00Z', 'PlanReviewed', { type: 'action-plan', progress: 'on-track' }, { recorded }];
  const renewed: Told = ['2020-05-04T09:00:00Z', 'PlanAgreed', { type: 'action-plan', parties: [SCHOOL] }, { recorded: '2020-05-04T17:00:00Z' }];

  it('are taken in the order of recording: the first that matches decides', () => {
    expect(states('plan-review', [agreed, renewed, reviewed('2020-05-04T16:00:00Z')], '2020-05-04')).toEqual(['met-on-time 2020-06-01']);
    expect(states('plan-review', [agreed, renewed, reviewed('2020-05-04T18:00:00Z')], '2020-05-04')).toEqual(['cancelled 2020-06-01']);
  });
});

describe('what a municipality chose', () => {
  it('holds for its youths in due dates and warnings, for the clocks that start in its time', () => {
    const overrides = [{ setting: 'jobLossContact', municipality: 'GM0014', value: 'P7D', validFrom: '2020-01-01', validUntil: null }];
    const book = parseRuleBook(DOCUMENT, { overrides });
    const dueFor = (municipality: string, on: CivilDate): unknown => deadlinesAt(book, youthWith([opened('2019-01-01', '2000-01-01', municipality), [on, 'JobLost', { placementId: 'p1', lastWorkingDay: on, reason: 'dismissed' }]], on), { enabled: new Set() }).find(({ scheme }) => scheme === 'job-lost-contact')?.dueOn;
    expect([dueFor('GM0014', '2020-03-02'), dueFor('GM0153', '2020-03-02'), dueFor('GM0014', '2019-12-31')]).toEqual(['2020-03-09', '2020-03-16', '2020-01-14']);
  });
});

describe('an owner', () => {
  it('is the party of the youth while the clock is open, and of the day that decided it after that', () => {
    const facts = [opened('2020-01-01', '2000-01-01', 'GM0014'), ['2020-03-02', 'JobLost', { placementId: 'p1', lastWorkingDay: '2020-03-01', reason: 'dismissed' }], ['2020-03-10', 'ResidenceChanged', { municipality: 'GM0153', from: '2020-03-10' }], ['2020-06-01', 'ResidenceChanged', { municipality: 'GM0200', from: '2020-06-01' }]] satisfies readonly Told[];
    expect(['2020-03-09', '2020-03-10', '2020-07-01'].map((asOf) => clocksOf('job-lost-contact', facts, asOf)[0]?.owner.municipality)).toEqual(['GM0014', 'GM0153', 'GM0153']);
  });
});
