import { describe, expect, test } from '@jest/globals';
import { computeMetric } from '../metric-sum.js';
import { contact, enrolled, fact, left, measure, MUNICIPALITY, opened, OTHER_SCHOOL, placed, SCHOOL, youth, type Fact } from '../testing/given.js';
import { rulesWith } from '../testing/rules.js';

const WINDOW = ['2021-01-01', '2021-12-31', '2021-12-31'] as const;
const droppedOut = (at: string): Fact => fact('DroppedOut', at, { institution: SCHOOL, lastSchoolDay: at, withBasicQualification: false, exitInterviewHeld: false });
const took = (at: string, organisation = MUNICIPALITY): Fact => fact('ResponsibilityTaken', at, { role: 'lead', organisation, ground: 'participatiewet' });
const closed = (at: string): Fact => fact('TrajectoryClosed', at, { reason: 'moved-abroad' });
const atSchool = [opened('2020-09-01'), enrolled('2020-09-01')];

describe('time out of view (C9)', () => {
  test('counts episodes from the first day out of view to the first day back', () => {
    const returns = youth(...atSchool, left('2021-03-01', 'labour'), contact('2021-03-31'), contact('2021-06-20'));
    const inView = youth(...atSchool);
    expect(measure('C9', ['2021-01-01', '2021-06-30', '2021-06-30'], returns, inView)).toMatchObject({
      youths: 2, episodes: 1, episodesPerYouth: 0.5, returned: { numerator: 1, denominator: 1 }, daysPerEpisode: { n: 1, median: 30 }, daysUntilReturn: { n: 1, median: 30 },
    });
  });

  test('counts the episode after the last contact from the day that contact is too old', () => {
    const quiet = youth(...atSchool, contact('2021-03-01'), left('2021-03-02', 'labour'));
    expect(measure('C9', ['2021-05-31', '2021-12-31', '2021-06-09'], quiet)).toMatchObject({ episodes: 1, daysPerEpisode: { n: 0, censored: 1 }, returned: { numerator: 0, denominator: 1 } });
    expect(measure('C9', ['2021-05-31', '2021-05-31', '2021-06-09'], quiet)).toMatchObject({ episodes: 1 });
    expect(measure('C9', ['2021-01-01', '2021-05-30', '2021-06-09'], quiet)).toMatchObject({ episodes: 0 });
  });

  test('splits by the cause on the first day', () => {
    const dropout = youth(...atSchool, left('2021-03-01', 'none'), droppedOut('2021-03-01'));
    const leaver = youth(...atSchool, left('2021-03-01', 'labour'));
    const causes = measure('C9', WINDOW, dropout, leaver)['byCause'];
    expect(causes).toMatchObject({ 'dropped-out': { episodes: 1 } });
    expect(Object.keys(causes as object)).toHaveLength(2);
  });

  test('does not take a closing for a return', () => {
    const gone = youth(...atSchool, left('2021-03-01', 'labour'), closed('2021-04-01'));
    expect(measure('C9', WINDOW, gone)).toMatchObject({ returned: { numerator: 0, denominator: 1 }, daysPerEpisode: { n: 1, median: 31 }, daysUntilReturn: { n: 0, censored: 0 } });
  });

  test('has no data, and no episodes per youth, without an open trajectory', () => {
    expect(measure('C9', WINDOW, youth(opened('2019-01-01'), closed('2020-01-01')))).toMatchObject({ result: 'insufficient-data', episodesPerYouth: null });
  });
});

describe('aftercare coverage (C21)', () => {
  const leaver = (...facts: readonly Fact[]) => youth(opened('2018-09-01'), fact('EnrolmentStarted', '2018-09-01', { institution: SCHOOL, schoolType: 'pro' }), left('2021-01-15', 'labour'), ...facts);
  const call = (at: string): Fact => fact('ContactMade', at, { purpose: 'aftercare', situation: 'work', supportNeeded: false });
  const asOf = (date: string) => ['2021-01-01', '2021-12-31', date] as const;

  test('wants a contact in each half year that is over', () => {
    expect(measure('C21', asOf('2022-01-16'), leaver(call('2021-07-15'), call('2022-01-15')), leaver(call('2021-07-15')), leaver(call('2021-07-16'), call('2022-01-15'))))
      .toMatchObject({ numerator: 1, denominator: 3 });
  });

  test('does not judge a period that still runs', () => {
    expect(measure('C21', asOf('2021-07-15'), leaver())).toMatchObject({ denominator: 0, result: 'insufficient-data' });
    expect(measure('C21', asOf('2021-07-16'), leaver())).toMatchObject({ numerator: 0, denominator: 1 });
  });

  test('stops asking when the two years are over', () => {
    const all = ['2021-06-01', '2021-12-01', '2022-06-01', '2023-01-01'].map(call);
    expect(measure('C21', asOf('2024-12-31'), leaver(...all))).toMatchObject({ numerator: 1, denominator: 1 });
  });
});

describe('deadlines met (C22)', () => {
  const offered = (at: string, handoverId: string): Fact => fact('HandoverOffered', at, { handoverId, to: MUNICIPALITY, receiverRole: 'rmc', warm: true, answerBy: '2021-06-15' });
  const accepted = (at: string, handoverId: string): Fact => fact('HandoverAccepted', at, { handoverId });

  test('tells per scheme what came of it', () => {
    const answers = [youth(offered('2021-06-01', 'h1'), accepted('2021-06-15', 'h1')), youth(offered('2021-06-01', 'h1'), accepted('2021-06-16', 'h1')), youth(offered('2021-06-01', 'h1'))];
    expect(measure('C22', ['2021-01-01', '2021-12-31', '2021-06-20'], ...answers)['handover-answer']).toEqual({ metOnTime: 1, metLate: 1, missed: 1, running: 0 });
    expect(measure('C22', ['2021-01-01', '2021-12-31', '2021-06-15'], ...answers)['handover-answer']).toEqual({ metOnTime: 1, metLate: 0, missed: 0, running: 2 });
  });

  test('leaves out clocks that started outside the window, and windows and marks', () => {
    const result = measure('C22', ['2021-07-01', '2021-12-31', '2021-12-31'], youth(opened('2021-01-01'), offered('2021-06-01', 'h1')));
    expect(result).toMatchObject({ result: 'insufficient-data' });
  });

  test('counts programme clocks only where they are switched on', () => {
    const leaver = youth(opened('2020-09-01'), enrolled('2020-09-01'), droppedOut('2021-02-01'));
    const ask = (enabled: readonly string[]) => computeMetric({ metric: 'C22', from: '2021-01-01', to: '2021-12-31', asOf: '2021-12-31' }, [leaver], rulesWith(enabled));
    expect(ask([])).not.toHaveProperty('one-year-later');
    expect(ask(['one-year-later'])).toHaveProperty('one-year-later');
  });
});

describe('responsibility (C23)', () => {
  test('counts days without anybody, with two parties and in dispute', () => {
    const gap = youth(...atSchool, left('2021-03-01', 'none'), took('2021-03-11'));
    const double = youth(...atSchool, left('2021-06-01', 'none'), took('2021-06-01'), took('2021-12-22', OTHER_SCHOOL));
    const disputed = youth(...atSchool, fact('ResponsibilityDisputed', '2021-12-30', { parties: [SCHOOL, MUNICIPALITY], question: 'who-leads' }));
    expect(measure('C23', WINDOW, gap, double, disputed)).toMatchObject({ youthDays: 3 * 365, gap: 10, double: 10, disputed: 2, daysUntilGapClosed: { n: 1, censored: 0, median: 10 } });
  });

  test('does not count a gap after the trajectory was closed, nor call it closed', () => {
    const gone = youth(...atSchool, left('2021-03-01', 'none'), closed('2021-03-11'));
    expect(measure('C23', WINDOW, gone)).toMatchObject({ youthDays: 69, gap: 10, daysUntilGapClosed: { n: 0, censored: 1 } });
  });
});

describe('early leaving (C24)', () => {
  const credential = (at: string, type: 'entree' | 'work-ready-diploma'): Fact => fact('CredentialAwarded', at, { type, basicQualification: false });
  const leaving = [...atSchool, left('2021-03-01', 'none')];

  test('counts the same leavers by each definition', () => {
    const result = measure('C24', WINDOW, youth(...leaving), youth(...leaving, credential('2021-02-01', 'entree')), youth(...leaving, credential('2021-02-01', 'entree'), placed('2021-04-01', 'p1')),
      youth(...leaving, enrolled('2021-09-01')));
    expect(result).toMatchObject({ leavers: 4, 'vsv-national': 2, 'entree-without-work': 1 });
  });

  test('holds the local monitor beside the national one, also for youths of another municipality', () => {
    const ready = youth(...leaving, credential('2021-02-01', 'work-ready-diploma'));
    expect(measure('C24', WINDOW, youth(...leaving), ready)).toMatchObject({ 'vsv-national': 2, 'vsv-local-work-ready': 1 });
  });

  test('counts by the leaving in the window, once per youth', () => {
    expect(measure('C24', WINDOW, youth(...leaving, droppedOut('2021-03-01')))).toMatchObject({ 'vsv-national': 1 });
    expect(measure('C24', ['2021-04-01', '2021-12-31', '2021-12-31'], youth(...leaving))).toMatchObject({ result: 'insufficient-data' });
  });
});
