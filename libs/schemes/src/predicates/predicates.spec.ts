import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '@trajectboek/events';
import { ask, missing, type Place } from '../testing/asking.js';
import type { Told } from '../testing/youths.js';
import { OPERATORS } from './compile.js';

const SCHOOL = 'urn:nld:oin:00000099000000000001';
const BORN: Told = ['2018-01-01', 'TrajectoryOpened', { reason: 'mbo', birthDate: '2002-03-01', municipality: 'GM0153' }];
const attempt = (on: CivilDate, reached = false): Told => [on, 'ContactAttempted', { channel: 'phone', dayPart: 'day', reached, purpose: 'guidance' }];
const absence = (on: CivilDate, data: object): Told => [on, 'AbsenceReported', { category: 'unauthorised', since: on, ...data }];

const match: Told = ['2020-03-02', 'RegisterMatched', { register: 'duo', runOn: '2020-03-02', result: 'found', facts: ['enrolled'], legalBasis: 'web' }];
const release: Told = ['2020-03-02', 'InstitutionStayEnded', {}];
const offer = (more: object): Told => ['2020-03-02', 'HandoverOffered', { handoverId: 'h1', to: SCHOOL, receiverRole: 'rmc', warm: true, answerBy: '2020-03-16', ...more }];

describe('an operator', () => {
  it('is there for every name in meta.operators, and for no other', () => {
    expect(Object.keys(OPERATORS).sort()).toEqual(['absent', 'age', 'and', 'at', 'contains', 'count', 'eq', 'event', 'followed', 'gt', 'gte', 'has', 'in', 'is', 'lt', 'lte', 'ne', 'not', 'or', 'present', 'same', 'since', 'sum', 'unknown']);
  });

  it.each<[string, unknown, unknown, Place]>([
    ['eq is true', { eq: ['data.result', 'found'] }, true, { event: match }],
    ['eq is false', { eq: ['data.result', 'not-found'] }, false, { event: match }],
    ['eq of a missing field is unknown', { eq: ['data.followUpPlaceArranged', true] }, 'unknown', { event: release }],
    ['ne of a missing field is unknown', { ne: ['data.followUpPlaceArranged', true] }, 'unknown', { event: release }],
    ['not of unknown is unknown', { not: { eq: ['data.followUpPlaceArranged', true] } }, 'unknown', { event: release }],
    ['in on a list field asks for one of its items', { in: ['data.facts', ['employed', 'enrolled']] }, true, { event: match }],
    ['in on a list field without such an item is false', { in: ['data.facts', ['employed']] }, false, { event: match }],
    ['contains', { contains: ['data.facts', 'enrolled'] }, true, { event: match }],
    ['present of a missing field is false', { present: 'data.followUpPlaceArranged' }, false, { event: release }],
    ['absent of a missing field is true', { absent: 'data.followUpPlaceArranged' }, true, { event: release }],
    ['gte on numbers, with a setting', { gte: ['data.hours', { setting: 'absenceHours' }] }, true, { event: absence('2020-03-02', { hours: 16 }) }],
    ['lt on numbers', { lt: ['data.hours', 16] }, false, { event: absence('2020-03-02', { hours: 16 }) }],
    ['lte on dates, with a period', { lte: ['data.answerBy', { path: 'data.occurredAt', plus: 'P14D' }] }, true, { event: offer({}) }],
    ['gt on dates', { gt: ['data.answerBy', { path: 'data.occurredAt', plus: 'P14D' }] }, false, { event: offer({}) }],
    ['the latest of those that are filled', { eq: [{ latest: ['data.answerBy', 'data.expectedStart'] }, '2020-03-16'] }, true, { event: offer({}) }],
    ['the latest of both', { eq: [{ latest: ['data.answerBy', 'data.expectedStart'] }, '2020-04-01'] }, true, { event: offer({ expectedStart: '2020-04-01' }) }],
    ['the first 1 April on or after a date', { eq: ['data.answerBy', { nextDay: '04-01', from: 'data.occurredAt', minus: 'P16D' }] }, true, { event: offer({}) }],
    ['the first such day may lie in the next year', { eq: ['data.answerBy', { nextDay: '01-15', from: 'data.occurredAt' }] }, true, { event: offer({ answerBy: '2021-01-15' }) }],
    ['same of equal fields', { same: ['handoverId'] }, true, { event: ['2020-03-05', 'HandoverAccepted', { handoverId: 'h1' }], start: offer({}) }],
    ['same of other fields', { same: ['handoverId'] }, false, { event: ['2020-03-05', 'HandoverAccepted', { handoverId: 'h2' }], start: offer({}) }],
    ['same of two absent fields', { same: ['internshipId'] }, true, { event: ['2020-03-05', 'InternshipEnded', { reason: 'completed' }], start: ['2020-03-02', 'InternshipStarted', { kind: 'bpv', employer: SCHOOL, hoursPerWeek: 8, plannedEnd: '2020-06-01' }] }],
    ['an empty and', { and: [] }, true, {}],
    ['unknown and false', { and: [{ unknown: 'x' }, { or: [] }] }, false, {}],
    ['unknown or true', { or: [{ unknown: 'x' }, { and: [] }] }, true, {}],
    ['unknown and true', { and: [{ unknown: 'x' }, { and: [] }] }, 'unknown', {}],
    ['unknown or false', { or: [{ unknown: 'x' }, { or: [] }] }, 'unknown', {}],
  ])('%s', (_, rule, expected, place) => {
    expect(ask(rule, place)).toBe(expected);
  });

  it.each<[string, unknown, unknown, Place]>([
    ['age on the birthday', { age: { gte: 18, lt: 19 } }, true, { facts: [BORN], on: '2020-03-01' }],
    ['age on the day before', { age: { gte: 18 } }, false, { facts: [BORN], on: '2020-02-29' }],
    ['age up to and including', { age: { lte: 17 } }, true, { facts: [BORN], on: '2020-02-29' }],
    ['age with a dated setting', { age: { lt: { setting: 'rmcUpperAge' } } }, false, { facts: [BORN], on: '2025-12-31' }],
    ['age with a dated setting, a day later', { age: { lt: { setting: 'rmcUpperAge' } } }, true, { facts: [BORN], on: '2026-01-01' }],
    ['age without a birth date', { age: { lt: 27 } }, 'unknown', {}],
    ['has', { has: 'care' }, true, { facts: [['2020-01-01', 'InstitutionStayStarted', { category: 'clinic' }]] }],
    ['has of a closed facet is false, never unknown', { has: 'education' }, false, {}],
    ['event within, on the last day', { event: { type: 'ContactAttempted', within: 'P90D' } }, true, { facts: [attempt('2020-03-03')] }],
    ['event within, a day later', { event: { type: 'ContactAttempted', within: 'P90D' } }, false, { facts: [attempt('2020-03-02')] }],
    ['event that has not happened yet', { event: { type: 'ContactAttempted' } }, false, { facts: [attempt('2020-06-02')] }],
    ['event with a condition that is unknown', { event: { type: 'AbsenceReported', when: { gte: ['data.weeks', 4] } } }, 'unknown', { facts: [absence('2020-03-02', {})] }],
    ['since, on the last day', { since: { type: 'ContactAttempted', lte: 'P90D' } }, true, { facts: [attempt('2020-03-03')] }],
    ['since, counted from the newest', { since: { type: 'ContactAttempted', gte: 'P90D' } }, false, { facts: [attempt('2019-03-03'), attempt('2020-05-30')] }],
    ['since without such an event', { since: { type: 'ContactAttempted', gte: 'P90D' } }, false, {}],
    ['followed', { followed: { type: 'ContactAttempted', by: [{ set: 'realContact' }] } }, true, { facts: [attempt('2020-03-03'), ['2020-03-05', 'ContactMade', { purpose: 'exit', situation: 'work', supportNeeded: false }]] }],
    ['followed, by something that came before the newest', { followed: { type: 'ContactAttempted', when: { eq: ['data.reached', false] }, by: [{ set: 'realContact' }] } }, false, { facts: [attempt('2020-03-03', true), attempt('2020-03-04')] }],
    ['followed within', { followed: { type: 'ReferralMade', by: [{ event: 'IntakeHeld' }], within: 'P28D' } }, false, { facts: [['2020-03-01', 'ReferralMade', { to: SCHOOL, domain: 'work' }], ['2020-03-30', 'IntakeHeld', { kind: 'track', outcome: 'suitable' }]] }],
    ['followed without a first event', { followed: { type: 'ReferralMade', by: [{ event: 'IntakeHeld' }] } }, false, {}],
    ['count', { count: { type: 'ContactAttempted', within: 'P12M', gte: 2 } }, true, { facts: [attempt('2019-06-01'), attempt('2020-03-04')] }],
    ['count within', { count: { type: 'ContactAttempted', within: 'P12M', gte: 2 } }, false, { facts: [attempt('2019-05-31'), attempt('2020-03-04')] }],
    ['count with a setting', { count: { type: 'ContactAttempted', gte: { setting: 'contactAttemptsLost' } } }, true, { facts: [attempt('2020-03-03'), attempt('2020-03-04')] }],
    ['sum', { sum: { type: 'AbsenceReported', field: 'data.hours', within: 'P28D', counting: 'school-weeks', gte: 16 } }, true, { facts: [absence('2020-05-04', { hours: 8 }), absence('2020-05-20', { hours: 8 })] }],
    ['sum within', { sum: { type: 'AbsenceReported', field: 'data.hours', within: 'P28D', gte: 16 } }, false, { facts: [absence('2020-05-03', { hours: 8 }), absence('2020-05-20', { hours: 8 })] }],
    ['sum of a field that is missing may still be enough', { sum: { type: 'AbsenceReported', field: 'data.hours', gte: 16 } }, 'unknown', { facts: [absence('2020-05-04', {}), absence('2020-05-20', { hours: 8 })] }],
    ['sum that is enough without the missing field', { sum: { type: 'AbsenceReported', field: 'data.hours', gte: 16 } }, true, { facts: [absence('2020-05-04', {}), absence('2020-05-20', { hours: 16 })] }],
    ['is', { is: 'consent-own' }, true, { facts: [BORN] }],
    ['at: the facts of that day', { at: { day: '10-01', yearsBack: 0, test: { has: 'care' } } }, false, { facts: [['2020-01-01', 'InstitutionStayStarted', { category: 'clinic' }]] }],
    ['at: the birth date is known on every date', { at: { day: '10-01', yearsBack: 3, test: { age: { gte: 14, lt: 15 } } } }, true, { facts: [BORN] }],
    ['at: the day itself is the most recent one', { at: { day: { setting: 'countDate1' }, yearsBack: 0, test: { has: 'care' } } }, true, { facts: [['2020-10-01', 'InstitutionStayStarted', { category: 'clinic' }]], on: '2020-10-01' }],
    ['a date before the evaluation date', { event: { type: 'SearchPeriodStarted', when: { lt: ['data.endsOn', { path: 'asOf' }] } } }, false, { facts: [['2020-05-04', 'SearchPeriodStarted', { endsOn: '2020-06-01', supportFromDayOne: true }]] }],
    ['a date before the evaluation date, moved', { event: { type: 'SearchPeriodStarted', when: { lt: ['data.endsOn', { path: 'asOf', minus: 'P14D' }] } } }, true, { facts: [['2020-05-04', 'SearchPeriodStarted', { endsOn: '2020-05-17', supportFromDayOne: true }]] }],
  ])('of a youth: %s', (_, rule, expected, place) => {
    expect(ask(rule, place)).toBe(expected);
  });
});

describe('a fact about the youth', () => {
  const found = (facts: readonly string[]): Told => ['2020-03-02', 'RegisterMatched', { register: 'duo', runOn: '2020-03-02', result: 'found', facts, legalBasis: 'web' }];
  const ended = (withBasicQualification: boolean): Told => ['2020-02-01', 'EnrolmentEnded', { institution: SCHOOL, reason: 'other', destination: 'none', withBasicQualification }];
  const qualified = { eq: ['subject.basicQualification', true] };

  it.each<[string, readonly Told[], unknown]>([
    ['a credential', [['2020-01-01', 'CredentialAwarded', { type: 'mbo-2', basicQualification: true }], ended(false)], true],
    ['a register that has it', [ended(false), found(['basic-qualification'])], true],
    ['a school that says without', [ended(false)], false],
    ['a register that found the youth and lacks it', [found([])], false],
    ['a school that says with, and no credential', [ended(true), found([])], 'unknown'],
    ['nothing', [], 'unknown'],
  ])('that is the basic qualification follows from %s', (_, facts, expected) => {
    expect(ask(qualified, { facts })).toBe(expected);
  });

  it('that is a list is known when it is empty', () => {
    expect(ask({ contains: ['subject.credentials', 'pro'] })).toBe(false);
  });

  it('holds for programmes as long as they run', () => {
    const facts = [['2020-01-01', 'TrackStarted', { programme: 'buddy', provider: SCHOOL, goal: 'work' }], ['2020-05-01', 'TrackEnded', { programme: 'buddy', result: ['work'], completed: true }]] satisfies readonly Told[];
    expect(['2020-04-30', '2020-05-01'].map((on) => ask({ contains: ['subject.openProgrammes', 'buddy'] }, { facts, on }))).toEqual([true, false]);
  });
});

describe('what is missing', () => {
  it('is named when it keeps the answer unknown, and only then', () => {
    const rule = { and: [{ eq: ['subject.basicQualification', false] }, { or: [{ has: 'work' }, { unknown: 'work-readiness' }] }] };
    expect(missing(rule)).toEqual(['subject.basicQualification', 'work-readiness']);
    expect(missing({ and: [rule, { or: [] }] })).toEqual([]);
  });
});
