import { describe, expect, test } from '@jest/globals';
import type { EventDataOf } from '@trajectboek/events';
import { contact, fact, measure, MUNICIPALITY, opened, placed, placementEnded, youth, type Fact } from '../testing/given.js';

const WINDOW = ['2020-01-01', '2020-12-31', '2021-12-31'] as const;
const track = (at: string, goal: EventDataOf<'TrackStarted'>['goal'] = 'work', programme = 'route'): Fact =>
  fact('TrackStarted', at, { programme, provider: MUNICIPALITY, goal });
const trackEnded = (at: string, result: EventDataOf<'TrackEnded'>['result'], { completed = true, programme = 'route' } = {}): Fact =>
  fact('TrackEnded', at, { programme, result, completed });
const reported = (at: string): Fact => fact('BenefitReported', at, { municipality: 'GM0153', urgentNeed: false });
const period = (at: string, endsOn: string, supportFromDayOne = false): Fact => fact('SearchPeriodStarted', at, { endsOn, supportFromDayOne });
const waived = (at: string): Fact => fact('SearchPeriodWaived', at, { ground: 'law' });
const applied = (at: string): Fact => fact('BenefitApplied', at, { kind: 'social-assistance' });
const attempt = (at: string, reached: boolean, channel: EventDataOf<'ContactAttempted'>['channel'] = 'phone'): Fact =>
  fact('ContactAttempted', at, { channel, dayPart: 'day', reached, purpose: 'guidance' });

describe('search period (C15)', () => {
  test('ties what happens to the report before it', () => {
    const twice = youth(reported('2020-02-01'), period('2020-02-01', '2020-02-29'), reported('2020-06-01'), period('2020-06-01', '2020-06-29', true), applied('2020-06-30'));
    const waivedOnce = youth(reported('2020-03-01'), waived('2020-03-01'));
    expect(measure('C15', WINDOW, twice, waivedOnce)).toMatchObject({ reported: 3, applied: 1, lapsed: 1, waived: 1, supportedFromDayOne: 1 });
    expect(measure('C15', ['2020-06-01', '2020-12-31', '2021-12-31'], twice)).toMatchObject({ reported: 1, applied: 1, lapsed: 0 });
  });

  test('lapses on the day after the period, unless there is an application', () => {
    const open = youth(reported('2020-02-01'), period('2020-02-01', '2020-02-29'), applied('2020-03-15'));
    expect(measure('C15', ['2020-01-01', '2020-12-31', '2020-02-29'], open)).toMatchObject({ lapsed: 0 });
    expect(measure('C15', ['2020-01-01', '2020-12-31', '2020-03-01'], open)).toMatchObject({ lapsed: 1 });
    expect(measure('C15', ['2020-01-01', '2020-12-31', '2020-03-15'], open)).toMatchObject({ lapsed: 0, applied: 1 });
  });
});

describe('a report for social assistance (C15)', () => {
  test('lapses when every search period that belongs to it is over', () => {
    const two = youth(reported('2020-02-01'), period('2020-02-01', '2020-02-29'), period('2020-03-05', '2020-04-05'));
    expect(measure('C15', ['2020-01-01', '2020-12-31', '2020-04-05'], two)).toMatchObject({ reported: 1, lapsed: 0 });
    expect(measure('C15', ['2020-01-01', '2020-12-31', '2020-04-06'], two)).toMatchObject({ reported: 1, lapsed: 1 });
  });

  test('does not lapse without a search period, nor when it was waived', () => {
    expect(measure('C15', WINDOW, youth(reported('2020-02-01')), youth(reported('2020-02-01'), period('2020-02-01', '2020-02-29'), waived('2020-02-02')))).toMatchObject({ reported: 2, lapsed: 0, waived: 1 });
  });

  test('is one report with another of the same day, and none of before it belongs to it', () => {
    expect(measure('C15', WINDOW, youth(applied('2020-01-31'), reported('2020-02-01'), reported('2020-02-01')))).toMatchObject({ reported: 1, applied: 0 });
  });

  test('has a share for each of its outcomes', () => {
    const one = youth(reported('2020-02-01'), period('2020-02-01', '2020-02-29', true), applied('2020-03-01'));
    expect(measure('C15', WINDOW, one, youth(reported('2020-02-01')))).toMatchObject({
      shares: { applied: { numerator: 1, denominator: 2 }, lapsed: { numerator: 0 }, waived: { numerator: 0 }, supportedFromDayOne: { numerator: 1, denominator: 2 } },
    });
  });
});

describe('track outcome (C18)', () => {
  test('counts a track under each of its results', () => {
    const result = measure('C18', WINDOW, youth(track('2020-02-01'), trackEnded('2020-08-01', ['work', 'obstacle-removed'])),
      youth(track('2020-02-01'), trackEnded('2020-03-01', ['no-result'], { completed: false }), track('2020-09-01')));
    expect(result).toMatchObject({ started: 3, ended: 2, completed: 1, byResult: { work: 1, 'obstacle-removed': 1, 'no-result': 1 } });
  });

  test('does not end a track with the end of another programme', () => {
    expect(measure('C18', WINDOW, youth(track('2020-02-01'), trackEnded('2020-03-01', ['work'], { programme: 'other' })))).toMatchObject({ started: 1, completed: 0, byResult: {} });
  });
});

describe('reach (C20)', () => {
  test('counts attempts by channel, and those it took', () => {
    const result = measure('C20', WINDOW, youth(attempt('2020-02-01', false, 'letter'), attempt('2020-02-08', true), attempt('2020-02-15', true)), youth(attempt('2020-02-01', false, 'letter')));
    expect(result).toMatchObject({
      attempted: 4, reached: 2, byChannel: { letter: { attempted: 2, reached: 0 }, phone: { attempted: 2, reached: 2 } }, byDayPart: { day: { attempted: 4, reached: 2 } },
      attemptsUntilFirstContact: { n: 1, censored: 1, max: 2 },
    });
  });

  test('follows the attempts after the window, up to the date asked for', () => {
    const slow = youth(attempt('2020-12-31', false), attempt('2021-01-10', true));
    expect(measure('C20', WINDOW, slow)).toMatchObject({ attempted: 1, attemptsUntilFirstContact: { n: 1, max: 2 } });
    expect(measure('C20', ['2020-01-01', '2020-12-31', '2021-01-09'], slow)).toMatchObject({ attemptsUntilFirstContact: { n: 0, censored: 1 } });
  });
});

describe('interim step length (C25)', () => {
  const trial = (at: string, id: string): Fact => placed(at, id, { kind: 'trial-placement', paid: false });

  test('measures trial placements, day activity and tracks that do not lead to work or school by themselves', () => {
    const result = measure('C25', WINDOW, youth(opened('2020-01-01'), trial('2020-02-01', 'p1'), placementEnded('2020-02-11', 'p1'), placed('2020-03-01', 'p2', { kind: 'day-activity', paid: false }), placementEnded('2020-03-21', 'p2')),
      youth(track('2020-02-01', 'stabilisation'), trackEnded('2020-03-02', ['stabilised']), track('2020-04-01', 'work', 'other')));
    expect(result).toMatchObject({ n: 3, censored: 0, min: 10, median: 20, max: 30, over12Months: { numerator: 0, denominator: 3 } });
  });

  test('is over twelve months on the day after, also while it runs', () => {
    const running = (asOf: string) => measure('C25', ['2020-01-01', '2020-12-31', asOf], youth(trial('2020-02-01', 'p1')), youth(trial('2020-02-01', 'p1'), placementEnded('2021-02-01', 'p1')));
    expect(running('2021-02-01')).toMatchObject({ n: 1, censored: 1, over12Months: { numerator: 0, denominator: 2 } });
    expect(running('2021-02-02')).toMatchObject({ over12Months: { numerator: 1, denominator: 2 } });
  });
});

describe('unmet need (C26)', () => {
  const asked = (at: string, requestId: string): Fact => fact('SupportRequested', at, { requestId, domain: 'debts' });
  const refusal = (at: string, requestId?: string): Fact => fact('SupportRefused', at, { ground: 'no-capacity', ...(requestId === undefined ? {} : { requestId }) });
  const referred = (at: string): Fact => fact('ReferralMade', at, { to: MUNICIPALITY, domain: 'housing' });

  test('gives declined requests, by id or the newest one before', () => {
    expect(measure('C26', WINDOW, youth(asked('2020-02-01', 'r1'), asked('2020-03-01', 'r2'), refusal('2020-03-05')), youth(asked('2020-02-01', 'r1'), refusal('2020-02-05', 'r1'), asked('2020-03-01', 'r2'))))
      .toMatchObject({ requestsDeclined: { numerator: 2, denominator: 4 }, byDomain: { debts: { requestsDeclined: { numerator: 2 } } } });
  });

  test('ties a refusal to the request that it names, to the newest one before it, or to one of the same day', () => {
    const forHousing = (at: string, requestId: string): Fact => fact('SupportRequested', at, { requestId, domain: 'housing' });
    const declined = (...facts: readonly Fact[]) => measure('C26', WINDOW, youth(...facts))['byDomain'];
    expect(declined(forHousing('2020-02-01', 'r1'), asked('2020-03-01', 'r2'), refusal('2020-03-05', 'r1'))).toMatchObject({ housing: { requestsDeclined: { numerator: 1 } }, debts: { requestsDeclined: { numerator: 0 } } });
    expect(declined(forHousing('2020-02-01', 'r1'), refusal('2020-02-05'), asked('2020-03-01', 'r2'))).toMatchObject({ housing: { requestsDeclined: { numerator: 1 } }, debts: { requestsDeclined: { numerator: 0 } } });
    expect(declined(forHousing('2020-02-01', 'r1'), asked('2020-03-01', 'r2'), refusal('2020-03-01'))).toMatchObject({ housing: { requestsDeclined: { numerator: 0 } }, debts: { requestsDeclined: { numerator: 1 } } });
  });

  test('takes a start of before a referral for no start of it, and counts none of two of the same day twice', () => {
    const support = (at: string): Fact => fact('SupportStarted', at, { instrument: 'housing-coach' });
    expect(measure('C26', WINDOW, youth(support('2020-01-31'), referred('2020-02-01')), youth(referred('2020-02-01'), referred('2020-02-01'), support('2020-02-01'))))
      .toMatchObject({ referralsWithoutStart: { numerator: 1, denominator: 3, censored: 0 } });
  });

  test('gives referrals without a start within 42 days; contact is no start', () => {
    const started = youth(referred('2020-02-01'), fact('SupportStarted', '2020-03-14', { instrument: 'housing-coach' }));
    const late = youth(referred('2020-02-01'), contact('2020-02-10'), fact('SupportStarted', '2020-03-15', { instrument: 'housing-coach' }));
    expect(measure('C26', WINDOW, started, late)).toMatchObject({ referralsWithoutStart: { numerator: 1, denominator: 2 }, byDomain: { housing: { referralsWithoutStart: { numerator: 1 } } } });
    expect(measure('C26', ['2020-01-01', '2020-12-31', '2020-03-14'], late)).toMatchObject({ result: 'insufficient-data' });
  });
});
