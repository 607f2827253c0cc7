import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '@trajectboek/events';
import { ask, compile, contextOf, nextChange, read, type Place } from '../testing/asking.js';
import type { Told } from '../testing/youths.js';
import { evaluate } from './predicate.js';

const SCHOOL = 'urn:nld:oin:00000099000000000001';
const SOURCE = 'urn:nld:oin:00000099000000000009';
const opened = (birthDate: CivilDate): Told => ['2018-01-01', 'TrajectoryOpened', { reason: 'mbo', birthDate, municipality: 'GM0153' }];
const offer = (data: object, on = '2020-03-02'): Told => [on, 'HandoverOffered', { handoverId: 'h1', to: SCHOOL, receiverRole: 'rmc', warm: true, answerBy: '2020-03-16', ...data }];
/** Whether the date by which an answer is asked equals the value. */
const isValue = (value: unknown, answerBy: CivilDate, place: Place = {}): unknown => ask({ eq: ['data.answerBy', value] }, { event: offer({ answerBy }), ...place });

describe('a date that is counted', () => {
  it.each<[string, unknown, CivilDate]>([
    ['from a field', { path: 'data.occurredAt' }, '2020-03-02'],
    ['forward from a field', { path: 'data.occurredAt', plus: 'P14D' }, '2020-03-16'],
    ['back from a field', { path: 'data.occurredAt', minus: 'P1M' }, '2020-02-02'],
    ['by no days at all', { path: 'data.occurredAt', plus: 'P0D' }, '2020-03-02'],
    ['by a setting', { path: 'data.occurredAt', plus: { setting: 'warnBefore' } }, '2020-03-16'],
    ['from the day on which the clock started', { path: 'start.occurredAt', plus: 'P1D' }, '2020-01-02'],
    ['from another field when the first is empty', { path: 'data.expectedStart', plus: 'P1D', orElse: { path: 'data.occurredAt', plus: 'P2D' } }, '2020-03-04'],
    ['from the first field when both are filled', { path: 'data.occurredAt', plus: 'P1D', orElse: { path: 'start.occurredAt' } }, '2020-03-03'],
    ['to the first such day of the year after it', { nextDay: '04-01', from: 'data.occurredAt' }, '2020-04-01'],
    ['to the day itself when it is such a day', { nextDay: '03-02', from: 'data.occurredAt' }, '2020-03-02'],
    ['to such a day of the next year', { nextDay: '03-01', from: 'data.occurredAt' }, '2021-03-01'],
    ['to 28 February of a year without a 29th', { nextDay: '02-29', from: 'data.occurredAt' }, '2021-02-28'],
    ['to some time before such a day', { nextDay: '04-01', from: 'data.occurredAt', minus: 'P4M' }, '2019-12-01'],
    ['to the day of a setting', { nextDay: { setting: 'schoolYearStart' }, from: 'data.occurredAt' }, '2020-08-01'],
    ['from the latest of several', { latest: ['start.occurredAt', 'data.occurredAt'], plus: 'P1D' }, '2020-03-03'],
    ['from the latest, in whatever order they stand', { latest: ['data.occurredAt', 'start.occurredAt'], plus: 'P1D' }, '2020-03-03'],
    ['from the latest of those that are filled', { latest: ['data.expectedStart', 'data.occurredAt'] }, '2020-03-02'],
  ])('may be counted %s', (_, value, expected) => {
    expect(isValue(value, expected, { start: offer({}, '2020-01-01') })).toBe(true);
  });

  it.each<[string, unknown]>([
    ['a field that is empty', { path: 'data.expectedStart', plus: 'P1D' }],
    ['fields that are all empty', { latest: ['data.expectedStart'], plus: 'P1D' }],
    ['a day of the year after an empty field', { nextDay: '04-01', from: 'data.expectedStart' }],
    ['a day of the year that a setting does not have', { nextDay: { setting: 'contactWindow' }, from: 'data.occurredAt' }],
    ['what is no date', { path: 'data.warm', plus: 'P1D' }],
    ['a period that a setting does not have', { path: 'data.occurredAt', plus: { setting: 'rmcUpperAge' } }],
    ['what is no date either way', { latest: ['data.warm'] }],
  ])('is not known when it is counted from %s', (_, value) => {
    expect(isValue(value, '2020-03-16')).toBe('unknown');
  });
});

describe('what a rule names', () => {
  it('may be the organisation and the moment of the start, and the moment of the event', () => {
    const place: Place = { event: offer({}, '2020-03-02T23:30:00Z'), start: offer({}, '2020-01-01T23:30:00Z') };
    expect([ask({ eq: ['start.emitter', SOURCE] }, place), ask({ eq: ['start.occurredAt', '2020-01-02'] }, place), ask({ eq: ['data.occurredAt', '2020-03-03'] }, place)]).toEqual([true, true, true]);
  });

  it('is empty where there is no such event', () => {
    const place: Place = { event: offer({}), start: offer({}) };
    const context = { ...contextOf(place), event: undefined, start: undefined };
    expect(['data.answerBy', 'data.occurredAt', 'start.answerBy', 'start.occurredAt', 'start.emitter'].map((path) => evaluate(compile({ present: path }, place), context))).toEqual([false, false, false, false, false]);
  });

  it.each<[string, Place]>([
    ['data.answerBy', {}], ['data.occurredAt', {}], ['start.answerBy', { event: offer({}) }], ['start.occurredAt', { event: offer({}) }], ['start.emitter', { event: offer({}) }],
    ['data.emitter', { event: offer({}) }], ['data.shoeSize', { event: offer({}) }], ['subject.shoeSize', {}], ['subject.municipality.name', {}], ['youth.municipality', {}], ['subject', {}], ['', {}],
  ])('does not exist: "%s" in %j', (path, place) => {
    expect(read({ present: path }, place).faults).toEqual([`rule.present: unknown path "${path}"`]);
  });

  it('is a text', () => {
    expect(read({ present: 3 }).faults).toEqual(['rule.present: is not a text', 'rule.present: unknown path 3']);
  });
});

describe('a setting', () => {
  const young = { age: { lt: { setting: 'rmcUpperAge' } } };
  it('has the value of the evaluation date, and tells when that changes', () => {
    const place = (on: CivilDate): Place => ({ facts: [opened('2001-01-01')], on });
    expect([ask(young, place('2025-12-31')), ask(young, place('2026-01-01'))]).toEqual([false, true]);
    expect([nextChange(young, place('2025-12-31')), nextChange(young, place('2026-01-01'))]).toEqual(['2026-01-01', '2028-01-01']);
  });

  it('may stand on the left of a comparison as well', () => {
    expect([ask({ eq: [{ setting: 'rmcUpperAge' }, 23] }, { on: '2025-12-31' }), ask({ eq: [{ setting: 'rmcUpperAge' }, 23] }, { on: '2026-01-01' })]).toEqual([true, false]);
  });
});

describe('a value that cannot be read', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['an unknown setting', { setting: 'luck' }, ['rule.eq[1].setting: unknown setting "luck"']],
    ['an unknown form', { days: 3 }, ['rule.eq[1]: unknown key "days"', 'rule.eq[1]: is not a value']],
    ['nothing', {}, ['rule.eq[1]: is not a value']],
    ['a period of hours', { path: 'data.occurredAt', plus: 'PT3H' }, ['rule.eq[1].plus: is not a period of days, months or years']],
    ['a period without a number', { path: 'data.occurredAt', minus: 'P' }, ['rule.eq[1].minus: is not a period of days, months or years']],
    ['a number of days', { path: 'data.occurredAt', minus: 14 }, ['rule.eq[1].minus: is not a period of days, months or years']],
    ['a flag as a period', { path: 'data.occurredAt', minus: true }, ['rule.eq[1].minus: is not a literal or a setting', 'rule.eq[1].minus: is not a period of days, months or years']],
    ['a period that is more than a setting', { path: 'data.occurredAt', minus: { setting: 'warnBefore', plus: 'P1D' } }, ['rule.eq[1].minus: unknown key "plus"']],
    ['a day that no year has', { nextDay: '02-30', from: 'data.occurredAt' }, ['rule.eq[1].nextDay: is not a day of the year']],
    ['a day without its zero', { nextDay: '2-3', from: 'data.occurredAt' }, ['rule.eq[1].nextDay: is not a day of the year']],
    ['a day from nowhere', { nextDay: '02-01' }, ['rule.eq[1].from: is not a text', 'rule.eq[1].from: unknown path undefined']],
    ['the latest of no list', { latest: 'data.occurredAt' }, ['rule.eq[1].latest: is not a list']],
    ['an unknown field to fall back on', { path: 'data.expectedStart', orElse: { path: 'data.shoeSize' } }, ['rule.eq[1].orElse.path: unknown path "data.shoeSize"']],
  ])('is a fault: %s', (_, value, faults) => {
    expect(read({ eq: ['data.answerBy', value] }, { event: offer({}) }).faults).toEqual(faults);
  });

  it('is not known when it is asked all the same', () => {
    expect(evaluate(read({ eq: ['data.answerBy', {}] }, { event: offer({}) }).predicate, contextOf({ event: offer({}) }))).toBe('unknown');
  });
});

describe('a rule that cannot be read', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['a text', 'has work', ['rule: is not one operator with its operand']],
    ['a list', [{ has: 'work' }], ['rule: is not one operator with its operand']],
    ['two operators', { has: 'work', age: { lt: 27 } }, ['rule: is not one operator with its operand']],
    ['nothing', {}, ['rule: unknown operator ""']],
    ['an operator that does not exist', { hass: 'work' }, ['rule: unknown operator "hass"']],
    ['what every object has', { toString: 'work' }, ['rule: unknown operator "toString"']],
    ['a comparison with one side', { eq: ['subject.municipality'] }, ['rule.eq: is not a pair', 'rule.eq: is not a text', 'rule.eq: unknown path ["subject.municipality"]']],
    ['a comparison with three sides', { in: ['subject.municipality', ['GM0153'], ['GM0014']] }, ['rule.in: is not a pair', 'rule.in: is not a text', 'rule.in: unknown path ["subject.municipality",["GM0153"],["GM0014"]]']],
    ['an and of one', { and: { has: 'work' } }, ['rule.and: is not a list']],
    ['a part of an or', { or: [{ has: 'work' }, { has: 'hope' }] }, ['rule.or[1].has: unknown facet "hope"']],
    ['a part of a not', { not: { has: 'hope' } }, ['rule.not.has: unknown facet "hope"']],
  ])('is a fault: %s', (_, rule, faults) => {
    expect(read(rule).faults).toEqual(faults);
  });

  it.each<[string, unknown]>([
    ['two operators', { has: 'work', age: { lt: 27 } }], ['an unknown operator', { hass: 'work' }], ['an unknown event', { event: { type: 'SchoolLeft' } }], ['an unknown event that is counted', { count: { type: 'SchoolLeft', gte: 1 } }],
  ])('is unknown, says nothing and misses nothing: %s', (_, rule) => {
    const { predicate } = read(rule);
    expect([evaluate(predicate, contextOf({})), predicate.say(contextOf({})), predicate.missing(contextOf({}))]).toEqual(['unknown', [], []]);
  });
});
