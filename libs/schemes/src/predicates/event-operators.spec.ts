import { describe, expect, it } from '@jest/globals';
import { getEventType, type CivilDate } from '@trajectboek/events';
import { ask, compile, contextOf, missing, nextChange, read, say } from '../testing/asking.js';
import type { Told } from '../testing/youths.js';

const SCHOOL = 'urn:nld:oin:00000099000000000001';
const attempt = (on: CivilDate, reached = false): Told => [on, 'ContactAttempted', { channel: 'phone', dayPart: 'day', reached, purpose: 'guidance' }];
const talk = (on: CivilDate): Told => [on, 'ContactMade', { purpose: 'guidance', situation: 'work', supportNeeded: false }];
/** Without hours it is not known how long it lasted. */
const absence = (on: CivilDate, hours?: number): Told => [on, 'AbsenceReported', { category: 'unauthorised', since: on, ...(hours !== undefined && { hours }) }];
const LONG = { gte: ['data.hours', 16] };
const REACHED = { eq: ['data.reached', true] };

describe('event', () => {
  it.each<[string, object, readonly Told[], unknown]>([
    ['is true for one of several', { type: 'ContactAttempted', when: REACHED }, [attempt('2020-03-01'), attempt('2020-03-02', true), attempt('2020-03-03')], true],
    ['is false for events of another type', { type: 'ContactAttempted' }, [talk('2020-03-01')], false],
    ['is unknown when one of them may be meant', { type: 'AbsenceReported', when: LONG }, [absence('2020-03-01', 8), absence('2020-03-02')], 'unknown'],
    ['is true when another one is certain', { type: 'AbsenceReported', when: LONG }, [absence('2020-03-01', 16), absence('2020-03-02')], true],
    ['looks no further back than its period', { type: 'AbsenceReported', when: LONG, within: 'P1M' }, [absence('2020-04-30', 16)], false],
    ['counts the last day of its period', { type: 'AbsenceReported', when: LONG, within: 'P1M' }, [absence('2020-05-01', 16)], true],
  ])('%s', (_, rule, facts, expected) => {
    expect(ask({ event: rule }, { facts, on: '2020-06-01' })).toBe(expected);
  });

  it('tells on which day an event gets too old', () => {
    expect(nextChange({ event: { type: 'ContactAttempted', within: 'P90D' } }, { facts: [attempt('2020-05-01'), attempt('2020-05-20')], on: '2020-06-01' })).toBe('2020-07-31');
  });

  it('names what is missing of the events that it may mean, and nothing where it sets no condition', () => {
    const facts = [absence('2020-03-01'), absence('2020-03-02', 3), absence('2020-03-03')];
    expect(missing({ event: { type: 'AbsenceReported', when: LONG } }, { facts })).toEqual(['data.hours']);
    expect(missing({ event: { type: 'AbsenceReported', when: LONG, within: 'P1M' } }, { facts: [...facts, absence('2020-05-20')] })).toEqual(['data.hours']);
    expect(missing({ and: [{ unknown: 'x' }, { event: { type: 'AbsenceReported' } }] }, { facts })).toEqual(['x']);
    expect(missing({ or: [{ unknown: 'x' }, { since: { type: 'AbsenceReported', gt: 'P1Y' } }] }, { facts })).toEqual(['x']);
  });
});

describe('since', () => {
  const day = '2020-03-02';
  it.each([
    ['lt', ['2020-03-02', '2020-03-31'], [true, true, false, false]],
    ['lte', ['2020-03-02', '2020-03-31'], [true, true, true, false]],
    ['gt', ['2020-03-02', '2020-03-31'], [false, false, false, true]],
    ['gte', ['2020-03-02', '2020-03-31'], [false, false, true, true]],
  ] as const)('%s a month asks how long ago the newest event was', (comparison, [own, eve], expected) => {
    const dates = [own, eve, '2020-04-02', '2020-04-03'];
    expect(dates.map((on) => ask({ since: { type: 'ContactAttempted', [comparison]: 'P1M' } }, { facts: [attempt('2019-01-01'), attempt(day)], on }))).toEqual(expected);
  });

  it.each([['lt', '2020-04-02'], ['lte', '2020-04-03'], ['gt', '2020-04-03'], ['gte', '2020-04-02']])('%s tells on which day the answer turns', (comparison, expected) => {
    expect(nextChange({ since: { type: 'ContactAttempted', [comparison]: 'P1M' } }, { facts: [attempt(day)], on: '2020-03-20' })).toBe(expected);
  });

  it('may have two bounds, which both hold', () => {
    const rule = { since: { type: 'ContactAttempted', gte: 'P7D', lt: 'P14D' } };
    expect(['2020-03-08', '2020-03-09', '2020-03-15', '2020-03-16'].map((on) => ask(rule, { facts: [attempt(day)], on }))).toEqual([false, true, true, false]);
  });

  it.each<[string, readonly Told[], unknown]>([
    ['false when nothing is meant', [absence('2020-03-02', 3)], false],
    ['false when nothing is old enough to count', [absence('2020-05-30', 20)], false],
    ['sure when the newest one is', [absence('2020-03-02'), absence('2020-04-02', 20)], true],
    ['unknown when the newest may be meant and gives another answer', [absence('2020-03-02', 20), absence('2020-05-30')], 'unknown'],
    ['sure when all that may be the newest give the same answer', [absence('2020-03-02', 20), absence('2020-04-02')], true],
    ['unknown when the only one may not be meant', [absence('2020-03-02')], 'unknown'],
    ['sure when the only one gives the same answer as none', [absence('2020-05-30')], false],
    ['sure whatever came before the newest', [absence('2020-05-29'), absence('2020-05-30', 20), absence('2020-05-31', 1)], false],
  ])('is %s', (_, facts, expected) => {
    expect(ask({ since: { type: 'AbsenceReported', when: LONG, gt: 'P28D' } }, { facts, on: '2020-06-01' })).toBe(expected);
  });

  it('names what is missing of the events that may be meant', () => {
    expect(missing({ since: { type: 'AbsenceReported', when: LONG, gt: 'P28D' } }, { facts: [absence('2020-03-02')] })).toEqual(['data.hours']);
  });
});

describe('followed', () => {
  const referred = (on: CivilDate, domain = 'work'): Told => [on, 'ReferralMade', { to: SCHOOL, domain }];
  const intake = (on: CivilDate, kind = 'track'): Told => [on, 'IntakeHeld', { kind, outcome: 'suitable' }];
  const rule = { type: 'ReferralMade', by: [{ event: 'IntakeHeld', when: { eq: ['data.kind', 'track'] } }, { event: 'ContactMade' }], within: 'P28D' };

  it.each<[string, readonly Told[], unknown]>([
    ['true on the last day', [referred('2020-03-02'), intake('2020-03-30')], true],
    ['false a day later', [referred('2020-03-02'), intake('2020-03-31')], false],
    ['true by another event that is meant', [referred('2020-03-02'), intake('2020-03-03', 'school'), talk('2020-03-04')], true],
    ['false by an event that is not meant', [referred('2020-03-02'), intake('2020-03-03', 'school')], false],
    ['false by what came before', [intake('2020-03-01'), referred('2020-03-02')], false],
    ['about the newest only', [referred('2020-01-02'), intake('2020-01-03'), referred('2020-03-02')], false],
    ['true by what was told later on the same day', [referred('2020-03-02'), intake('2020-03-02')], true],
  ])('is %s', (_, facts, expected) => {
    expect(ask({ followed: rule }, { facts, on: '2020-06-01' })).toBe(expected);
  });

  it('without a period looks at all that came after', () => {
    expect(ask({ followed: { ...rule, within: undefined } }, { facts: [referred('2019-03-02'), intake('2020-03-30')] })).toBe(true);
  });

  it('does not limit how old the first event may be: its period is that of the follow-up', () => {
    expect(ask({ followed: rule }, { facts: [referred('2018-03-02'), intake('2018-03-30')] })).toBe(true);
  });

  it.each<[string, readonly Told[], unknown]>([
    ['unknown when the newest may not be meant', [absence('2020-03-02', 20), talk('2020-03-03'), absence('2020-04-02')], 'unknown'],
    ['sure when all that may be the newest were followed', [absence('2020-03-02', 20), absence('2020-03-03'), talk('2020-03-04')], true],
    ['unknown when it may be that there is none', [absence('2020-03-02'), talk('2020-03-03')], 'unknown'],
    ['false when there is none for sure', [absence('2020-03-02', 2), talk('2020-03-03')], false],
  ])('is %s', (_, facts, expected) => {
    expect(ask({ followed: { type: 'AbsenceReported', when: LONG, by: [{ event: 'ContactMade' }] } }, { facts })).toBe(expected);
  });

  it('is unknown when what came after may be meant, and names what is missing of the first', () => {
    expect(ask({ followed: { type: 'ReferralMade', by: [{ event: 'AbsenceReported', when: LONG }] } }, { facts: [referred('2020-03-02'), absence('2020-03-03')] })).toBe('unknown');
    expect(missing({ followed: { type: 'AbsenceReported', when: LONG, by: [{ event: 'ContactMade' }] } }, { facts: [absence('2020-03-02'), talk('2020-03-03')] })).toEqual(['data.hours']);
  });
});

describe('count', () => {
  const of = (facts: readonly Told[], bounds: object): unknown => ask({ count: { type: 'AbsenceReported', when: LONG, ...bounds } }, { facts, on: '2020-06-01' });
  const two = [absence('2020-03-01', 16), absence('2020-03-02', 2), absence('2020-03-03', 20)];

  it.each<[object, boolean]>([
    [{ lt: 2 }, false], [{ lt: 3 }, true], [{ lte: 1 }, false], [{ lte: 2 }, true], [{ gt: 2 }, false], [{ gt: 1 }, true], [{ gte: 3 }, false], [{ gte: 2 }, true],
    [{ eq: 2 }, true], [{ eq: 3 }, false], [{ gte: 2, lt: 3 }, true], [{ gte: 2, lt: 2 }, false],
  ])('of two is %j: %s', (bounds, expected) => {
    expect(of(two, bounds)).toBe(expected);
  });

  it.each<[string, object, unknown]>([
    ['sure when the known ones are enough', { gte: 2 }, true],
    ['unknown when the uncertain one decides', { gte: 3 }, 'unknown'],
    ['sure when the uncertain one is not enough either', { gte: 4 }, false],
    ['unknown when the uncertain one may be too many', { lt: 3 }, 'unknown'],
    ['sure when there are too many already', { lt: 2 }, false],
  ])('is %s', (_, bounds, expected) => {
    expect(of([...two, absence('2020-03-04')], bounds)).toBe(expected);
  });

  it('of nothing is nought, and says how many there are for certain', () => {
    expect([of([], { lt: 1 }), of([], { gte: 1 })]).toEqual([true, false]);
    expect(say({ count: { type: 'AbsenceReported', when: LONG, gte: 9 } }, { facts: [...two, absence('2020-03-04')] })).toEqual(['Verzuim gemeld: 2 in totaal.']);
  });

  it('names what is missing of the uncertain ones', () => {
    expect(missing({ count: { type: 'AbsenceReported', when: LONG, gte: 3 } }, { facts: [...two, absence('2020-03-04')] })).toEqual(['data.hours']);
  });
});

describe('sum', () => {
  const of = (facts: readonly Told[], bounds: object): unknown => ask({ sum: { type: 'AbsenceReported', field: 'data.hours', when: { eq: ['data.category', 'unauthorised'] }, within: 'P28D', ...bounds } }, { facts, on: '2020-06-01' });
  const sick = (hours: number): Told => ['2020-05-20', 'AbsenceReported', { category: 'sickness', since: '2020-05-20', hours }];

  it.each<[string, readonly Told[], object, unknown]>([
    ['adds what is meant', [absence('2020-05-20', 7), absence('2020-05-21', 9)], { gte: 16 }, true],
    ['may stay below its bound', [absence('2020-05-20', 7), absence('2020-05-21', 8)], { gte: 16 }, false],
    ['leaves out what is not meant', [absence('2020-05-20', 7), sick(9)], { gte: 16 }, false],
    ['leaves out what is too old', [absence('2020-05-03', 9), absence('2020-05-21', 7)], { gte: 16 }, false],
    ['is unknown when what is missing may make the difference', [absence('2020-05-20'), absence('2020-05-21', 8)], { gte: 16 }, 'unknown'],
    ['is sure when it is too much already', [absence('2020-05-20'), absence('2020-05-21', 8)], { lt: 8 }, false],
    ['of nothing is nought', [], { eq: 0 }, true],
    ['of what is no number is unknown', [absence('2020-05-20', 7)], { field: 'data.since', gte: 16 }, 'unknown'],
  ])('%s', (_, facts, bounds, expected) => {
    expect(of(facts, bounds)).toBe(expected);
  });
});

describe('what is missing of a sum', () => {
  const long = { sum: { type: 'AbsenceReported', field: 'data.hours', gte: 16 } };
  it('is its field, when an event that counts does not tell it', () => {
    expect([missing(long, { facts: [absence('2020-05-20', 9), absence('2020-05-21')] }), missing(long, { facts: [absence('2020-05-20', 9)] })]).toEqual([['data.hours'], []]);
  });

  it('is not the field of an event that does not count', () => {
    const sick: Told = ['2020-05-21', 'AbsenceReported', { category: 'sickness', since: '2020-05-21' }];
    const own = { sum: { type: 'AbsenceReported', field: 'data.hours', when: { eq: ['data.category', 'unauthorised'] }, gte: 16 } };
    expect(missing({ and: [{ unknown: 'x' }, { not: own }] }, { facts: [absence('2020-05-20', 9), sick] })).toEqual(['x']);
    expect(compile(own).missing(contextOf({ facts: [absence('2020-05-20', 9), sick] }))).toEqual([]);
  });
});

describe('an operator on events that cannot be read', () => {
  it.each<[string, unknown, string]>([
    ['event', { event: { type: 'SchoolLeft' } }, 'rule.event.type: unknown event type "SchoolLeft"'],
    ['event with a word too many', { event: { type: 'ContactMade', gte: 2 } }, 'rule.event: unknown key "gte"'],
    ['since without a bound', { since: { type: 'ContactMade' } }, 'rule.since: needs one of lt, lte, gt, gte'],
    ['since with another bound', { since: { type: 'ContactMade', lt: 'P1D', eq: 'P1D' } }, 'rule.since: unknown key "eq"'],
    ['since of no event', { since: { type: 'SchoolLeft', lt: 'P1D' } }, 'rule.since.type: unknown event type "SchoolLeft"'],
    ['followed of no event', { followed: { type: 'SchoolLeft', by: [{ event: 'ContactMade' }] } }, 'rule.followed.type: unknown event type "SchoolLeft"'],
    ['followed by no event', { followed: { type: 'ContactMade', by: [{ event: 'SchoolLeft' }] } }, 'rule.followed.by[0].event: unknown event type "SchoolLeft"'],
    ['count without a bound', { count: { type: 'ContactMade' } }, 'rule.count: needs one of lt, lte, gt, gte, eq'],
    ['count of no event', { count: { type: 'SchoolLeft', gte: 1 } }, 'rule.count.type: unknown event type "SchoolLeft"'],
    ['count of a field', { count: { type: 'ContactMade', gte: 1, field: 'data.purpose' } }, 'rule.count: unknown key "field"'],
    ['sum of a field of another event', { sum: { type: 'ContactMade', field: 'data.hours', gte: 1 } }, 'rule.sum.field: unknown path "data.hours"'],
    ['a set with a condition', { followed: { type: 'ContactMade', by: [{ set: 'realContact', when: REACHED }] } }, 'rule.followed.by[realContact]: unknown key "when"'],
    ['an event with a word too many', { followed: { type: 'ContactMade', by: [{ event: 'IntakeHeld', with: 'rmc' }] } }, 'rule.followed.by[0]: unknown key "with"'],
  ])('is a fault: %s', (_, rule, fault) => {
    expect(read(rule).faults).toEqual([fault]);
  });

  it('is a fault: an event by the name that it has between systems', () => {
    const { wireType } = getEventType('ContactMade');
    expect(read({ event: { type: wireType } }).faults).toEqual([`rule.event.type: unknown event type "${wireType}"`]);
  });

  it('tells of a sum both that there is no such event and no such field', () => {
    expect(read({ sum: { type: 'SchoolLeft', field: 'data.hours', gte: 1 } }).faults).toEqual(expect.arrayContaining(['rule.sum.type: unknown event type "SchoolLeft"', 'rule.sum.field: unknown path "data.hours"']));
  });
});
