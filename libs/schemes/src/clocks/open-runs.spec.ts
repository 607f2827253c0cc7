import { describe, expect, it } from '@jest/globals';
import { clock, closed, deadlinesOf, lost, opened, statesOf, talk } from '../testing/small-book.js';
import type { Told } from '../testing/youths.js';

const placed = (on: string, placementId = 'p1', more: object = {}): Told => [on, 'PlacementStarted', { placementId, kind: 'contract', hoursPerWeek: 32, paid: true, enrolled: false, ...more }];

describe('a clock starts', () => {
  it('on true only: not when it is false or unknown that the event is meant', () => {
    const absence = (on: string, more: object): Told => [on, 'AbsenceReported', { category: 'unauthorised', since: on, ...more }];
    const long = clock('long', { startsOn: { event: 'AbsenceReported', when: { gte: ['data.hours', 16] } } });
    expect(statesOf([long], [absence('2020-03-01', { hours: 2 }), absence('2020-03-02', {}), absence('2020-03-03', { hours: 16 })], '2020-03-04')).toEqual(['running 2020-03-17']);
  });

  it('on each of several kinds of event, and on no other', () => {
    const either = clock('either', { startsOn: [{ event: 'JobLost' }, { event: 'PlacementEnded', when: { eq: ['data.reason', 'moved-away'] } }] });
    const ended = (on: string, reason: string): Told => [on, 'PlacementEnded', { placementId: 'p2', reason }];
    expect(statesOf([either], [lost('2020-03-02'), ended('2020-03-03', 'completed'), talk('2020-01-01'), ended('2020-03-04', 'moved-away')], '2020-03-05')).toEqual(['running 2020-03-16', 'running 2020-03-18']);
  });

  it('only for whom it applies to on that day, for certain', () => {
    const adult = clock('adult', { appliesTo: { age: { gte: 18 } } });
    expect(statesOf([adult], [opened('2018-01-01', '2002-03-02'), lost('2020-03-01'), lost('2020-03-02')], '2020-03-10')).toEqual(['warned 2020-03-16']);
    expect(statesOf([adult], [lost('2020-03-02')], '2020-03-10')).toEqual([]);
  });

  it('only between its dates, of which both count', () => {
    const dated = clock('dated', { validFrom: '2020-03-02', validUntil: '2020-03-04' });
    const starts = ['2020-03-01', '2020-03-02', '2020-03-04', '2020-03-05'].map((on) => lost(on));
    expect(deadlinesOf([dated], starts, '2020-03-06').map(({ startedOn }) => startedOn)).toEqual(['2020-03-02', '2020-03-04']);
  });

  it('by the birthday instead of the start when it is about a birthday', () => {
    const grown = clock('grown', { startsOn: { event: 'TrajectoryOpened' }, due: { birthday: 18 }, validFrom: '2020-03-02', validUntil: '2020-03-04' });
    expect(['2002-03-01', '2002-03-02', '2002-03-04', '2002-03-05'].map((birthDate) => statesOf([grown], [opened('2019-01-01', birthDate)], '2019-02-01').length)).toEqual([0, 1, 1, 0]);
  });

  it('not when the date that it is counted from is missing', () => {
    const end = clock('end', { startsOn: { event: 'PlacementStarted' }, due: { at: { path: 'start.contractUntil' } } });
    expect(statesOf([end], [placed('2020-03-02'), placed('2020-03-03', 'p2', { contractUntil: '2020-09-01' })], '2020-03-10')).toEqual(['running 2020-09-01']);
  });

  it('on the day of the event, not before it', () => {
    expect(['2020-03-01', '2020-03-02'].map((on) => statesOf([clock('plain')], [lost('2020-03-02')], on))).toEqual([[], ['running 2020-03-16']]);
  });
});

describe('a clock that runs once', () => {
  const once = clock('once', { instances: 'once', startsOn: { event: 'JobLost' }, cancelledBy: [{ event: 'PlacementStarted' }] });

  it('does not start again, not even after it was met or cancelled', () => {
    expect(statesOf([once], [lost('2020-03-02'), lost('2020-03-05')], '2020-03-06')).toEqual(['running 2020-03-16']);
    expect(statesOf([once], [lost('2020-03-02'), talk('2020-03-03'), lost('2020-03-05')], '2020-03-06')).toEqual(['met-on-time 2020-03-16']);
    expect(statesOf([once], [lost('2020-03-02'), placed('2020-03-03', 'p2'), lost('2020-03-05')], '2020-03-06')).toEqual(['cancelled 2020-03-16']);
  });

  it('starts again after the trajectory was closed, but not before it is closed', () => {
    expect(statesOf([once], [lost('2020-03-02'), closed('2020-03-04'), lost('2020-03-05')], '2020-03-06')).toEqual(['cancelled 2020-03-16', 'running 2020-03-19']);
    expect(statesOf([once], [lost('2020-03-02'), lost('2020-03-04'), closed('2020-03-05')], '2020-03-06')).toEqual(['cancelled 2020-03-16']);
  });

  it('starts on the day of the closing as well, and is closed with it: what happens on the day of a start comes after it', () => {
    expect(statesOf([once], [lost('2020-03-02'), closed('2020-03-04'), lost('2020-03-04', 'p2')], '2020-03-06')).toEqual(['cancelled 2020-03-16', 'cancelled 2020-03-18']);
  });

  it('does not start a third time when only the first was closed', () => {
    expect(statesOf([once], [lost('2020-03-02'), closed('2020-03-03'), lost('2020-03-04'), lost('2020-03-05')], '2020-03-06')).toEqual(['cancelled 2020-03-16', 'running 2020-03-18']);
  });
});

describe('a clock of which the latest start counts', () => {
  const latest = clock('latest', { instances: 'latest' });

  it('is replaced by a new start, from that day on', () => {
    const facts = [lost('2020-03-02'), lost('2020-03-05', 'p2'), lost('2020-03-09', 'p3')];
    expect(['2020-03-04', '2020-03-05', '2020-03-08', '2020-03-09'].map((on) => statesOf([latest], facts, on))).toEqual([['running 2020-03-16'], ['running 2020-03-19'], ['running 2020-03-19'], ['running 2020-03-23']]);
  });

  it('stays when it was decided before, or on the day itself', () => {
    expect(statesOf([latest], [lost('2020-03-02'), talk('2020-03-03'), lost('2020-03-05')], '2020-03-06')).toEqual(['met-on-time 2020-03-16', 'running 2020-03-19']);
    expect(statesOf([latest], [lost('2020-03-02'), talk('2020-03-05'), lost('2020-03-05', 'p2')], '2020-03-06')).toEqual(['met-on-time 2020-03-16', 'met-on-time 2020-03-19']);
  });

  it('is gone when it was decided only after that', () => {
    expect(statesOf([latest], [lost('2020-03-02'), lost('2020-03-05'), talk('2020-03-06')], '2020-03-07')).toEqual(['met-on-time 2020-03-19']);
  });

  it('is gone when it was missed, because nothing decided it', () => {
    expect(statesOf([latest], [lost('2020-01-02'), lost('2020-03-05')], '2020-03-07')).toEqual(['running 2020-03-19']);
  });

  it('that is a window stays when it had ended before the new start', () => {
    const window = clock('window', { type: 'window', instances: 'latest' });
    expect(statesOf([window], [lost('2020-03-02'), lost('2020-03-17')], '2020-03-18')).toEqual(['ended 2020-03-16', 'running 2020-03-31']);
    expect(statesOf([window], [lost('2020-03-02'), lost('2020-03-16')], '2020-03-18')).toEqual(['running 2020-03-30']);
  });

  it('that is a window stays when it had ended by the first of its dates', () => {
    const window = clock('window', { type: 'window', instances: 'latest', extendedBy: [{ event: 'PlanAgreed', until: 'data.reviewOn' }] });
    const planned: Told = ['2020-03-10', 'PlanAgreed', { type: 'action-plan', parties: [], reviewOn: '2020-03-12' }];
    expect(statesOf([window], [lost('2020-03-02'), planned, lost('2020-03-14')], '2020-03-15')).toEqual(['ended 2020-03-12', 'running 2020-03-28']);
  });
});

describe('a clock of which the latest start per field counts', () => {
  const perPlace = clock('per-place', { startsOn: { event: 'PlacementStarted' }, instances: { latestPer: ['placementId', 'kind'] } });

  it('is replaced only by a start with the same fields', () => {
    const facts = [placed('2020-03-02'), placed('2020-03-03', 'p2'), placed('2020-03-04', 'p1', { kind: 'bbl' })];
    expect(statesOf([perPlace], facts, '2020-03-05')).toEqual(['running 2020-03-16', 'running 2020-03-17', 'running 2020-03-18']);
    expect(statesOf([perPlace], [...facts, placed('2020-03-05')], '2020-03-05')).toEqual(['running 2020-03-17', 'running 2020-03-18', 'running 2020-03-19']);
  });
});
