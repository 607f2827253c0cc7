import { describe, expect, it } from '@jest/globals';
import { minus, plus, type CivilDate } from '@trajectboek/events';
import { ask, missing, nextChange, say, type Place } from '../testing/asking.js';
import type { Told } from '../testing/youths.js';

const SCHOOL = 'urn:nld:oin:00000099000000000001';
const COMPARISONS = ['lt', 'lte', 'gt', 'gte', 'eq', 'ne'] as const;
const absence = (data: object): Told => ['2020-03-02', 'AbsenceReported', { category: 'unauthorised', since: '2020-03-01', ...data }];
const offer = (data: object): Told => ['2020-03-02', 'HandoverOffered', { handoverId: 'h1', to: SCHOOL, receiverRole: 'rmc', warm: true, answerBy: '2020-03-16', ...data }];
const search = (endsOn: CivilDate): Told => ['2020-01-01', 'SearchPeriodStarted', { endsOn, supportFromDayOne: true }];
const match = (facts: readonly string[]): Told => ['2020-03-02', 'RegisterMatched', { register: 'duo', runOn: '2020-03-02', result: 'found', facts, legalBasis: 'web' }];
const all = (pair: unknown, place: Place): unknown[] => COMPARISONS.map((comparison) => ask({ [comparison]: pair }, place));

describe('lt, lte, gt, gte, eq and ne', () => {
  it.each<[string, unknown, Place, readonly unknown[]]>([
    ['a smaller number', ['data.hours', 16], { event: absence({ hours: 15 }) }, [true, true, false, false, false, true]],
    ['an equal number', ['data.hours', 16], { event: absence({ hours: 16 }) }, [false, true, false, true, true, false]],
    ['a larger number', ['data.hours', 16], { event: absence({ hours: 17 }) }, [false, false, true, true, false, true]],
    ['a number with more digits', ['data.hours', 9], { event: absence({ hours: 16 }) }, [false, false, true, true, false, true]],
    ['an earlier date', ['data.answerBy', '2020-03-17'], { event: offer({}) }, [true, true, false, false, false, true]],
    ['an equal date', ['data.answerBy', '2020-03-16'], { event: offer({}) }, [false, true, false, true, true, false]],
    ['a later date', ['data.answerBy', '2020-03-15'], { event: offer({}) }, [false, false, true, true, false, true]],
    ['a number and a text', ['data.hours', '16'], { event: absence({ hours: 16 }) }, ['unknown', 'unknown', 'unknown', 'unknown', false, true]],
    ['a text and a number', ['data.answerBy', 16], { event: offer({}) }, ['unknown', 'unknown', 'unknown', 'unknown', false, true]],
    ['a flag and a flag', ['data.warm', false], { event: offer({}) }, ['unknown', 'unknown', 'unknown', 'unknown', false, true]],
    ['a field that is missing', ['data.hours', 16], { event: absence({}) }, Array(6).fill('unknown')],
    ['a value that is missing', ['data.answerBy', { path: 'data.expectedStart' }], { event: offer({}) }, Array(6).fill('unknown')],
    ['a shorter period', [{ setting: 'contactWindow' }, 'P100D'], {}, [true, true, false, false, false, true]],
    ['a period that is as long in other units', [{ setting: 'contactWindow' }, 'P3M'], {}, [false, true, false, true, false, true]],
    ['a period and a date', [{ setting: 'contactWindow' }, '2020-01-01'], {}, ['unknown', 'unknown', 'unknown', 'unknown', false, true]],
    ['a date and a period', ['data.answerBy', 'P1Y'], { event: offer({}) }, ['unknown', 'unknown', 'unknown', 'unknown', false, true]],
    ['a longer period', [{ setting: 'contactWindow' }, 'P2M'], {}, [false, false, true, true, false, true]],
  ])('compare %s', (_, pair, place, expected) => {
    expect(all(pair, place)).toEqual(expected);
  });
});

describe('a date beside the evaluation date', () => {
  const inPeriod = (comparison: string, moving: unknown): unknown => ({ event: { type: 'SearchPeriodStarted', when: { [comparison]: ['data.endsOn', moving] } } });
  const answers = (moving: unknown, endsOn: CivilDate, on: CivilDate): unknown[] => COMPARISONS.map((comparison) => ask(inPeriod(comparison, moving), { facts: [search(endsOn)], on }));

  it.each<[string, CivilDate, readonly boolean[]]>([
    ['before it', '2020-05-31', [true, true, false, false, false, true]],
    ['on it', '2020-06-01', [false, true, false, true, true, false]],
    ['after it', '2020-06-02', [false, false, true, true, false, true]],
  ])('is compared when it lies %s', (_, endsOn, expected) => {
    expect(answers({ path: 'asOf' }, endsOn, '2020-06-01')).toEqual(expected);
  });

  it.each([['minus', 'P14D'], ['plus', 'P14D'], ['minus', 'P1M'], ['plus', 'P1M'], ['minus', 'P1Y']])('is compared with the day that it is moved to: %s %s', (way, period) => {
    const move = way === 'minus' ? minus : plus;
    for (const on of ['2020-01-28', '2020-01-29', '2020-01-30', '2020-01-31', '2020-02-29', '2020-03-01', '2020-03-14', '2020-03-28', '2020-03-29', '2020-03-30', '2020-03-31']) {
      for (const endsOn of ['2020-02-28', '2020-02-29', '2020-03-01', '2019-02-28']) {
        const moved = move(on, period);
        expect({ on, endsOn, answers: answers({ path: 'asOf', [way]: period }, endsOn, on) }).toEqual({ on, endsOn, answers: [endsOn < moved, endsOn <= moved, endsOn > moved, endsOn >= moved, endsOn === moved, endsOn !== moved] });
      }
    }
  });

  it.each<[string, unknown, CivilDate, CivilDate | undefined]>([
    ['lt', { path: 'asOf' }, '2020-06-01', '2020-06-10'],
    ['lt', { path: 'asOf' }, '2020-06-10', '2020-06-11'],
    ['lt', { path: 'asOf' }, '2020-06-11', undefined],
    ['lte', { path: 'asOf' }, '2020-06-01', '2020-06-10'],
    ['lt', { path: 'asOf', minus: 'P14D' }, '2020-06-11', '2020-06-24'],
    ['lt', { path: 'asOf', plus: 'P14D' }, '2020-05-01', '2020-05-27'],
    ['gte', { path: 'asOf', minus: 'P1M' }, '2020-07-10', '2020-07-11'],
  ])('tells the first day on which it comes to lie on another side: %s %j on %s', (comparison, moving, on, expected) => {
    expect(nextChange(inPeriod(comparison, moving), { facts: [search('2020-06-10')], on })).toBe(expected);
  });

  it('is unknown when there is no date, or no period to move by', () => {
    expect(ask({ lt: ['data.hours', { path: 'asOf' }] }, { event: absence({ hours: 3 }) })).toBe('unknown');
    expect(ask({ lt: ['data.answerBy', { path: 'asOf', minus: { setting: 'rmcUpperAge' } }] }, { event: offer({}) })).toBe('unknown');
  });
});

describe('in and contains', () => {
  it.each<[string, unknown, Place, unknown]>([
    ['in: a value of the list', { in: ['data.receiverRole', ['mbo', 'rmc']] }, { event: offer({}) }, true],
    ['in: a value outside the list', { in: ['data.receiverRole', ['mbo', 'vso']] }, { event: offer({}) }, false],
    ['in: a missing value', { in: ['data.expectedStart', ['2020-04-01']] }, { event: offer({}) }, 'unknown'],
    ['in: a list of which one item is there', { in: ['data.facts', ['employed', 'enrolled']] }, { event: match(['benefit', 'enrolled']) }, true],
    ['in: an empty list', { in: ['data.facts', ['employed']] }, { event: match([]) }, false],
    ['contains: an item', { contains: ['data.facts', 'enrolled'] }, { event: match(['benefit', 'enrolled']) }, true],
    ['contains: another item', { contains: ['data.facts', 'enrolled'] }, { event: match(['benefit']) }, false],
    ['contains: what is no list', { contains: ['data.receiverRole', 'rmc'] }, { event: offer({}) }, 'unknown'],
    ['contains: a missing value', { contains: ['data.expectedStart', '2020-04-01'] }, { event: offer({}) }, 'unknown'],
    ['present: a filled field', { present: 'data.answerBy' }, { event: offer({}) }, true],
    ['absent: a filled field', { absent: 'data.answerBy' }, { event: offer({}) }, false],
  ])('%s', (_, rule, place, expected) => {
    expect(ask(rule, place)).toBe(expected);
  });
});

describe('what is missing in a comparison', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['both sides when both are empty', { lt: ['data.expectedStart', { path: 'start.plannedEnd' }] }, ['data.expectedStart', 'start.plannedEnd']],
    ['only the side that is empty', { lt: ['data.answerBy', { path: 'start.plannedEnd' }] }, ['start.plannedEnd']],
    ['only the left side beside a literal', { lt: ['data.expectedStart', '2020-04-01'] }, ['data.expectedStart']],
    ['only the left side beside the evaluation date', { lt: ['data.expectedStart', { path: 'asOf' }] }, ['data.expectedStart']],
    ['nothing for a sure answer', { lt: ['data.answerBy', '2020-04-01'] }, []],
    ['every empty field of a latest', { lt: [{ latest: ['data.expectedStart', 'start.plannedEnd'] }, '2020-04-01'] }, ['data.expectedStart, start.plannedEnd']],
    ['the field of in', { in: ['data.expectedStart', ['2020-04-01']] }, ['data.expectedStart']],
    ['the field of contains', { contains: ['data.expectedStart', '2020-04-01'] }, ['data.expectedStart']],
  ])('is %s', (_, rule, expected) => {
    expect(missing(rule, { event: offer({}), start: ['2020-01-01', 'TrackStarted', { programme: 'buddy', provider: SCHOOL, goal: 'work' }] })).toEqual(expected);
  });

  it('is not what an event holds: that is never told', () => {
    expect(say({ eq: ['data.receiverRole', 'rmc'] }, { event: offer({}) })).toEqual([]);
  });
});
