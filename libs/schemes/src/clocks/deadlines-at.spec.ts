import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayAfter, type CivilDate } from '@trajectboek/events';
import type { RuleBook } from '../rule-book/rule-book.js';
import { clock, closed, deadlinesOf, lost, opened, smallBook, talk } from '../testing/small-book.js';
import { youthWith, type Told } from '../testing/youths.js';
import type { YouthOnDate } from '../youth-on-date.js';
import { deadlinesAt } from './deadlines-at.js';

const placed = (on: string): Told => [on, 'PlacementStarted', { placementId: 'p2', kind: 'contract', hoursPerWeek: 32, paid: true, enrolled: false }];
const care = (on: string): Told => [on, 'InstitutionStayStarted', { category: 'clinic' }];
const out = (on: string): Told => [on, 'InstitutionStayEnded', {}];
const planned = (on: string, reviewOn: string): Told => [on, 'PlanAgreed', { type: 'action-plan', parties: [], reviewOn }];
const NONE = { enabled: new Set<string>() };

/** One clock of every make, all started by a lost job. */
const CLOCKS = [
  clock('plain', { cancelledBy: [{ event: 'PlacementStarted' }], extendedBy: [{ event: 'PlanAgreed', until: 'data.reviewOn' }] }),
  clock('early', { due: { after: 'P14D', notBefore: 'P10D' }, lookBack: 'P3D' }),
  clock('latest', { instances: 'latest', due: { after: 'P9D' } }),
  clock('window', { type: 'window', cancelledBy: [{ event: 'PlacementStarted' }], instances: 'latest', due: { after: 'P11D' } }),
  clock('mark', { type: 'mark', warnBefore: 'P2D' }),
  clock('weekly', { type: 'recurring', due: { every: 'P7D' }, cancelledBy: [{ event: 'PlacementStarted' }], warnBefore: 'P2D' }),
  clock('asleep', { appliesAt: 'asOf', appliesTo: { when: { has: 'care' } }, cancelledBy: [{ event: 'PlacementStarted' }] }),
  clock('owned', { owner: { party: 'municipality', of: 'subject.municipality' }, warnBefore: { setting: 'warnBefore' } }),
];
const LIFE: readonly Told[] = [
  opened('2019-01-01'), lost('2020-03-02'), talk('2020-03-05'), care('2020-03-07'), ['2020-03-08', 'ResidenceChanged', { municipality: 'GM0014', from: '2020-03-12' }], planned('2020-03-09', '2020-03-20'),
  lost('2020-03-10', 'p2'), talk('2020-03-11'), placed('2020-03-14'), out('2020-03-15'), lost('2020-03-16', 'p3'), talk('2020-03-26'), care('2020-03-28'), placed('2020-04-03'), closed('2020-04-07'),
];
const DAYS: CivilDate[] = ['2020-02-28'];
while (DAYS.length < 48) DAYS.push(dayAfter(DAYS.at(-1) ?? ''));
const answers = (book: RuleBook, youth: YouthOnDate): string => JSON.stringify(deadlinesAt(book, youth, NONE));

describe('the clocks of a youth', () => {
  it('are the same on a date whatever other dates were asked before', () => {
    const book = smallBook({ clocks: CLOCKS });
    fc.assert(fc.property(fc.subarray([...LIFE], { minLength: 2 }), fc.shuffledSubarray(DAYS, { minLength: 20 }), (facts, days) => {
      const asked = youthWith(facts, '2020-01-01');
      for (const day of days) expect(answers(book, asked.on(day))).toBe(answers(book, youthWith(facts, day)));
    }), { numRuns: 10 });
  });

  it('never change before the day that was foreseen', () => {
    const book = smallBook({ clocks: CLOCKS });
    fc.assert(fc.property(fc.subarray([...LIFE], { minLength: 2 }), (facts) => {
      const asked = youthWith(facts, '2020-01-01');
      let foreseen: CivilDate | undefined;
      let before: string | undefined;
      for (const day of DAYS) {
        const youth = asked.on(day);
        const seen = answers(book, youth);
        if (before !== undefined && (foreseen === undefined || day < foreseen)) expect({ day, seen }).toEqual({ day, seen: before });
        [before, foreseen] = [seen, youth.history.asOf.nextChange];
      }
    }), { numRuns: 10 });
  });

  it('stand in the order of their due dates', () => {
    const clocks = [clock('third', { due: { after: 'P3D' } }), clock('first', { due: { after: 'P1D' } }), clock('last', { due: { after: 'P9D' } }), clock('second', { due: { after: 'P2D' } })];
    expect(deadlinesOf(clocks, [lost('2020-03-02')], '2020-03-02').map(({ scheme }) => scheme)).toEqual(['first', 'second', 'third', 'last']);
  });

  it('with one due date stand in the order of the rule book', () => {
    expect(deadlinesOf([clock('b'), clock('a'), clock('c')], [lost('2020-03-02')], '2020-03-02').map(({ scheme }) => scheme)).toEqual(['b', 'a', 'c']);
  });

  it('are none for a youth without facts', () => {
    expect(deadlinesOf(CLOCKS, [], '2020-03-02')).toEqual([]);
  });

  it('are those that are switched on, also when others were asked before', () => {
    const book = smallBook({ clocks: [clock('always'), clock('chosen', { enabledByDefault: false, kind: 'programme' })] });
    const youth = youthWith([lost('2020-03-02')], '2020-03-05');
    const schemes = (enabled: readonly string[]): readonly string[] => deadlinesAt(book, youth, { enabled: new Set(enabled) }).map(({ scheme }) => scheme);
    expect([schemes([]), schemes(['chosen']), schemes([])]).toEqual([['always'], ['always', 'chosen'], ['always']]);
  });

  it('are those of the rule book that is asked, also when another was asked before', () => {
    const youth = youthWith([lost('2020-03-02')], '2020-03-05');
    const books = [smallBook({ clocks: [clock('one')] }), smallBook({ clocks: [clock('two')] })];
    expect(books.map((book) => deadlinesAt(book, youth, NONE).map(({ scheme }) => scheme))).toEqual([['one'], ['two']]);
  });

  it('are those of each youth apart', () => {
    const book = smallBook({ clocks: [clock('c')] });
    const youths = [youthWith([lost('2020-03-02')], '2020-03-05'), youthWith([lost('2020-03-03'), talk('2020-03-04')], '2020-03-05')];
    expect(youths.map((youth) => deadlinesAt(book, youth, NONE).map(({ state, dueOn }) => `${state} ${dueOn}`))).toEqual([['running 2020-03-16'], ['met-on-time 2020-03-17']]);
  });
});

describe('a life of which many dates are asked', () => {
  /** Counts how often a rule looked at an earlier day of the youth. */
  class CountedYouth implements YouthOnDate {
    constructor(readonly history: YouthOnDate['history'], readonly asked: CivilDate[]) {}

    hasFacet(): boolean {
      return true;
    }

    on(date: CivilDate): YouthOnDate {
      this.asked.push(date);
      return new CountedYouth(this.history.at(date), this.asked);
    }
  }
  const book = smallBook({ clocks: [clock('a', { appliesTo: { when: { has: 'care' } } }), clock('b', { appliesTo: { when: { has: 'care' } } }), clock('chosen', { enabledByDefault: false })] });

  it('is followed once: each of its days is looked at one time, whatever is asked after that', () => {
    const { history } = youthWith([lost('2020-03-02'), talk('2020-03-05')], '2020-03-10');
    const asked: CivilDate[] = [];
    for (const enabled of [[], ['chosen'], []]) {
      for (const date of ['2020-03-05', '2020-03-06', '2020-03-05']) deadlinesAt(book, new CountedYouth(history.at(date), asked), { enabled: new Set(enabled) });
    }
    expect([...asked].sort()).toEqual([...new Set(asked)].sort());
  });
});

describe('the days that are noted', () => {
  const book = smallBook({ clocks: [clock('c', { cancelledBy: [{ event: 'PlacementStarted' }] })] });
  const nextChange = (facts: readonly Told[], on: CivilDate): CivilDate | undefined => {
    const youth = youthWith(facts, on);
    deadlinesAt(book, youth, NONE);
    return youth.history.asOf.nextChange;
  };

  it.each<[string, readonly Told[], CivilDate, CivilDate | undefined]>([
    ['the start', [lost('2020-03-02')], '2020-03-01', '2020-03-02'],
    ['the warning', [lost('2020-03-02')], '2020-03-02', '2020-03-09'],
    ['the due date', [lost('2020-03-02')], '2020-03-09', '2020-03-16'],
    ['the day after it', [lost('2020-03-02')], '2020-03-16', '2020-03-17'],
    ['none for what is overdue', [lost('2020-03-02')], '2020-03-17', undefined],
    ['none for what was met', [lost('2020-03-02'), talk('2020-03-04')], '2020-03-04', undefined],
    ['the act that will come', [lost('2020-03-02'), talk('2020-03-04')], '2020-03-03', '2020-03-04'],
  ])('are %s', (_, facts, on, expected) => {
    expect(nextChange(facts, on)).toBe(expected);
  });
});

describe('events in the order in which clocks take them', () => {
  const first = clock('first', { satisfiedBy: [{ event: 'ContactMade' }], cancelledBy: [{ event: 'PlacementStarted' }] });
  const stateWith = (facts: readonly Told[]): unknown => deadlinesOf([first], facts, '2020-03-10')[0]?.state;
  const at = (told: Told, on: string, recorded: string): Told => [on, told[1], told[2] ?? {}, { recorded }];

  it('are of one day: those that were recorded first, whatever their hour', () => {
    const met = (recorded: string): Told => at(talk(''), '2020-03-05T15:00:00Z', recorded);
    const taken = (recorded: string): Told => at(placed(''), '2020-03-05T09:00:00Z', recorded);
    expect(stateWith([lost('2020-03-02'), met('2020-03-06T10:00:00Z'), taken('2020-03-06T11:00:00Z')])).toBe('met-on-time');
    expect(stateWith([lost('2020-03-02'), met('2020-03-06T12:00:00Z'), taken('2020-03-06T11:00:00Z')])).toBe('cancelled');
  });

  it('are of one moment of recording: those that the ledger took first', () => {
    const same = '2020-03-06T10:00:00Z';
    expect(stateWith([lost('2020-03-02'), at(talk(''), '2020-03-05T15:00:00Z', same), at(placed(''), '2020-03-05T09:00:00Z', same)])).toBe('met-on-time');
    expect(stateWith([lost('2020-03-02'), at(placed(''), '2020-03-05T15:00:00Z', same), at(talk(''), '2020-03-05T09:00:00Z', same)])).toBe('cancelled');
  });

  it('are of two days: those of the earlier day, whenever they were recorded', () => {
    expect(stateWith([lost('2020-03-02'), at(placed(''), '2020-03-06', '2020-03-06'), at(talk(''), '2020-03-05', '2020-03-09')])).toBe('met-on-time');
  });
});

describe('corrections', () => {
  const repaired = clock('repaired', { satisfiedBy: [{ event: 'EventCorrected' }, { event: 'EventRetracted' }] });
  const retract = (id: string, on = '2020-03-04', own = 'retraction'): Told => [on, 'EventRetracted', { retractedEventId: id, reason: 'never-happened' }, { id: own }];
  const correct: Told = ['2020-03-04', 'EventCorrected', { correctedEventId: 'stay', reason: 'wrong-date', replacement: { occurredAt: '2020-01-02', category: 'clinic' } }, { id: 'correction' }];
  const stay: Told = ['2020-01-01', 'InstitutionStayStarted', { category: 'clinic' }, { id: 'stay' }];
  const stateWith = (...facts: readonly Told[]): unknown => deadlinesOf([repaired], [stay, lost('2020-03-02'), ...facts], '2020-03-10')[0]?.state;

  it('are events too: to make one can be a duty', () => {
    expect([stateWith(), stateWith(correct), stateWith(retract('stay'))]).toEqual(['warned', 'met-on-time', 'met-on-time']);
  });

  it('do not count when they were retracted themselves', () => {
    expect(stateWith(correct, retract('correction', '2020-03-12'))).toBe('warned');
  });
});
