import { describe, expect, test } from '@jest/globals';
import { fact, left, enrolled, measure, MUNICIPALITY, opened, youth, type Fact } from '../testing/given.js';

const WINDOW = ['2020-01-01', '2020-12-31', '2020-12-31'] as const;
const offered = (at: string, handoverId: string, { answerBy = '2020-06-30', warm = true } = {}): Fact =>
  fact('HandoverOffered', at, { handoverId, to: MUNICIPALITY, receiverRole: 'work-and-income', warm, answerBy });
const accepted = (at: string, handoverId: string): Fact => fact('HandoverAccepted', at, { handoverId });
const returned = (at: string, handoverId: string): Fact => fact('HandoverReturned', at, { handoverId, ground: 'no-capacity' });
const revoked = (at: string, handoverId: string): Fact => fact('HandoverRevoked', at, { handoverId, reason: 'situation-changed' });
const completed = (at: string, handoverId: string): Fact => fact('HandoverCompleted', at, { handoverId, firstContactOn: at });

describe('handover acceptance (C2)', () => {
  test('counts each offer by what came of it', () => {
    const result = measure('C2', WINDOW,
      youth(offered('2020-02-01', 'h1'), accepted('2020-02-05', 'h1'), offered('2020-03-01', 'h2'), returned('2020-03-05', 'h2')),
      youth(offered('2020-02-01', 'h1'), offered('2020-04-01', 'h2'), revoked('2020-04-02', 'h2')));
    expect(result).toMatchObject({ offered: 4, accepted: 1, returned: 1, unanswered: 1, shares: { accepted: { numerator: 1, denominator: 4, value: 0.25 } } });
  });

  test('does not call an offer unanswered on the last day for an answer', () => {
    const open = youth(offered('2020-02-01', 'h1', { answerBy: '2020-02-15' }));
    expect(measure('C2', ['2020-01-01', '2020-12-31', '2020-02-15'], open)).toMatchObject({ unanswered: 0 });
    expect(measure('C2', ['2020-01-01', '2020-12-31', '2020-02-16'], open)).toMatchObject({ unanswered: 1 });
  });

  test('takes the answer after the window, up to the date asked for', () => {
    const late = youth(offered('2020-02-01', 'h1', { answerBy: '2020-02-15' }), accepted('2020-05-01', 'h1'));
    expect(measure('C2', ['2020-02-01', '2020-02-28', '2020-04-30'], late)).toMatchObject({ accepted: 0, unanswered: 1 });
    expect(measure('C2', ['2020-02-01', '2020-02-28', '2020-05-01'], late)).toMatchObject({ accepted: 1, unanswered: 0 });
  });

  test('has no data where nothing was offered', () => {
    const result = measure('C2', WINDOW, youth(opened('2020-01-01')));
    expect(result).toMatchObject({ result: 'insufficient-data' });
    expect(result).not.toHaveProperty('offered');
  });
});

describe('handover latency (C3), arrival (C4) and warmth (C6)', () => {
  const arrived = youth(offered('2020-02-01', 'h1'), accepted('2020-02-08', 'h1'), completed('2020-02-20', 'h1'));
  const waiting = youth(offered('2020-03-01', 'h1', { warm: false }), accepted('2020-03-04', 'h1'), offered('2020-04-01', 'h2'));

  test('measures each step, and counts what waits as running', () => {
    expect(measure('C3', WINDOW, arrived, waiting)).toMatchObject({
      offeredToAccepted: { n: 2, censored: 1, min: 3, max: 7 }, acceptedToCompleted: { n: 1, censored: 1, median: 12 },
    });
  });

  test('leaves out what was returned or revoked', () => {
    const given = youth(offered('2020-03-01', 'h1'), returned('2020-03-04', 'h1'), offered('2020-04-01', 'h2'), accepted('2020-04-02', 'h2'), revoked('2020-04-03', 'h2'));
    expect(measure('C3', WINDOW, given)).toMatchObject({ offeredToAccepted: { n: 1, censored: 0 }, acceptedToCompleted: { n: 0, censored: 0 } });
  });

  test('counts an arrival by the date of the acceptance', () => {
    expect(measure('C4', WINDOW, arrived, waiting)).toMatchObject({ numerator: 1, denominator: 2, value: 0.5 });
    expect(measure('C4', ['2020-02-09', '2020-12-31', '2020-12-31'], arrived)).toMatchObject({ value: null, result: 'insufficient-data' });
  });

  test('gives the share of warm handovers', () => {
    expect(measure('C6', WINDOW, arrived, waiting)).toMatchObject({ numerator: 2, denominator: 3 });
  });
});

describe('handover before exit (C5)', () => {
  const leaver = (...facts: readonly Fact[]) => youth(enrolled('2019-09-01'), left('2020-07-10', 'labour'), ...facts);

  test.each([
    ['on the last school day', '2020-07-10', 1],
    ['a day late', '2020-07-11', 0],
    ['twelve months before', '2019-07-10', 1],
    ['longer than twelve months before', '2019-07-09', 0],
  ])('looks for an acceptance up to the last school day: %s', (_, at, numerator) => {
    const other = leaver();
    expect(measure('C5', WINDOW, leaver(offered('2019-06-01', 'h1'), accepted(at, 'h1')), other)).toMatchObject({ numerator, denominator: 2 });
  });

  test('leaves out who goes on to education', () => {
    expect(measure('C5', WINDOW, youth(enrolled('2019-09-01'), left('2020-07-10', 'education')))).toMatchObject({ result: 'insufficient-data' });
  });
});
