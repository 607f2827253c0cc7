import { describe, expect, test } from '@jest/globals';
import type { Chronicle } from '@trajectboek/events';
import { computeMetric } from '../metric-sum.js';
import type { MetricId, MetricResult } from '../metric.js';
import { contact, enrolled, fact, jobLost, left, MUNICIPALITY, opened, placed, youth, type Fact } from '../testing/given.js';
import { rulesWith } from '../testing/rules.js';

const RULES = { threshold: 10, rounding: 5 };
const PERIOD = { from: '2020-01-01', to: '2020-12-31', asOf: '2021-12-31' } as const;

function many(count: number, facts: (nth: number) => readonly Fact[]): readonly Chronicle[] {
  return Array.from({ length: count }, (_, nth) => youth(opened('2020-01-01'), ...facts(nth)));
}

function published(metric: MetricId, ...groups: readonly (readonly Chronicle[])[]): MetricResult {
  return computeMetric({ metric, ...PERIOD, published: RULES }, groups.flat(), rulesWith());
}

const offered = (answer?: 'HandoverAccepted' | 'HandoverReturned', warm = true) => (): readonly Fact[] => [
  fact('HandoverOffered', '2020-02-01', { handoverId: 'h1', to: MUNICIPALITY, receiverRole: 'rmc', warm, answerBy: '2020-02-15' }),
  ...(answer === 'HandoverAccepted' ? [fact(answer, '2020-02-10', { handoverId: 'h1' })] : []),
  ...(answer === 'HandoverReturned' ? [fact(answer, '2020-02-10', { handoverId: 'h1', ground: 'not-ready' })] : []),
];

describe('a published share', () => {
  test('has rounded counts, and the value and interval of those', () => {
    expect(published('C6', many(22, offered()), many(31, offered(undefined, false)))).toMatchObject({ numerator: 20, denominator: 55, value: 20 / 55, low: expect.any(Number), suppressed: false, youthsCounted: 55 });
  });

  test('is left out when one of its two parts is small', () => {
    const nothing = { numerator: null, denominator: null, value: null, low: null, high: null, suppressed: true };
    expect(published('C6', many(9, offered()), many(31, offered(undefined, false)))).toMatchObject(nothing);
    expect(published('C6', many(31, offered()), many(9, offered(undefined, false)))).toMatchObject(nothing);
    expect(published('C6', many(10, offered()), many(31, offered(undefined, false)))).toMatchObject({ numerator: 10, suppressed: false });
  });

  test('is left out when nearly everybody is in one part', () => {
    expect(published('C6', many(120, offered()), many(10, offered(undefined, false)))).toMatchObject({ value: null, suppressed: true });
    expect(published('C6', many(40, offered()))).toMatchObject({ value: null, suppressed: true });
  });

  test('is left out when few youths are behind many items', () => {
    const often = many(5, () => Array.from({ length: 8 }, (_, nth) => fact('HandoverOffered', '2020-02-01', { handoverId: `h${nth}`, to: MUNICIPALITY, receiverRole: 'rmc', warm: true, answerBy: '2020-02-15' })));
    expect(published('C6', often, many(31, offered(undefined, false)))).toMatchObject({ numerator: null, suppressed: true });
  });
});

describe('published counts', () => {
  test('leave out what is small, the smallest other part with it, and the shares of both', () => {
    const result = published('C2', many(30, offered('HandoverAccepted')), many(3, offered('HandoverReturned')), many(17, offered()));
    expect(result).toMatchObject({
      offered: 50, accepted: 30, returned: null, unanswered: null, suppressed: true,
      shares: { accepted: { value: 0.6 }, returned: { value: null, suppressed: true }, unanswered: { value: null, suppressed: true } },
    });
  });

  test('leave out a part of which the rest is small', () => {
    const track = (completed: boolean) => (): readonly Fact[] => [
      fact('TrackStarted', '2020-02-01', { programme: 'a', provider: MUNICIPALITY, goal: 'work' }),
      fact('TrackEnded', '2020-05-01', { programme: 'a', result: ['work'], completed }),
    ];
    expect(published('C18', many(40, track(true)), many(4, track(false)))).toMatchObject({ started: 45, completed: null, suppressed: true });
    expect(published('C18', many(30, track(true)), many(14, track(false)))).toMatchObject({ started: 45, completed: 30, ended: null });
  });

  test('leave out the smallest other row of a table with one small row', () => {
    const tried = (channel: 'letter' | 'phone' | 'app') => (nth: number): readonly Fact[] => [fact('ContactAttempted', '2020-03-01', { channel, dayPart: 'day', reached: nth % 2 === 0, purpose: 'guidance' })];
    const { byChannel } = published('C20', many(30, tried('letter')), many(24, tried('phone')), many(4, tried('app')));
    expect(byChannel).toMatchObject({ letter: { attempted: 30, reached: 15 }, phone: { attempted: null, reached: null, suppressed: true }, app: { attempted: null, reached: null, suppressed: true } });
  });
});

describe('published lengths', () => {
  const gone = (days: string) => (): readonly Fact[] => [enrolled('2020-01-10'), left('2020-02-01'), placed(days, 'p1')];

  test('never show the shortest and the longest, which are of one youth each', () => {
    expect(published('C1', many(12, gone('2020-02-11')))).toMatchObject({ n: 10, min: null, median: 10, max: null, censored: 0 });
  });

  test('are left out below the threshold', () => {
    expect(published('C1', many(9, gone('2020-02-11')), many(20, () => [enrolled('2020-01-10'), left('2020-02-01')]))).toMatchObject({ n: null, median: null, censored: 20, suppressed: true });
  });

  test('of work are left out where few ended, or few were left', () => {
    const works = (until?: string) => (nth: number): readonly Fact[] => [placed('2020-01-10', `p${nth}`), ...(until === undefined ? [] : [jobLost(until, `p${nth}`)])];
    const result = published('C10', many(30, works()), many(12, works('2020-05-01')), many(4, works('2020-09-01')));
    expect(result).toMatchObject({ spells: 45, suppressed: true, at: { 3: { atRisk: 45, survival: 1 }, 6: { survival: 0.74, endedBy: 10 }, 12: { survival: null, suppressed: true } } });
  });
});

describe('a published answer', () => {
  test('says nothing at all about fewer youths than the threshold', () => {
    const few = published('C8', many(9, () => [contact('2020-02-01')]));
    expect(few).toMatchObject({ youthsCounted: null, suppressed: true, withContact: { 30: { numerator: null, suppressed: true } }, longestSilence: { n: null } });
    expect(few).not.toHaveProperty('result');
  });

  test('tells of exactly as many youths as the threshold', () => {
    expect(published('C8', many(10, () => [contact('2020-02-01')]))).toMatchObject({ youthsCounted: 10, longestSilence: { n: 10 } });
  });

  test('is plain about there being nothing', () => {
    expect(published('C8')).toMatchObject({ result: 'insufficient-data', youthsCounted: 0, suppressed: false });
  });

  test('leaves out a rate that rests on few', () => {
    const worked = (lost: boolean) => (nth: number): readonly Fact[] => [placed('2020-01-10', `p${nth}`), ...(lost ? [jobLost('2020-07-01', `p${nth}`)] : [])];
    expect(published('C11', many(4, worked(true)), many(30, worked(false)))).toMatchObject({ per100Years: null, suppressed: true });
    const threeTimes = (nth: number): readonly Fact[] => ['01', '02', '03'].flatMap((month) => [placed(`2020-${month}-10`, `p${nth}-${month}`), jobLost(`2020-${month}-20`, `p${nth}-${month}`)]);
    expect(published('C11', many(9, threeTimes), many(30, worked(false)))).toMatchObject({ per100Years: null, suppressed: true });
    expect(published('C11', many(15, worked(true)), many(30, worked(false)))).toMatchObject({ per100Years: expect.any(Number) });
  });

  test('tells of no days without guide when only a few youths had them', () => {
    const guided = (nth: number): readonly Fact[] => [fact('GuideAssigned', '2020-01-01', { role: 'mentor', person: `person:${nth}`, organisation: MUNICIPALITY, fixedContact: true })];
    expect(published('C7', many(40, guided), many(3, () => []))).toMatchObject({ daysWithoutGuide: null, suppressed: true });
    expect(published('C7', many(40, guided), many(12, () => []))).toMatchObject({ daysWithoutGuide: expect.any(Number) });
  });

  test('tells of no guides per year when only a few youths had one', () => {
    const guided = (nth: number): readonly Fact[] => [fact('GuideAssigned', '2020-01-01', { role: 'mentor', person: `person:${nth}`, organisation: MUNICIPALITY, fixedContact: true })];
    expect(published('C7', many(4, guided), many(40, () => []))).toMatchObject({ perYouthPerYear: null, suppressed: true });
  });

  test('is not what an authorised reader gets', () => {
    expect(computeMetric({ metric: 'C6', ...PERIOD }, many(3, offered()), rulesWith())).toMatchObject({ numerator: 3, denominator: 3, value: 1, suppressed: false, youthsCounted: 3 });
  });
});
