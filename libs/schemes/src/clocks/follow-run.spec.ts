import { describe, expect, it } from '@jest/globals';
import { clock, closed, deadlinesOf, lost, statesOf, talk } from '../testing/small-book.js';
import type { Told } from '../testing/youths.js';

const placed = (on: string, placementId = 'p2'): Told => [on, 'PlacementStarted', { placementId, kind: 'contract', hoursPerWeek: 32, paid: true, enrolled: false }];
const planned = (on: string, reviewOn?: string): Told => [on, 'PlanAgreed', { type: 'action-plan', parties: [], ...(reviewOn && { reviewOn }) }];
const meeting = (on: string): Told => [on, 'MeetingHeld', { kind: 'exit-interview', participants: [], youthPresent: true }];
const CANCEL = { cancelledBy: [{ event: 'PlacementStarted' }] };

describe('the first event that decides', () => {
  it('counts: nothing after it meets or cancels the clock any more', () => {
    expect(statesOf([clock('c', CANCEL)], [lost('2020-03-02'), talk('2020-03-05'), placed('2020-03-06')], '2020-03-10')).toEqual(['met-on-time 2020-03-16']);
    expect(statesOf([clock('c', CANCEL)], [lost('2020-03-02'), placed('2020-03-05'), talk('2020-03-06')], '2020-03-10')).toEqual(['cancelled 2020-03-16']);
  });

  it('meets the clock when it would cancel it as well', () => {
    expect(statesOf([clock('c', { cancelledBy: [{ event: 'ContactMade' }] })], [lost('2020-03-02'), talk('2020-03-05')], '2020-03-10')).toEqual(['met-on-time 2020-03-16']);
  });

  it('is the first one, also when a later one would come in time and it did not', () => {
    expect(deadlinesOf([clock('c')], [lost('2020-03-02'), talk('2020-03-20'), talk('2020-03-25')], '2020-04-01')).toMatchObject([{ state: 'met-late', stoppedOn: '2020-03-20' }]);
  });

  it('must be certain: one that may be meant does nothing', () => {
    const absence: Told = ['2020-03-05', 'AbsenceReported', { category: 'unauthorised', since: '2020-03-05' }];
    const maybe = [{ event: 'AbsenceReported', when: { gte: ['data.hours', 16] } }];
    expect([statesOf([clock('c', { satisfiedBy: maybe })], [lost('2020-03-02'), absence], '2020-03-06'), statesOf([clock('c', { cancelledBy: maybe })], [lost('2020-03-02'), absence], '2020-03-06')]).toEqual([['running 2020-03-16'], ['running 2020-03-16']]);
  });

  it('may be the start itself only where that is said', () => {
    const own = { satisfiedBy: [{ event: 'JobLost' }] };
    expect([statesOf([clock('c', own)], [lost('2020-03-02')], '2020-03-03'), statesOf([clock('c', { ...own, startCounts: true })], [lost('2020-03-02')], '2020-03-03')]).toEqual([['running 2020-03-16'], ['met-on-time 2020-03-16']]);
  });
});

describe('closing the trajectory', () => {
  it('cancels a clock, unless it is about privacy', () => {
    const facts = [lost('2020-03-02'), closed('2020-03-05')];
    expect([statesOf([clock('c')], facts, '2020-03-06'), statesOf([clock('c', { group: 'privacy' })], facts, '2020-03-06')]).toEqual([['cancelled 2020-03-16'], ['running 2020-03-16']]);
  });

  it('does not cancel a clock that it starts, also when the start counts', () => {
    const after = clock('c', { startsOn: { event: 'TrajectoryClosed' }, startCounts: true });
    expect(statesOf([after], [closed('2020-03-02')], '2020-03-03')).toEqual(['running 2020-03-16']);
  });

  it('before the start does nothing, also for a clock that looks back', () => {
    expect(statesOf([clock('c', { lookBack: 'P1M' })], [closed('2020-03-01'), lost('2020-03-02')], '2020-03-03')).toEqual(['running 2020-03-16']);
  });
});

describe('a clock that looks back', () => {
  it('sees acts and cancellations as far back as it looks', () => {
    const back = clock('c', { lookBack: 'P14D', ...CANCEL });
    expect(statesOf([back], [talk('2020-02-17'), lost('2020-03-02')], '2020-03-02')).toEqual(['met-on-time 2020-03-16']);
    expect(statesOf([back], [talk('2020-02-16'), lost('2020-03-02')], '2020-03-02')).toEqual(['running 2020-03-16']);
    expect(statesOf([back], [placed('2020-02-17'), lost('2020-03-02')], '2020-03-02')).toEqual(['cancelled 2020-03-16']);
    expect(statesOf([back], [placed('2020-02-16'), lost('2020-03-02')], '2020-03-02')).toEqual(['running 2020-03-16']);
  });

  it('is decided by the first of them', () => {
    expect(deadlinesOf([clock('c', { lookBack: 'P14D', ...CANCEL })], [talk('2020-02-20'), placed('2020-02-21'), talk('2020-02-22'), lost('2020-03-02')], '2020-03-02')).toMatchObject([{ state: 'met-on-time', stoppedOn: '2020-02-20' }]);
  });

  it('does not take what came before for something else: without looking back nothing before the start counts', () => {
    expect(statesOf([clock('c', CANCEL)], [talk('2020-03-01'), placed('2020-03-01'), lost('2020-03-02')], '2020-03-03')).toEqual(['running 2020-03-16']);
  });

  it('counts an event of any date where that is said, however old it is', () => {
    const any = clock('c', { satisfiedBy: [{ event: 'ContactMade', anyDate: true }, { event: 'MeetingHeld' }] });
    expect(statesOf([any], [talk('2019-01-01'), lost('2020-03-02')], '2020-03-03')).toEqual(['met-on-time 2020-03-16']);
    expect(statesOf([any], [meeting('2019-01-01'), lost('2020-03-02')], '2020-03-03')).toEqual(['running 2020-03-16']);
    expect(statesOf([any], [lost('2020-03-02'), talk('2020-04-01')], '2020-04-02')).toEqual(['met-on-time 2020-03-16']);
  });

  it('to a date is never met after that date', () => {
    const before = clock('c', { due: { before: { path: 'start.lastWorkingDay' } }, lookBack: 'P1M' });
    const start: Told = ['2020-03-02', 'JobLost', { placementId: 'p1', lastWorkingDay: '2020-02-20', reason: 'dismissed' }];
    expect([[talk('2020-02-20'), start], [talk('2020-02-21'), start], [start, talk('2020-03-03')]].map((facts) => statesOf([before], facts, '2020-03-05'))).toEqual([['met-on-time 2020-02-20'], ['overdue 2020-02-20'], ['overdue 2020-02-20']]);
  });
});

describe('the earliest moment that counts', () => {
  it('may lie some time after the start', () => {
    const late = clock('c', { countsFrom: { afterStart: 'P7D' } });
    expect(['2020-03-08', '2020-03-09'].map((on) => statesOf([late], [lost('2020-03-02'), talk(on)], '2020-03-09'))).toEqual([['warned 2020-03-16'], ['met-on-time 2020-03-16']]);
  });

  it('may lie some time before the due date, and moves with it', () => {
    const late = clock('c', { countsFrom: { beforeDue: 'P5D' }, extendedBy: [{ event: 'PlanAgreed', until: 'data.reviewOn' }] });
    expect(['2020-03-10', '2020-03-11'].map((on) => statesOf([late], [lost('2020-03-02'), talk(on)], '2020-03-11'))).toEqual([['warned 2020-03-16'], ['met-on-time 2020-03-16']]);
    expect(['2020-03-25', '2020-03-26'].map((on) => statesOf([late], [lost('2020-03-02'), planned('2020-03-03', '2020-03-31'), talk('2020-03-12'), talk(on)], '2020-03-26'))).toEqual([['warned 2020-03-31'], ['met-on-time 2020-03-31']]);
  });

  it('does not hold back an event that counts on any date', () => {
    const any = clock('c', { countsFrom: { afterStart: 'P7D' }, satisfiedBy: [{ event: 'ContactMade', anyDate: true }] });
    expect(statesOf([any], [lost('2020-03-02'), talk('2020-03-03')], '2020-03-04')).toEqual(['met-on-time 2020-03-16']);
  });

  it('may be a day before which an act is shown as too early: the first of them', () => {
    const early = clock('c', { due: { after: 'P14D', notBefore: 'P7D' } });
    const facts = [lost('2020-03-02'), talk('2020-03-04'), talk('2020-03-08')];
    expect(deadlinesOf([early], facts, '2020-03-08')).toMatchObject([{ state: 'too-early', notBefore: '2020-03-09', stoppedBy: null, stoppedOn: null, tooEarly: { id: 'ContactMade 2020-03-04 1' } }]);
    expect(deadlinesOf([early], facts, '2020-03-03')).toMatchObject([{ state: 'running', tooEarly: null }]);
    expect(deadlinesOf([early], [...facts, talk('2020-03-09')], '2020-03-09')).toMatchObject([{ state: 'met-on-time', stoppedOn: '2020-03-09' }]);
  });
});

describe('an extension', () => {
  const extended = clock('c', { extendedBy: [{ event: 'PlanAgreed', until: 'data.reviewOn' }] });

  it('counts on the last day, and not after it', () => {
    expect(statesOf([extended], [lost('2020-03-02'), planned('2020-03-16', '2020-04-01')], '2020-03-17')).toEqual(['running 2020-04-01']);
    expect(statesOf([extended], [lost('2020-03-02'), planned('2020-03-17', '2020-04-01')], '2020-03-17')).toEqual(['overdue 2020-03-16']);
  });

  it('may follow on another, within the date that the other set', () => {
    const facts = [lost('2020-03-02'), planned('2020-03-10', '2020-03-31'), planned('2020-03-25', '2020-04-30'), planned('2020-04-20', '2020-05-31')];
    expect(['2020-03-09', '2020-03-10', '2020-03-24', '2020-03-25', '2020-04-19', '2020-04-20'].map((on) => statesOf([extended], facts, on)[0])).toEqual(['warned 2020-03-16', 'running 2020-03-31', 'warned 2020-03-31', 'running 2020-04-30', 'running 2020-04-30', 'running 2020-05-31']);
  });

  it('without a date, or of another event, moves nothing', () => {
    expect(statesOf([extended], [lost('2020-03-02'), planned('2020-03-03'), meeting('2020-03-04')], '2020-03-05')).toEqual(['running 2020-03-16']);
  });

  it('before the start moves nothing', () => {
    expect(statesOf([extended], [planned('2020-03-01', '2020-04-01'), lost('2020-03-02')], '2020-03-05')).toEqual(['running 2020-03-16']);
  });
});

