import { describe, expect, test } from '@jest/globals';
import { contact, enrolled, fact, left, measure, MUNICIPALITY, opened, placed, youth, type Fact } from '../testing/given.js';

const WINDOW = ['2021-01-01', '2021-12-31', '2022-03-01'] as const;
const guide = (at: string, person: string): Fact =>
  fact('GuideAssigned', at, { role: 'job-coach', person: `person:${person}`, organisation: MUNICIPALITY, fixedContact: true });
const guideEnded = (at: string, person: string): Fact =>
  fact('GuideEnded', at, { role: 'job-coach', person: `person:${person}`, reason: 'left-organisation' });
const closed = (at: string): Fact => fact('TrajectoryClosed', at, { reason: 'durable-work' });
const atSchool = [opened('2020-09-01'), enrolled('2020-09-01')];

describe('guide continuity (C7)', () => {
  test('counts the day on which a guide ends as a day without, and the day on which one starts as a day with', () => {
    const gap = youth(...atSchool, guide('2020-09-01', 'a'), guideEnded('2021-03-01', 'a'), guide('2021-03-11', 'b'));
    const covered = youth(...atSchool, guide('2020-09-01', 'c'));
    expect(measure('C7', WINDOW, gap, covered)).toMatchObject({ daysWithoutGuide: 10 });
  });

  test('has no day without guide where the next one starts before the other ends', () => {
    const overlap = youth(...atSchool, guide('2020-09-01', 'a'), guide('2021-02-01', 'b'), guideEnded('2021-03-01', 'a'));
    expect(measure('C7', WINDOW, overlap)).toMatchObject({ daysWithoutGuide: 0 });
  });

  test('counts from the opening to the closing within the window only', () => {
    const short = youth(opened('2021-03-01'), closed('2021-03-31'));
    const reopened = youth(opened('2020-01-01'), closed('2020-02-01'), opened('2021-12-31'));
    expect(measure('C7', WINDOW, short, reopened)).toMatchObject({ daysWithoutGuide: 30 + 1 });
  });

  test('stops at the date asked for', () => {
    expect(measure('C7', ['2021-01-01', '2021-12-31', '2021-01-10'], youth(...atSchool))).toMatchObject({ daysWithoutGuide: 10 });
  });

  test('counts each person once per youth, over the years of all youths', () => {
    const two = youth(...atSchool, guide('2020-09-01', 'a'), guideEnded('2021-03-01', 'a'), guide('2021-03-01', 'b'), guide('2021-06-01', 'a'));
    const none = youth(opened('2020-09-01'));
    expect(measure('C7', WINDOW, two, none)['perYouthPerYear']).toBeCloseTo(2 / ((2 * 365) / 365.25), 9);
  });

  test('sees who was guide before the exit and at the next step', () => {
    const kept = youth(...atSchool, guide('2020-09-01', 'a'), left('2021-07-01'), placed('2021-08-01', 'p1'));
    const lost = youth(...atSchool, guide('2020-09-01', 'a'), left('2021-07-01'), guideEnded('2021-07-15', 'a'), guide('2021-07-15', 'b'), placed('2021-08-01', 'p1'));
    const tooLate = youth(...atSchool, left('2021-07-01'), guide('2021-07-01', 'b'), placed('2021-08-01', 'p1'));
    const running = youth(...atSchool, guide('2020-09-01', 'a'), left('2021-07-01'));
    expect(measure('C7', WINDOW, kept, lost, tooLate, running)).toMatchObject({ keptAcrossTransition: { numerator: 1, denominator: 3 } });
  });

  test('has no rate where no trajectory is known to be open', () => {
    const kept = youth(enrolled('2020-09-01'), guide('2020-09-01', 'a'), left('2021-07-01'), placed('2021-08-01', 'p1'));
    expect(measure('C7', WINDOW, kept)).toMatchObject({ perYouthPerYear: null, daysWithoutGuide: null, keptAcrossTransition: { numerator: 1, denominator: 1 } });
  });

  test('looks at exits from school in the window only', () => {
    const worked = youth(opened('2020-09-01'), guide('2020-09-01', 'a'), placed('2020-09-01', 'p1'), fact('JobLost', '2021-03-01', { placementId: 'p1', lastWorkingDay: '2021-03-01', reason: 'dismissed' }), placed('2021-04-01', 'p2'));
    const before = youth(...atSchool, guide('2020-09-01', 'a'), left('2020-12-31'), placed('2021-02-01', 'p1'));
    expect(measure('C7', WINDOW, worked, before)).toMatchObject({ keptAcrossTransition: { numerator: 0, denominator: 0 } });
  });

  test('has somebody who comes back on the day of the next step for a guide who stayed', () => {
    const back = youth(...atSchool, guide('2020-09-01', 'a'), left('2021-07-01'), guideEnded('2021-07-02', 'a'), guide('2021-08-01', 'a'), placed('2021-08-01', 'p1'));
    expect(measure('C7', WINDOW, back)).toMatchObject({ keptAcrossTransition: { numerator: 1, denominator: 1 } });
  });

  test('has no data without an open trajectory', () => {
    expect(measure('C7', WINDOW, youth(opened('2022-01-01')))).toMatchObject({ result: 'insufficient-data' });
  });
});

describe('contact continuity (C8)', () => {
  test('counts a contact of exactly 30, 90 or 180 days ago', () => {
    const withContact = (asOf: string) => measure('C8', ['2021-01-01', '2021-12-31', asOf], youth(opened('2021-01-01'), contact('2021-06-01')), youth(opened('2021-01-01')));
    expect(withContact('2021-07-01')).toMatchObject({ withContact: { 30: { numerator: 1, denominator: 2 } } });
    expect(withContact('2021-07-02')).toMatchObject({ withContact: { 30: { numerator: 0, denominator: 2 }, 90: { numerator: 1 } } });
    expect(withContact('2021-08-31')).toMatchObject({ withContact: { 90: { numerator: 0 }, 180: { numerator: 1 } } });
  });

  test('looks at youths whose trajectory is open', () => {
    expect(measure('C8', WINDOW, youth(opened('2021-01-01'), contact('2022-02-20'), closed('2022-02-21')))).toMatchObject({ result: 'insufficient-data' });
  });

  test('does not take a register for a contact', () => {
    const confirmed = fact('StatusConfirmed', '2022-02-25', { situation: 'work', by: 'register', horizon: '1-year' });
    expect(measure('C8', WINDOW, youth(opened('2021-01-01'), confirmed))).toMatchObject({ withContact: { 30: { numerator: 0, denominator: 1 } } });
  });

  test('gives the longest silence of each youth, one that still lasts too', () => {
    const spoken = youth(opened('2021-01-01'), contact('2021-01-11'), contact('2021-02-20'), contact('2022-02-25'));
    const never = youth(opened('2021-12-01'));
    expect(measure('C8', WINDOW, spoken, never)).toMatchObject({ longestSilence: { n: 2, min: 90, max: 370 } });
  });

  test('counts a silence that was under way from the first day of the window', () => {
    expect(measure('C8', ['2022-01-01', '2022-03-01', '2022-03-01'], youth(opened('2021-01-01'), contact('2021-06-01')))).toMatchObject({ longestSilence: { max: 59 } });
  });
});
