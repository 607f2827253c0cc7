import { describe, expect, test } from '@jest/globals';
import { enrolled, fact, jobLost, left, measure, MUNICIPALITY, opened, OTHER_SCHOOL, placed, placementEnded, SCHOOL, youth } from '../testing/given.js';

const WINDOW = ['2020-01-01', '2020-12-31', '2021-06-30'] as const;
const started = [opened('2019-09-01'), enrolled('2019-09-01')];
const track = (at: string) => fact('TrackStarted', at, { programme: 'route', provider: MUNICIPALITY, goal: 'work' });
const internship = (at: string) => fact('InternshipStarted', at, { kind: 'external', employer: MUNICIPALITY, hoursPerWeek: 24, plannedEnd: '2021-01-01' });

describe('the transition gap (C1)', () => {
  test('counts the days until the next start, over several youths', () => {
    const result = measure('C1', WINDOW, youth(...started, left('2020-03-01'), placed('2020-03-31', 'p1')), youth(...started, left('2020-03-01'), track('2020-03-11')));
    expect(result).toMatchObject({ n: 2, censored: 0, min: 10, median: 20, max: 30 });
  });

  test('is 0 when something starts on the day of the exit, or is open already', () => {
    const sameDay = youth(...started, left('2020-03-01'), enrolled('2020-03-01', OTHER_SCHOOL));
    const openAlready = youth(...started, placed('2020-01-10', 'p1'), left('2020-03-01'));
    expect(measure('C1', WINDOW, sameDay, openAlready)).toMatchObject({ n: 2, max: 0 });
  });

  test('is 0 when an internship goes on after the enrolment ended', () => {
    expect(measure('C1', WINDOW, youth(...started, internship('2020-02-01'), left('2020-03-01')))).toMatchObject({ n: 1, max: 0 });
  });

  test('does not take what ended for what comes next', () => {
    const oneDayJob = youth(opened('2020-01-01'), placed('2020-02-01', 'p1'), jobLost('2020-02-01', 'p1'), placed('2020-02-05', 'p2'));
    expect(measure('C1', WINDOW, oneDayJob)).toMatchObject({ n: 1, median: 4 });
  });

  test('starts at the end of an unpaid placement too', () => {
    const trial = youth(opened('2020-01-01'), placed('2020-02-01', 'p1', { kind: 'trial-placement', paid: false }), placementEnded('2020-04-01', 'p1'), track('2020-04-03'));
    expect(measure('C1', WINDOW, trial)).toMatchObject({ n: 1, median: 2 });
  });

  test('starts twice when two things end on one day', () => {
    const both = youth(...started, placed('2020-01-10', 'p1'), left('2020-03-01'), jobLost('2020-03-01', 'p1'), track('2020-03-08'));
    expect(measure('C1', WINDOW, both)).toMatchObject({ n: 2, min: 7, max: 7 });
  });

  test('is neither closed nor started by an institution stay', () => {
    const stay = youth(...started, left('2020-03-01'), fact('InstitutionStayStarted', '2020-03-05', { category: 'clinic' }),
      fact('InstitutionStayEnded', '2020-04-05', {}), placed('2020-05-01', 'p1'));
    expect(measure('C1', WINDOW, stay)).toMatchObject({ n: 1, median: 61 });
  });

  test('is 0 when what starts on the day of the exit ends that day', () => {
    expect(measure('C1', WINDOW, youth(...started, left('2020-03-01'), placed('2020-03-01', 'p1'), jobLost('2020-03-01', 'p1')))).toMatchObject({ n: 1, censored: 1, max: 0 });
  });

  test('is counted to the first of the next starts', () => {
    expect(measure('C1', WINDOW, youth(...started, left('2020-03-01'), placed('2020-05-01', 'p1'), track('2020-04-01'), enrolled('2020-06-01')))).toMatchObject({ n: 1, median: 31 });
  });

  test('only counts a gap that still runs', () => {
    const running = youth(...started, left('2020-03-01'));
    const closed = youth(...started, left('2020-03-01'), placed('2020-03-02', 'p1'));
    expect(measure('C1', WINDOW, running, closed)).toMatchObject({ n: 1, censored: 1, max: 1 });
    expect(measure('C1', WINDOW, running)).toMatchObject({ n: 0, censored: 1, median: null, result: 'insufficient-data' });
  });

  test('belongs to the window of its exit, and does not see what happened after the date asked for', () => {
    const late = youth(...started, left('2020-12-31'), placed('2021-07-01', 'p1'));
    expect(measure('C1', WINDOW, late)).toMatchObject({ n: 0, censored: 1 });
    expect(measure('C1', ['2021-01-01', '2021-12-31', '2021-12-31'], late)).toMatchObject({ result: 'insufficient-data' });
    expect(measure('C1', ['2020-01-01', '2020-12-31', '2021-12-31'], late)).toMatchObject({ n: 1, median: 182 });
  });

  test('says that it has no data rather than 0', () => {
    expect(measure('C1', WINDOW, youth(opened('2020-01-01')))).toMatchObject({ result: 'insufficient-data' });
    expect(measure('C1', WINDOW)).toMatchObject({ n: 0, median: null });
  });

  test('counts two exits of one youth apart', () => {
    const twice = youth(...started, enrolled('2019-10-01', OTHER_SCHOOL), left('2020-03-01', 'none', SCHOOL), left('2020-04-01', 'none', OTHER_SCHOOL), track('2020-04-11'));
    expect(measure('C1', WINDOW, twice)).toMatchObject({ n: 2, min: 0, max: 10 });
  });
});
