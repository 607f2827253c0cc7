import { describe, expect, test } from '@jest/globals';
import { contact, enrolled, jobLost, measure, opened, placed, placementEnded, youth } from '../testing/given.js';

const WINDOW = ['2020-01-01', '2020-12-31', '2022-01-01'] as const;

describe('sustained placement (C10)', () => {
  test('gives the retention with the number at risk', () => {
    const stays = youth(opened('2020-01-01'), placed('2020-01-01', 'p1'));
    const stops = youth(opened('2020-01-01'), placed('2020-01-01', 'p1'), jobLost('2020-08-01', 'p1'));
    const result = measure('C10', WINDOW, stays, stops);
    expect(result).toMatchObject({ spells: 2, at: { 6: { atRisk: 2, survival: 1 }, 12: { atRisk: 1, survival: 0.5 }, 24: { atRisk: 1, survival: 0.5 }, 36: { atRisk: 0, survival: null } } });
  });

  test('continues with another employer within 28 days, and not a day later', () => {
    const spell = (restart: string) => youth(opened('2020-01-01'), placed('2020-01-01', 'p1'), placementEnded('2020-06-01', 'p1'), placed(restart, 'p2'));
    expect(measure('C10', WINDOW, spell('2020-06-29'))).toMatchObject({ spells: 1, at: { 12: { survival: 1 } } });
    expect(measure('C10', WINDOW, spell('2020-06-30'))).toMatchObject({ spells: 2, at: { 3: { atRisk: 2 }, 12: { atRisk: 1, survival: 0.5 } } });
  });

  test('sees one spell in two jobs at once', () => {
    const both = youth(opened('2020-01-01'), placed('2020-01-01', 'p1'), placed('2020-02-01', 'p2'), jobLost('2020-03-01', 'p2'));
    expect(measure('C10', WINDOW, both)).toMatchObject({ spells: 1, at: { 24: { atRisk: 1, survival: 1 } } });
  });

  test('goes on until the last of two jobs at once has ended', () => {
    const both = (first: string, second: string) => youth(opened('2020-01-01'), placed('2020-01-01', 'p1'), placed('2020-01-02', 'p2'), jobLost(first, 'p1'), jobLost(second, 'p2'));
    expect(measure('C10', WINDOW, both('2020-02-01', '2020-08-01'), both('2020-08-01', '2020-02-01'))).toMatchObject({ spells: 2, at: { 6: { atRisk: 2, survival: 1 }, 12: { endedBy: 2, survival: 0 } } });
  });

  test('leaves out unpaid work and day activity', () => {
    const unpaid = youth(opened('2020-01-01'), placed('2020-02-01', 'p1', { kind: 'volunteer', paid: false }), placed('2020-02-01', 'p2', { kind: 'day-activity', paid: true }));
    expect(measure('C10', WINDOW, unpaid)).toMatchObject({ result: 'insufficient-data' });
  });

  test('counts a spell by its start, not by the employer in the window', () => {
    const older = youth(opened('2019-01-01'), placed('2019-12-31', 'p1'), placementEnded('2020-06-01', 'p1'), placed('2020-06-02', 'p2'));
    expect(measure('C10', WINDOW, older)).toMatchObject({ result: 'insufficient-data' });
  });
});

describe('job loss (C11)', () => {
  test('gives losses per 100 years of paid work in the window', () => {
    const lost = youth(opened('2019-01-01'), placed('2019-07-01', 'p1'), jobLost('2020-07-01', 'p1'));
    const kept = youth(opened('2019-01-01'), placed('2020-07-01', 'p1'));
    const [, years] = [lost, 366 / 365.25];
    expect(measure('C11', WINDOW, lost, kept)['per100Years']).toBeCloseTo(100 / years, 9);
  });

  test('tells who lost a job after one to two years', () => {
    const after = (at: string) => youth(opened('2018-01-01'), placed('2018-05-01', 'p1'), jobLost(at, 'p1'));
    expect(measure('C11', ['2018-01-01', '2020-12-31', '2022-01-01'], after('2019-04-30'), after('2019-05-01'), after('2020-04-30'), after('2020-05-01')))
      .toMatchObject({ betweenOneAndTwoYears: 2, shareBetweenOneAndTwoYears: { numerator: 2, denominator: 4 } });
  });

  test('tells who lost a job within 90 days after the 21st birthday', () => {
    const at21 = (at: string) => youth(opened('2019-01-01'), placed('2020-01-01', 'p1'), jobLost(at, 'p1'));
    expect(measure('C11', ['2020-01-01', '2021-12-31', '2022-01-01'], at21('2020-12-31'), at21('2021-01-01'), at21('2021-04-01'), at21('2021-04-02')))
      .toMatchObject({ within90DaysOf21: { numerator: 2, denominator: 4 } });
  });

  test('counts the days until a placement, education or contact, whichever is first', () => {
    const job = [opened('2019-01-01'), placed('2020-01-01', 'p1'), jobLost('2020-03-01', 'p1')];
    const result = measure('C11', WINDOW,
      youth(...job, contact('2020-03-11'), placed('2020-04-01', 'p2')), youth(...job, enrolled('2020-03-31')),
      youth(...job, contact('2020-03-01')), youth(...job));
    expect(result).toMatchObject({ daysUntilNext: { n: 3, censored: 1, min: 0, median: 10, max: 30 } });
  });

  test('does not take the job that was lost for the next one, but takes another of the same day', () => {
    const dayJob = [opened('2019-01-01'), placed('2020-03-01', 'p1'), jobLost('2020-03-01', 'p1')];
    const result = measure('C11', WINDOW, youth(...dayJob, placed('2020-03-05', 'p1')), youth(...dayJob, placed('2020-03-01', 'p2')), youth(...dayJob));
    expect(result).toMatchObject({ daysUntilNext: { n: 2, censored: 1, min: 0, max: 4 } });
  });

  test('says nothing of a birthday that nobody knows', () => {
    expect(measure('C11', WINDOW, youth(placed('2020-01-01', 'p1'), jobLost('2020-03-01', 'p1')))).toMatchObject({ within90DaysOf21: { numerator: 0, denominator: 1 } });
  });

  test('has no rate where a job was lost and no paid work is known', () => {
    const result = measure('C11', WINDOW, youth(opened('2019-01-01'), jobLost('2020-03-01', 'p1')));
    expect(result).toMatchObject({ per100Years: null, betweenOneAndTwoYears: 0, shareBetweenOneAndTwoYears: { numerator: 0, denominator: 1 } });
  });

  test('counts no days of unpaid work', () => {
    const lost = youth(opened('2019-01-01'), placed('2019-01-01', 'p1'), placed('2019-01-01', 'p2', { kind: 'volunteer', paid: false }), jobLost('2020-07-01', 'p1'));
    expect(measure('C11', WINDOW, lost)['per100Years']).toBeCloseTo(100 / (182 / 365.25), 9);
  });

  test('is 0, and not unknown, where people worked and nobody lost a job', () => {
    expect(measure('C11', WINDOW, youth(opened('2019-01-01'), placed('2020-01-01', 'p1')))).toMatchObject({ per100Years: 0, within90DaysOf21: { value: null } });
    expect(measure('C11', WINDOW, youth(opened('2019-01-01')))).toMatchObject({ result: 'insufficient-data' });
  });
});
