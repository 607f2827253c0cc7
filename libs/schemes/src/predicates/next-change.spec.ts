import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayAfter, plus } from '@trajectboek/events';
import { deadlinesAt } from '../clocks/deadlines-at.js';
import { definitionsFor } from '../definitions/definitions-for.js';
import { legalResponsibility } from '../responsibility/legal-responsibility.js';
import { RULE_BOOK, youthWith, type Told } from '../testing/youths.js';

const SCHOOL = 'urn:nld:oin:00000099000000000001';
const ALL = { enabled: new Set(RULE_BOOK.clocks.map(({ code }) => code)) };

/** A life in which every kind of rule has something to do. */
const LIFE: readonly Told[] = [
  ['2023-02-01', 'TrajectoryOpened', { reason: 'mbo', birthDate: '2006-03-31', municipality: 'GM0505' }],
  ['2023-02-01', 'EnrolmentStarted', { institution: SCHOOL, schoolType: 'entree' }],
  ['2023-03-10', 'AbsenceReported', { category: 'unauthorised', hours: 9, since: '2023-03-01' }],
  ['2023-03-20', 'AbsenceReported', { category: 'unauthorised', hours: 9, weeks: 4, since: '2023-03-01' }],
  ['2023-04-11', 'StudyAdviceIssued', { institution: SCHOOL, advice: 'negative-leave', enrolmentStartedOn: '2023-02-01', supportOffered: true }],
  ['2023-06-30', 'EnrolmentEnded', { institution: SCHOOL, reason: 'study-advice', destination: 'unknown', withBasicQualification: false, nextStartsOn: '2023-08-31' }],
  ['2023-07-04', 'HandoverOffered', { handoverId: 'h1', to: SCHOOL, receiverRole: 'rmc', warm: true, answerBy: '2023-07-18', expectedStart: '2023-08-01' }],
  ['2023-09-05', 'ContactAttempted', { channel: 'phone', dayPart: 'day', reached: false, purpose: 'return-to-view' }],
  ['2023-10-31', 'ContactAttempted', { channel: 'summons', dayPart: 'day', reached: false, purpose: 'return-to-view' }],
  ['2024-01-15', 'InstitutionStayStarted', { category: 'clinic' }],
  ['2024-05-02', 'InstitutionStayEnded', { followUpPlaceArranged: false }],
  ['2024-05-20', 'BenefitReported', { municipality: 'GM0505', urgentNeed: false }],
  ['2024-05-20', 'SearchPeriodStarted', { endsOn: '2024-06-17', supportFromDayOne: false }],
  ['2024-09-01', 'CredentialAwarded', { type: 'entree', basicQualification: false }],
  ['2024-11-30', 'ReferralMade', { to: SCHOOL, domain: 'youth-care' }],
  ['2025-01-31', 'ResidenceChanged', { municipality: 'GM0014', from: '2025-03-01' }],
];

/** Says on each day what it sees, and fails on the first day that the previous answers did not foresee. */
function firstSurprise(facts: readonly Told[], see: (date: string) => { readonly text: string; readonly next: string | undefined }, days: number): string | undefined {
  let date = facts[0]?.[0] ?? '2023-02-01';
  const last = plus(date, `P${days}D`);
  let { text, next } = see(date);
  for (date = dayAfter(date); date < last; date = dayAfter(date)) {
    const seen = see(date);
    if (seen.text !== text && (next === undefined || date < next)) return date;
    if (next !== undefined && date >= next) ({ text, next } = seen);
  }
  return undefined;
}

const QUESTIONS = {
  deadlines: (facts: readonly Told[], date: string) => {
    const youth = youthWith(facts, date);
    return { text: JSON.stringify(deadlinesAt(RULE_BOOK, youth, ALL)), next: youth.history.asOf.nextChange };
  },
  definitions: (facts: readonly Told[], date: string) => {
    const youth = youthWith(facts, date);
    return { text: JSON.stringify(definitionsFor(RULE_BOOK, youth)), next: youth.history.asOf.nextChange };
  },
  'legal responsibility': (facts: readonly Told[], date: string) => {
    const youth = youthWith(facts, date);
    return { text: JSON.stringify(legalResponsibility(RULE_BOOK, youth)), next: youth.history.asOf.nextChange };
  },
};

describe.each(Object.entries(QUESTIONS))('the %s', (_, see) => {
  it('never change before the day that was foreseen', () => {
    fc.assert(fc.property(fc.subarray([...LIFE], { minLength: 1 }), (facts) => {
      expect(firstSurprise(facts, (date) => see(facts, date), 300)).toBeUndefined();
    }), { numRuns: 12 });
    expect(firstSurprise(LIFE, (date) => see(LIFE, date), 1_500)).toBeUndefined();
  });
});
