import { describe, expect, test } from '@jest/globals';
import type { EventDataOf } from '@trajectboek/events';
import { fact, left, measure, OTHER_SCHOOL, SCHOOL, youth, type Fact } from '../testing/given.js';

const WINDOW = ['2020-01-01', '2020-12-31', '2021-12-31'] as const;
const enrolled = (at: string, schoolType: EventDataOf<'EnrolmentStarted'>['schoolType'], institution = SCHOOL): Fact => fact('EnrolmentStarted', at, { institution, schoolType });
const meeting = (at: string, kind: EventDataOf<'MeetingHeld'>['kind']): Fact => fact('MeetingHeld', at, { kind, participants: [SCHOOL], youthPresent: true });
const droppedOut = (at: string, { held = true, institution = SCHOOL } = {}): Fact =>
  fact('DroppedOut', at, { institution, lastSchoolDay: at, withBasicQualification: false, exitInterviewHeld: held });

describe('the exit interview (C14)', () => {
  const leaver = [enrolled('2018-09-01', 'mbo-2'), left('2020-07-10', 'labour')];

  test.each([
    ['on the day of the exit', [meeting('2020-07-10', 'exit-interview')], 1],
    ['half a year before', [meeting('2020-01-10', 'exit-interview')], 1],
    ['longer than half a year before', [meeting('2020-01-09', 'exit-interview')], 0],
    ['after the exit', [meeting('2020-07-11', 'exit-interview')], 0],
    ['of another kind', [meeting('2020-07-01', 'outflow-meeting')], 0],
  ])('as a meeting %s', (_, facts, numerator) => {
    expect(measure('C14', WINDOW, youth(...leaver, ...facts), youth(...leaver))).toMatchObject({ exitInterview: { numerator, denominator: 2 } });
  });

  test.each([
    ['says that it was held', [droppedOut('2020-07-15')], 1],
    ['says that it was not held', [droppedOut('2020-07-15', { held: false })], 0],
    ['is of another school', [droppedOut('2020-07-15', { institution: OTHER_SCHOOL })], 0],
    ['is of the day on which the enrolment began', [droppedOut('2018-09-01')], 1],
    ['is of before the enrolment', [droppedOut('2018-08-31')], 0],
    ['is of an enrolment that began later', [enrolled('2020-09-01', 'mbo-2'), droppedOut('2020-10-01')], 0],
    ['is of the day on which a later enrolment began', [enrolled('2020-09-01', 'mbo-2'), droppedOut('2020-09-01')], 0],
    ['is of the day before a later enrolment', [enrolled('2020-09-01', 'mbo-2'), droppedOut('2020-08-31')], 1],
    ['comes after an enrolment at another school', [enrolled('2020-08-01', 'mbo-2', OTHER_SCHOOL), droppedOut('2020-08-31')], 1],
    ['comes before a later one that says it too', [droppedOut('2020-07-12', { held: false }), droppedOut('2020-07-15')], 1],
  ])('in a dropout notice that %s', (_, facts, numerator) => {
    expect(measure('C14', WINDOW, youth(...leaver, ...facts), youth(...leaver))).toMatchObject({ exitInterview: { numerator, denominator: 2 } });
  });

  test.each([
    ['an enrolment that began on the day of the exit', [enrolled('2020-07-10', 'mbo-2'), droppedOut('2020-07-09')], 0],
    ['an enrolment that began on that day, of the day after', [enrolled('2020-07-10', 'mbo-2'), droppedOut('2020-07-11')], 1],
    ['no enrolment that is known', [droppedOut('2017-01-01')], 1],
    ['an older enrolment at another school', [enrolled('2019-01-01', 'mbo-2', OTHER_SCHOOL), droppedOut('2018-12-31')], 1],
  ])('in a notice about %s', (_, facts, numerator) => {
    expect(measure('C14', WINDOW, youth(left('2020-07-10', 'labour'), ...facts), youth(...leaver))).toMatchObject({ exitInterview: { numerator, denominator: 2 } });
  });
});

describe('the outflow meeting (C14)', () => {
  const mbo = youth(enrolled('2018-09-01', 'mbo-2'), left('2020-07-10', 'labour'));
  const fromPro = (...facts: readonly Fact[]) => youth(enrolled('2018-09-01', 'pro'), left('2020-07-10', 'labour'), ...facts);

  test.each([
    ['half a year ahead', [meeting('2020-01-10', 'outflow-meeting')], 1],
    ['later, beside an earlier one', [meeting('2019-09-01', 'outflow-meeting'), meeting('2020-06-01', 'outflow-meeting')], 1],
    ['of another kind', [meeting('2019-09-01', 'career')], 0],
  ])('%s', (_, facts, numerator) => {
    expect(measure('C14', WINDOW, fromPro(...facts), mbo)).toMatchObject({ outflowMeeting: { numerator, denominator: 1 } });
  });

  test.each([
    ['that ended, not that of another school which goes on', [enrolled('2018-09-01', 'pro'), enrolled('2019-09-01', 'mbo-2', OTHER_SCHOOL), left('2020-07-10', 'labour')], 1],
    ['that ended, also when the other one is the vso', [enrolled('2018-09-01', 'mbo-2'), enrolled('2019-09-01', 'vso', OTHER_SCHOOL), left('2020-07-10', 'labour')], 0],
    ['that began last, when one notice ends two', [enrolled('2017-09-01', 'mbo-2'), enrolled('2018-09-01', 'vso'), left('2020-07-10', 'labour')], 1],
    ['that began last of all, when none is known at that school', [enrolled('2017-09-01', 'mbo-2', OTHER_SCHOOL), enrolled('2018-09-01', 'pro', OTHER_SCHOOL), left('2020-07-10', 'labour')], 1],
    ['that had begun by the day of the exit', [enrolled('2017-09-01', 'mbo-2', OTHER_SCHOOL), left('2020-07-10', 'labour'), enrolled('2020-07-10', 'pro', OTHER_SCHOOL)], 1],
    ['that had begun by then, not one of later', [enrolled('2017-09-01', 'mbo-2', OTHER_SCHOOL), left('2020-07-10', 'labour'), enrolled('2020-07-11', 'pro', OTHER_SCHOOL)], 0],
  ])('is asked of those who leave the enrolment %s', (_, facts, denominator) => {
    expect(measure('C14', WINDOW, youth(...facts), mbo)).toMatchObject({ outflowMeeting: { denominator }, exitInterview: { denominator: 2 } });
  });
});
