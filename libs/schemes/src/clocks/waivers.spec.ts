import { describe, expect, it } from '@jest/globals';
import { clock, deadlinesOf, lost, opened, talk } from '../testing/small-book.js';
import type { Told } from '../testing/youths.js';

const placed = (on: string): Told => [on, 'PlacementStarted', { placementId: 'p2', kind: 'contract', hoursPerWeek: 32, paid: true, enrolled: false }];
const ended = (on: string): Told => [on, 'PlacementEnded', { placementId: 'p2', reason: 'completed' }];
const [young, old] = [opened('2018-01-01', '2003-01-01'), opened('2018-01-01', '2000-01-01')];
const YOUNG = { code: 'young', when: { age: { lt: 18 } } };
const WORKING = { code: 'working', when: { contains: ['subject.openPlacementKinds', 'contract'] } };
const waived = (...waivers: readonly object[]): Readonly<Record<string, unknown>> => clock('c', { waivers });
const TELL = ({ state, waiver, stoppedOn }: { readonly state: string; readonly waiver: string | null; readonly stoppedOn: string | null }): string => `${state} ${waiver} ${stoppedOn}`;
const told = (clocks: Readonly<Record<string, unknown>>, facts: readonly Told[], on: string): readonly string[] => deadlinesOf([clocks], facts, on).map(TELL);

describe('a waiver', () => {
  it.each<[string, readonly object[], readonly Told[], string]>([
    ['stops the clock at its start', [YOUNG], [young, lost('2020-03-02')], 'cancelled young 2020-03-02'],
    ['is the first that is true', [YOUNG, WORKING], [young, placed('2020-01-01'), lost('2020-03-02')], 'cancelled young 2020-03-02'],
    ['may be the second one', [YOUNG, WORKING], [old, placed('2020-01-01'), lost('2020-03-02')], 'cancelled working 2020-03-02'],
    ['does nothing when it is false', [YOUNG], [old, lost('2020-03-02')], 'running null null'],
    ['does nothing when it is unknown', [YOUNG], [lost('2020-03-02')], 'running null null'],
    ['is tested again at each later event', [WORKING], [lost('2020-03-02'), talk('2020-03-01'), placed('2020-03-05')], 'cancelled working 2020-03-05'],
    ['is tested at events that the clock does not look at', [YOUNG], [['2018-01-01', 'ExitProfileSet', { profile: 'labour' }], lost('2020-03-02'), opened('2020-03-04', '2003-01-01')], 'cancelled young 2020-03-02'],
    ['does not count when it held only before the start', [WORKING], [placed('2020-01-01'), ended('2020-02-01'), lost('2020-03-02')], 'running null null'],
    ['decides when the same event meets the clock', [{ code: 'talked', when: { event: { type: 'ContactMade' } } }], [lost('2020-03-02'), talk('2020-03-05')], 'cancelled talked 2020-03-05'],
    ['comes too late when the clock was met', [WORKING], [lost('2020-03-02'), talk('2020-03-04'), placed('2020-03-05')], 'met-on-time null 2020-03-04'],
  ])('%s', (_, waivers, facts, expected) => {
    expect(told(waived(...waivers), facts, '2020-03-06')).toEqual([expected]);
  });

  it('comes too late when the clock was met before it started', () => {
    expect(told({ ...waived(YOUNG), lookBack: 'P1M' }, [young, talk('2020-03-01'), lost('2020-03-02')], '2020-03-03')).toEqual(['met-on-time null 2020-03-01']);
  });

  it('holds for the clocks that start between its dates, of which both count', () => {
    const dated = waived({ ...YOUNG, validFrom: '2020-03-02', validUntil: '2020-03-03' });
    expect(['2020-03-01', '2020-03-02', '2020-03-03', '2020-03-04'].map((on) => told(dated, [young, lost(on)], '2020-03-05')[0]?.split(' ')[0])).toEqual(['running', 'cancelled', 'cancelled', 'running']);
  });

  it('that is outside its dates leaves room for another one', () => {
    expect(told(waived({ ...YOUNG, validUntil: '2019-12-31' }, { ...YOUNG, code: 'new' }), [young, lost('2020-03-02')], '2020-03-05')).toEqual(['cancelled new 2020-03-02']);
  });

  it('of a municipality or a region holds there only', () => {
    const at = (more: object, municipality: string): unknown => told(waived({ code: 'here', ...more }), [opened('2018-01-01', '2000-01-01', municipality), lost('2020-03-02')], '2020-03-05')[0];
    expect(['GM0153', 'GM0034'].map((municipality) => at({ municipality: ['GM0153'] }, municipality))).toEqual(['cancelled here 2020-03-02', 'running null null']);
    expect(['GM0153', 'GM0034'].map((municipality) => at({ region: ['Polder'] }, municipality))).toEqual(['running null null', 'cancelled here 2020-03-02']);
    expect(told(waived({ code: 'here', region: ['Polder'] }), [lost('2020-03-02')], '2020-03-05')).toEqual(['running null null']);
  });
});
