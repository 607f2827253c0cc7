import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '@trajectboek/events';
import { clock, closed, deadlinesOf, lost, opened, statesOf, talk } from '../testing/small-book.js';
import type { Told } from '../testing/youths.js';

type Clock = Readonly<Record<string, unknown>>;
const placed = (on: string): Told => [on, 'PlacementStarted', { placementId: 'p2', kind: 'contract', hoursPerWeek: 32, paid: true, enrolled: false }];
const CANCEL = { cancelledBy: [{ event: 'PlacementStarted' }] };
const over = (some: Clock, facts: readonly Told[], dates: readonly CivilDate[]): readonly string[] => dates.map((on) => statesOf([some], facts, on).join(', '));
const START = lost('2020-03-02');

describe('a deadline', () => {
  const plain = clock('c', CANCEL);
  it('runs, warns, is due on its last day and overdue the day after', () => {
    expect(over(plain, [START], ['2020-03-08', '2020-03-09', '2020-03-15', '2020-03-16', '2020-03-17'])).toEqual(['running 2020-03-16', 'warned 2020-03-16', 'warned 2020-03-16', 'due 2020-03-16', 'overdue 2020-03-16']);
  });

  it('is met on time up to its last day, and late after it, from the day of the act on', () => {
    expect(over(plain, [START, talk('2020-03-16')], ['2020-03-15', '2020-03-16', '2020-04-01'])).toEqual(['warned 2020-03-16', 'met-on-time 2020-03-16', 'met-on-time 2020-03-16']);
    expect(over(plain, [START, talk('2020-03-17')], ['2020-03-16', '2020-03-17'])).toEqual(['due 2020-03-16', 'met-late 2020-03-16']);
  });

  it('is cancelled up to its last day, and stays overdue after it', () => {
    expect(over(plain, [START, placed('2020-03-16')], ['2020-03-15', '2020-03-16'])).toEqual(['warned 2020-03-16', 'cancelled 2020-03-16']);
    expect(over(plain, [START, placed('2020-03-17'), talk('2020-03-18')], ['2020-03-17', '2020-03-18'])).toEqual(['overdue 2020-03-16', 'overdue 2020-03-16']);
  });

  it('is too early from the first act that does not count yet, until its date has passed', () => {
    const early = clock('c', { due: { after: 'P14D', notBefore: 'P14D' } });
    expect(over(early, [START, talk('2020-03-10')], ['2020-03-09', '2020-03-10', '2020-03-16', '2020-03-17'])).toEqual(['warned 2020-03-16', 'too-early 2020-03-16', 'too-early 2020-03-16', 'overdue 2020-03-16']);
  });

  it('is judged in the same way when it is a limit', () => {
    expect(over({ ...plain, type: 'limit' }, [START, talk('2020-03-17')], ['2020-03-08', '2020-03-09', '2020-03-16', '2020-03-17'])).toEqual(['running 2020-03-16', 'warned 2020-03-16', 'due 2020-03-16', 'met-late 2020-03-16']);
  });
});

describe.each([['window', 'ended'], ['mark', 'past']])('a %s', (type, last) => {
  const some = clock('c', { type, ...CANCEL });
  it(`runs, warns until its last day and is ${last} the day after, whatever was done`, () => {
    const expected = ['running 2020-03-16', 'warned 2020-03-16', 'warned 2020-03-16', `${last} 2020-03-16`];
    expect(over(some, [START], ['2020-03-08', '2020-03-09', '2020-03-16', '2020-03-17'])).toEqual(expected);
    expect(over(some, [START, talk('2020-03-03')], ['2020-03-08', '2020-03-09', '2020-03-16', '2020-03-17'])).toEqual(expected);
  });

  it('is cancelled from the day of the cancellation on, up to its last day', () => {
    expect(over(some, [START, placed('2020-03-16')], ['2020-03-15', '2020-03-16', '2020-03-17'])).toEqual(['warned 2020-03-16', 'cancelled 2020-03-16', 'cancelled 2020-03-16']);
    expect(over(some, [START, placed('2020-03-17')], ['2020-03-16', '2020-03-17', '2020-03-18'])).toEqual(['warned 2020-03-16', `${last} 2020-03-16`, `${last} 2020-03-16`]);
    expect(over(some, [START, closed('2020-03-10')], ['2020-03-09', '2020-03-10'])).toEqual(['warned 2020-03-16', 'cancelled 2020-03-16']);
  });

  it('without a warning ahead warns on its last day', () => {
    expect(over({ ...some, warnBefore: 'P0D' }, [START], ['2020-03-15', '2020-03-16', '2020-03-17'])).toEqual(['running 2020-03-16', 'warned 2020-03-16', `${last} 2020-03-16`]);
  });
});

describe('a clock that recurs', () => {
  const monthly = clock('c', { type: 'recurring', due: { every: 'P1M' }, warnBefore: 'P3D', ...CANCEL });
  const periods = (facts: readonly Told[], on: CivilDate, some: Clock = monthly): readonly string[] => deadlinesOf([some], facts, on).map(({ period, startedOn, dueOn, state }) => `${period} ${startedOn} ${dueOn} ${state}`);

  it('has the periods that have begun, each from the day after the one before', () => {
    expect(periods([START], '2020-04-02')).toEqual(['1 2020-03-02 2020-04-02 due']);
    expect(periods([START], '2020-04-03')).toEqual(['1 2020-03-02 2020-04-02 overdue', '2 2020-04-03 2020-05-02 running']);
    expect(periods([START], '2020-06-01')).toEqual(['1 2020-03-02 2020-04-02 overdue', '2 2020-04-03 2020-05-02 overdue', '3 2020-05-03 2020-06-02 warned']);
  });

  it('counts an act for the period that it falls in, both its days included', () => {
    expect(periods([START, talk('2020-04-02'), talk('2020-05-03'), talk('2020-05-10')], '2020-06-03')).toEqual(['1 2020-03-02 2020-04-02 met-on-time', '2 2020-04-03 2020-05-02 overdue', '3 2020-05-03 2020-06-02 met-on-time', '4 2020-06-03 2020-07-02 running']);
    expect(periods([START, talk('2020-04-03')], '2020-04-03')).toEqual(['1 2020-03-02 2020-04-02 overdue', '2 2020-04-03 2020-05-02 met-on-time']);
  });

  it('counts for the first period what came before the start, as far as it looks back, and for no other', () => {
    expect(periods([talk('2020-03-01'), START], '2020-04-03', { ...monthly, lookBack: 'P7D' })).toEqual(['1 2020-03-02 2020-04-02 met-on-time', '2 2020-04-03 2020-05-02 running']);
  });

  it('is cancelled in the period of the cancellation, and has no period after it', () => {
    expect(periods([START, placed('2020-04-03'), talk('2020-04-10')], '2020-08-01')).toEqual(['1 2020-03-02 2020-04-02 overdue', '2 2020-04-03 2020-05-02 cancelled']);
    expect(periods([START, placed('2020-05-02')], '2020-08-01')).toEqual(['1 2020-03-02 2020-04-02 overdue', '2 2020-04-03 2020-05-02 cancelled']);
    expect(periods([START, placed('2020-04-02')], '2020-08-01')).toEqual(['1 2020-03-02 2020-04-02 cancelled']);
  });

  it('does not tell of a period that was missed before that it was stopped', () => {
    expect(deadlinesOf([monthly], [START, placed('2020-04-03')], '2020-08-01').map(({ stoppedOn }) => stoppedOn)).toEqual([null, '2020-04-03']);
  });

  it('stays met in the period of a cancellation that came after the act', () => {
    expect(periods([START, talk('2020-03-10'), placed('2020-03-20')], '2020-08-01')).toEqual(['1 2020-03-02 2020-04-02 met-on-time']);
  });

  it('keeps the day of the start, also after a short month', () => {
    expect(deadlinesOf([monthly], [lost('2020-01-31')], '2020-05-01').map(({ dueOn }) => dueOn)).toEqual(['2020-02-29', '2020-03-31', '2020-04-30', '2020-05-31']);
  });

  it('takes every number of days, weeks and months', () => {
    const dueDates = (every: string): readonly string[] => deadlinesOf([{ ...monthly, due: { every } }], [START], '2020-04-10').map(({ dueOn }) => dueOn);
    expect([dueDates('P14D'), dueDates('P2W'), dueDates('P1M15D')]).toEqual([['2020-03-16', '2020-03-30', '2020-04-13'], ['2020-03-16', '2020-03-30', '2020-04-13'], ['2020-04-17']]);
  });

  it('ends with the last whole period, when it recurs for a while only', () => {
    const some = { ...monthly, due: { every: 'P1M', until: 'P3M' } };
    expect(deadlinesOf([some], [START], '2021-01-01').map(({ dueOn }) => dueOn)).toEqual(['2020-04-02', '2020-05-02', '2020-06-02']);
    expect(deadlinesOf([{ ...some, due: { every: 'P2M', until: 'P3M' } }], [START], '2021-01-01').map(({ dueOn }) => dueOn)).toEqual(['2020-05-02']);
  });

  it('has no period number when it does not recur', () => {
    expect(deadlinesOf([clock('c')], [START], '2020-03-03')).toMatchObject([{ period: null, notBefore: null }]);
  });
});

describe('a due date', () => {
  const dueFor = (due: object, facts: readonly Told[], on: CivilDate): readonly string[] => deadlinesOf([clock('c', { due })], facts, on).map(({ dueOn }) => dueOn);
  it.each<[string, object, string]>([
    ['some time after the start', { after: 'P1M' }, '2020-04-02'],
    ['a date that the start tells', { at: { path: 'start.lastWorkingDay', plus: 'P1D' } }, '2020-03-03'],
    ['the start, when the date lies before it', { at: { path: 'start.lastWorkingDay', minus: 'P1D' } }, '2020-03-02'],
    ['a date before the start, for what had to happen before', { before: { path: 'start.lastWorkingDay', minus: 'P1D' } }, '2020-03-01'],
    ['a birthday', { birthday: 21 }, '2021-01-01'],
    ['some time after a birthday', { birthday: 21, plus: 'P1M' }, '2021-02-01'],
    ['the end of a first period', { every: 'P2M' }, '2020-05-02'],
  ])('may be %s', (_, due, expected) => {
    expect(dueFor(due, [opened('2018-01-01'), START], '2020-03-02')).toEqual([expected]);
  });

  it.each<[string, object]>([
    ['the period', { after: { setting: 'number' } }], ['the date', { at: { path: 'subject.birthDate' } }], ['the date before which', { before: { path: 'subject.birthDate' } }], ['the birth date', { birthday: 21 }], ['the period that recurs', { every: { setting: 'number' } }],
  ])('is not there without %s', (_, due) => {
    expect(dueFor(due, [START], '2020-03-02')).toEqual([]);
  });

  it('is not there when what is added to the birthday is no period', () => {
    expect(dueFor({ birthday: 21, plus: { setting: 'number' } }, [opened('2018-01-01'), START], '2020-03-02')).toEqual([]);
  });
});
