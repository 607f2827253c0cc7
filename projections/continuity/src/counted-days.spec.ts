import { describe, expect, test } from '@jest/globals';
import { countedOf } from './counted.js';
import type { MetricId } from './metric.js';
import { contact, enrolled, fact, jobLost, left, MUNICIPALITY, opened, OTHER_SCHOOL, placed, placementEnded, SCHOOL, youth, type Fact } from './testing/given.js';
import { rulesWith } from './testing/rules.js';

const WINDOW = { from: '2020-01-01', to: '2020-12-31', asOf: '2021-06-30' };

/** What a metric counts of a youth, one line for each item: where, how, since when, how long. */
function linesOf(metric: MetricId, facts: readonly Fact[]): readonly string[] {
  return countedOf(metric, youth(...facts), { window: WINDOW, rules: rulesWith() }).map(({ figure, part, date, value }) => `${figure} ${part} ${date} ${value}`);
}

const droppedOut = (at: string): Fact => fact('DroppedOut', at, { institution: SCHOOL, lastSchoolDay: at, withBasicQualification: false, exitInterviewHeld: false });
const guide = (at: string, person: string): Fact => fact('GuideAssigned', at, { role: 'mentor', person, organisation: SCHOOL, fixedContact: true });
const guideEnded = (at: string, person: string): Fact => fact('GuideEnded', at, { role: 'mentor', person, reason: 'phase-ended' });
const attempt = (at: string, reached: boolean): Fact => fact('ContactAttempted', at, { channel: 'phone', dayPart: 'day', reached, purpose: 'guidance' });
const asked = (at: string): Fact => fact('SupportRequested', at, { requestId: at, domain: 'debts' });

/** An episode out of view with a return: as a whole, and under its cause. */
function episode(date: string, days: number): readonly string[] {
  return ['', 'byCause.silence.'].flatMap((at) => [
    `${at}episodes counted ${date} 1`, `${at}returned numerator ${date} 1`, `${at}daysPerEpisode counted ${date} ${days}`, `${at}daysUntilReturn counted ${date} ${days}`,
  ]);
}

const CASES: readonly (readonly [title: string, metric: MetricId, facts: readonly Fact[], lines: readonly string[]])[] = [
  ['the guides and the days of each open period', 'C7', [opened('2019-09-01'), guide('2019-09-01', 'a'), guideEnded('2020-01-11', 'a'), fact('TrajectoryClosed', '2020-01-31', { reason: 'moved-abroad' }), opened('2020-12-01')], [
    'perYouthPerYear denominator 2020-01-01 30', 'daysWithoutGuide counted 2020-01-01 20', 'perYouthPerYear denominator 2020-12-01 31',
    'daysWithoutGuide counted 2020-12-01 31', 'perYouthPerYear numerator 2020-12-01 1',
  ]],
  ['no guides where there are none', 'C7', [opened('2020-12-01')], [
    'perYouthPerYear denominator 2020-12-01 31', 'daysWithoutGuide counted 2020-12-01 31',
  ]],
  ['the last contact, and the day on which the longest silence began', 'C8', [opened('2019-01-01'), contact('2020-03-01'), contact('2021-06-20')], [
    'withContact.30 numerator 2021-06-20 1', 'withContact.90 numerator 2021-06-20 1', 'withContact.180 numerator 2021-06-20 1',
    'longestSilence counted 2020-03-01 476',
  ]],
  ['the opening where nobody spoke with the youth', 'C8', [opened('2020-03-01')], [
    'withContact.30 denominator 2020-03-01 1', 'withContact.90 denominator 2020-03-01 1', 'withContact.180 denominator 2020-03-01 1',
    'longestSilence counted 2020-03-01 486',
  ]],
  ['only the last contact when no silence began in the period', 'C8', [opened('2021-02-01'), contact('2021-06-20')], [
    'withContact.30 numerator 2021-06-20 1', 'withContact.90 numerator 2021-06-20 1', 'withContact.180 numerator 2021-06-20 1',
  ]],
  ['the first day out of view', 'C9', [opened('2019-09-01'), enrolled('2019-09-01'), left('2020-03-01', 'labour'), contact('2020-03-31'), contact('2021-06-01')], [
    'youths counted 2020-01-01 1', ...episode('2020-03-01', 30), ...episode('2020-06-30', 336),
  ]],
  ['paid work by placement, and each loss', 'C11', [opened('2019-09-01'), placed('2019-10-01', 'p1'), jobLost('2020-01-11', 'p1'), contact('2020-01-21'), placed('2020-06-01', 'p2'), jobLost('2020-06-02', 'p2')], [
    'per100Years denominator 2020-01-01 10', 'per100Years denominator 2020-06-01 1', 'per100Years numerator 2020-01-11 1',
    'within90DaysOf21 denominator 2020-01-11 1', 'daysUntilNext counted 2020-01-11 10', 'per100Years numerator 2020-06-02 1',
    'within90DaysOf21 denominator 2020-06-02 1', 'daysUntilNext censored 2020-06-02 393',
  ]],
  ['the attempts, those that it took, and those still without an answer', 'C20', [attempt('2019-12-31', true), attempt('2020-02-01', false), attempt('2021-02-02', false)], [
    'attempted counted 2020-02-01 1', 'byChannel.phone.attempted counted 2020-02-01 1', 'byDayPart.day.attempted counted 2020-02-01 1',
    'attemptsUntilFirstContact censored 2020-02-01 2',
  ]],
  ['a youth who is reached at once', 'C20', [attempt('2020-02-01', true)], [
    'attempted counted 2020-02-01 1', 'reached counted 2020-02-01 1', 'byChannel.phone.attempted counted 2020-02-01 1',
    'byChannel.phone.reached counted 2020-02-01 1', 'byDayPart.day.attempted counted 2020-02-01 1', 'byDayPart.day.reached counted 2020-02-01 1',
    'attemptsUntilFirstContact counted 2020-02-01 1',
  ]],
  ['the days by who held the youth, each period once', 'C23', [opened('2019-09-01'), enrolled('2019-09-01'), left('2020-03-01', 'none'), fact('ResponsibilityTaken', '2020-03-11', { role: 'lead', organisation: MUNICIPALITY, ground: 'participatiewet' })], [
    'youthDays counted 2020-01-01 60', 'youthDays counted 2020-03-01 10', 'gap counted 2020-03-01 10', 'youthDays counted 2020-03-11 296',
    'daysUntilGapClosed counted 2020-03-01 10',
  ]],
  ['the first leaving in the period, whichever fact tells it', 'C24', [opened('2019-09-01'), enrolled('2019-09-01'), left('2020-03-01'), droppedOut('2020-04-01'), enrolled('2019-10-01', OTHER_SCHOOL), left('2020-02-01', 'none', OTHER_SCHOOL)], [
    'vsv-national counted 2020-02-01 1', 'vsv-local-work-ready counted 2020-02-01 1', 'leavers counted 2020-02-01 1',
  ]],
  ['every step, ended or not', 'C25', [placed('2020-02-01', 'p1', { kind: 'day-activity', paid: false }), placementEnded('2020-02-11', 'p1'), placed('2020-05-01', 'p2', { kind: 'trial-placement', paid: false })], [
    ' counted 2020-02-01 10', 'over12Months denominator 2020-02-01 1', ' censored 2020-05-01 425', 'over12Months numerator 2020-05-01 1',
  ]],
  ['requests and referrals by domain', 'C26', [asked('2020-02-01'), fact('ReferralMade', '2020-03-01', { to: MUNICIPALITY, domain: 'housing' })], [
    'requestsDeclined denominator 2020-02-01 1', 'byDomain.debts.requestsDeclined denominator 2020-02-01 1',
    'referralsWithoutStart numerator 2020-03-01 1', 'byDomain.housing.referralsWithoutStart numerator 2020-03-01 1',
  ]],
];

describe('what a metric counts of one youth', () => {
  test.each(CASES)('is %s (%s)', (_, metric, facts, lines) => {
    expect(linesOf(metric, facts)).toEqual(lines);
  });
});
