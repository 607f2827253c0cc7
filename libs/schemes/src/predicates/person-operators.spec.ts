import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '@trajectboek/events';
import { ask, compile, contextOf, missing, nextChange, read, say, type Place } from '../testing/asking.js';
import type { Told } from '../testing/youths.js';
import { evaluate } from './predicate.js';

const SCHOOL = 'urn:nld:oin:00000099000000000001';
const BORN: Told = ['2018-01-01', 'TrajectoryOpened', { reason: 'mbo', birthDate: '2002-03-01', municipality: 'GM0153' }];
const offer: Told = ['2020-03-02', 'HandoverOffered', { handoverId: 'h1', to: SCHOOL, receiverRole: 'rmc', warm: true, answerBy: '2020-03-16' }];
const accept = (handoverId: string): Told => ['2020-03-05', 'HandoverAccepted', { handoverId }];

describe('age', () => {
  const days = ['2020-02-29', '2020-03-01', '2021-02-28', '2021-03-01'];
  it.each([
    ['lt', [true, false, false, false]], ['lte', [true, true, true, false]], ['gt', [false, false, false, true]], ['gte', [false, true, true, true]],
  ])('%s 18 is asked in whole years', (order, expected) => {
    expect(days.map((on) => ask({ age: { [order]: 18 } }, { facts: [BORN], on }))).toEqual(expected);
  });

  it.each([['lt', '2020-03-01'], ['lte', '2021-03-01'], ['gt', '2021-03-01'], ['gte', '2020-03-01']])('%s tells on which birthday the answer turns', (order, expected) => {
    expect(nextChange({ age: { [order]: 18 } }, { facts: [BORN], on: '2020-01-01' })).toBe(expected);
  });

  it('may have two bounds, which both hold', () => {
    expect(days.map((on) => ask({ age: { gte: 18, lt: 19 } }, { facts: [BORN], on }))).toEqual([false, true, true, false]);
  });

  it('is unknown without a birth date, and says so', () => {
    expect([ask({ age: { lt: 27 } }), missing({ age: { lt: 27 } }), say({ age: { lt: 27 } })]).toEqual(['unknown', ['subject.birthDate'], ['Niet bekend: de leeftijd.']]);
  });

  it('is said in years, and that changes on the next birthday', () => {
    const place: Place = { facts: [BORN], on: '2020-05-01' };
    expect([say({ age: { lt: 27 } }, place), nextChange({ age: { lt: 27 } }, place, 'say')]).toEqual([['Is 18 jaar.'], '2021-03-01']);
    expect([say({ age: { lt: 27 } }, { ...place, on: '2002-05-01' }), nextChange({ age: { lt: 27 } }, { facts: [BORN], on: '2001-05-01' }, 'say')]).toEqual([['Is 0 jaar.'], '2003-03-01']);
  });
});

describe('has', () => {
  const stay: Told = ['2020-01-01', 'InstitutionStayStarted', { category: 'clinic' }];
  it('is true while the facet is open and false otherwise; nothing is missing', () => {
    expect([ask({ has: 'care' }, { facts: [stay] }), ask({ has: 'work' }, { facts: [stay] })]).toEqual([true, false]);
    expect(missing({ or: [{ has: 'work' }, { unknown: 'x' }] })).toEqual(['x']);
    expect(compile({ has: 'work' }).missing(contextOf({}))).toEqual([]);
  });
});

describe('is', () => {
  it.each<[string, string, Place, unknown]>([
    ['true where the definition holds', 'default', { facts: [BORN] }, true],
    ['false where it does not', 'closed', { facts: [BORN] }, false],
    ['unknown after its dates', 'duo-list-23', { facts: [BORN], on: '2026-01-01' }, 'unknown'],
    ['decided on its last day', 'duo-list-23', { facts: [BORN], on: '2025-12-31' }, false],
  ])('is %s', (_, code, place, expected) => {
    expect(ask({ is: code }, place)).toBe(expected);
  });

  it('tells on which day the definition begins or stops to hold', () => {
    expect(nextChange({ is: 'duo-list-23' }, { on: '2025-06-01' })).toBe('2026-01-01');
  });

  it('says whether it holds, and names what is missing for it', () => {
    const place: Place = { facts: [['2018-01-01', 'TrajectoryOpened', { reason: 'mbo', birthDate: '2000-03-01', municipality: 'GM0153' }]] };
    expect([say({ is: 'rmc-monthly' }, place), missing({ is: 'rmc-monthly' }, place)]).toEqual([['Niet bekend: of dit geldt: RMC-maandlijst.'], ['subject.basicQualification']]);
  });
});

describe('at', () => {
  const stay: Told = ['2019-05-01', 'InstitutionStayStarted', { category: 'clinic' }];
  const over: Told = ['2019-12-01', 'InstitutionStayEnded', {}];
  const on = (yearsBack: number, date: CivilDate): unknown => ask({ at: { day: '10-01', yearsBack, test: { has: 'care' } } }, { facts: [stay, over], on: date });

  it('asks the most recent such day, the day itself included', () => {
    expect(['2019-09-30', '2019-10-01', '2020-09-30', '2020-10-01'].map((date) => on(0, date))).toEqual([false, true, true, false]);
  });

  it('may go years further back', () => {
    expect(['2020-09-30', '2020-10-01', '2021-09-30', '2021-10-01'].map((date) => on(1, date))).toEqual([false, true, true, false]);
  });

  it('tells on which day another day is the most recent one', () => {
    const rule = { at: { day: '10-01', yearsBack: 1, test: { has: 'care' } } };
    expect(['2020-09-30', '2020-10-01'].map((date) => nextChange(rule, { on: date }))).toEqual(['2020-10-01', '2021-10-01']);
  });

  it('takes 28 February for a 29 February that a year does not have', () => {
    const leap = (date: CivilDate): unknown => ask({ at: { day: '02-29', yearsBack: 0, test: { has: 'care' } } }, { facts: [['2021-02-28', 'InstitutionStayStarted', { category: 'clinic' }]], on: date });
    expect(['2021-02-27', '2021-02-28', '2024-02-28', '2024-02-29'].map(leap)).toEqual([false, true, true, true]);
    expect(say({ at: { day: '02-29', yearsBack: 0, test: { has: 'care' } } }, { on: '2024-02-28' })).toEqual(['Op 28 februari 2023: krijgt geen zorg of dagbesteding.']);
  });

  it('says of which day it speaks, and names what was missing on that day', () => {
    const rule = { at: { day: '10-01', yearsBack: 0, test: { and: [{ has: 'care' }, { eq: ['subject.exitProfile', 'labour'] }] } } };
    const facts: readonly Told[] = [stay, ['2020-01-01', 'ExitProfileSet', { profile: 'labour' }]];
    expect(say(rule, { facts, on: '2020-06-01' })).toEqual(['Op 1 oktober 2019: niet bekend: het uitstroomprofiel.']);
    expect(missing(rule, { facts, on: '2020-06-01' })).toEqual(['subject.exitProfile']);
  });

  it('is an error on what is no day of the year', () => {
    expect(() => ask({ at: { day: { setting: 'contactWindow' }, yearsBack: 0, test: { has: 'care' } } })).toThrow('setting contactWindow is not a day of the year');
  });
});

describe('same', () => {
  it.each<[string, readonly string[], Place, unknown]>([
    ['true of equal fields', ['handoverId'], { event: accept('h1'), start: offer }, true],
    ['false when one of the fields differs', ['handoverId', 'occurredAt'], { event: accept('h1'), start: offer }, false],
    ['false of other fields', ['handoverId'], { event: accept('h2'), start: offer }, false],
    ['false of a filled and an absent field', ['plannedEnd'], { event: ['2020-03-05', 'TrackStarted', { programme: 'buddy', provider: SCHOOL, goal: 'work', plannedEnd: '2020-06-01' }], start: ['2020-03-02', 'TrackStarted', { programme: 'buddy', provider: SCHOOL, goal: 'work' }] }, false],
  ])('is %s', (_, fields, place, expected) => {
    expect(ask({ same: fields }, place)).toBe(expected);
  });

  it('is false where there is no event to compare, or no start', () => {
    const predicate = compile({ same: ['handoverId'] }, { event: accept('h1'), start: offer });
    const context = contextOf({ event: accept('h1'), start: offer });
    expect([evaluate(predicate, { ...context, event: undefined }), evaluate(predicate, { ...context, start: undefined }), evaluate(predicate, context)]).toEqual([false, false, true]);
  });

  it('tells nothing about the youth', () => {
    const predicate = compile({ same: ['handoverId'] }, { event: accept('h1'), start: offer });
    expect([predicate.say(contextOf({})), predicate.missing(contextOf({}))]).toEqual([[], []]);
  });
});

describe('an operator on a person that cannot be read', () => {
  it.each<[string, unknown, Place, readonly string[]]>([
    ['age without a bound', { age: {} }, {}, ['rule.age: needs one of lt, lte, gt, gte']],
    ['age with another bound', { age: { lt: 27, eq: 18 } }, {}, ['rule.age: unknown key "eq"']],
    ['age in a list', { age: { lt: [27] } }, {}, ['rule.age.lt: is not a literal or a setting']],
    ['has of what is no facet', { has: 'hope' }, {}, ['rule.has: unknown facet "hope"']],
    ['is of what is no text', { is: 3 }, {}, ['rule.is: is not a text', 'rule.is: unknown definition 3']],
    ['at with a word too many', { at: { day: '10-01', yearsBack: 0, test: { has: 'care' }, when: 'ever' } }, {}, ['rule.at: unknown key "when"']],
    ['at with a day that no year has', { at: { day: '04-31', yearsBack: 0, test: { has: 'care' } } }, {}, ['rule.at.day: is not a day of the year']],
    ['at with half a year', { at: { day: '10-01', yearsBack: 0.5, test: { has: 'care' } } }, {}, ['rule.at.yearsBack: is not a whole number']],
    ['same of a field that the event lacks', { same: ['receiverRole'] }, { event: accept('h1'), start: offer }, ['rule.same: no field "receiverRole" to compare']],
    ['same of a field that the start lacks', { same: ['receiverRole'] }, { event: offer, start: accept('h1') }, ['rule.same: no field "receiverRole" to compare']],
    ['same without a start', { same: ['handoverId'] }, { event: offer }, ['rule.same: no field "handoverId" to compare']],
    ['unknown of what is no text', { unknown: 3 }, {}, ['rule.unknown: is not a text']],
  ])('is a fault: %s', (_, rule, place, faults) => {
    expect(read(rule, place).faults).toEqual(faults);
  });
});
