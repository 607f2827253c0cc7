import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@trajectboek/events';
import * as f from '@trajectboek/testing/facts';
import { itemsWith } from '../testing/on-list.js';

type Events = readonly RecordedEvent[];
const on = (date: string, events: Events, enabled: readonly string[] = []): readonly (readonly [string, string | null])[] =>
  itemsWith(enabled, 'aftercare-contact-due')(date, events).map(({ why, dueOn }) => [why.code, dueOn]);

const leaver = [f.enrolled('2018-09-01', { schoolType: 'pro' }), f.left('2020-07-01', { reason: 'completed' })];
const call = (date: string) => f.spoke(date, { purpose: 'aftercare', situation: 'work' });

describe('the list of aftercare contacts', () => {
  it('has a leaver whose scheme asks for contact every half year, from two weeks before the end of the period', () => {
    expect(on('2020-12-17', leaver)).toEqual([]);
    expect(on('2020-12-18', leaver)).toEqual([['aftercare-pro-follow-2y', '2021-01-01']]);
    expect(on('2021-01-10', leaver)).toEqual([['aftercare-pro-follow-2y', '2021-01-01']]);
  });
  it('waits for the next period once there was contact', () => {
    const called = [...leaver, call('2020-12-20')];
    expect(on('2021-01-10', called)).toEqual([]);
    expect(on('2021-06-17', called)).toEqual([['aftercare-pro-follow-2y', '2021-07-01']]);
  });
  it('counts no other contact, and nobody of another school', () => {
    expect(on('2020-12-18', [...leaver, f.spoke('2020-12-01')])).toHaveLength(1);
    expect(on('2020-12-18', [f.enrolled('2018-09-01'), f.left('2020-07-01')])).toEqual([]);
  });
  it('has the terms of a programme that is switched on', () => {
    expect(on('2020-12-18', leaver, ['vso-pro-half-yearly-check']).map(([code]) => code)).toContain('vso-pro-half-yearly-check:warned');
  });
  it('has active aftercare in which nobody spoke the youth for ninety days', () => {
    const active = [f.aftercare('2021-01-01', { until: '2021-12-31' })];
    expect(on('2021-03-31', active)).toEqual([]);
    expect(on('2021-04-01', active)).toEqual([['active-aftercare', '2021-04-01']]);
    expect(on('2021-04-01', [...active, f.spoke('2021-03-01')])).toEqual([]);
    expect(on('2021-05-30', [...active, f.spoke('2021-03-01')])).toEqual([['active-aftercare', '2021-05-30']]);
  });
  it('does not have aftercare on request, that ended, or whose term is over', () => {
    const active = f.aftercare('2021-01-01', { until: '2021-12-31' });
    expect(on('2021-06-01', [active, f.aftercareChanged('2021-02-01')])).toEqual([]);
    expect(on('2021-06-01', [active, f.aftercareEnded('2021-05-01')])).toEqual([]);
    expect(on('2022-01-01', [active])).toEqual([]);
  });
  it('has a call that was planned, until it is made or missed', () => {
    const planned = f.appointment('2021-03-01', { plannedFor: '2021-05-01' });
    expect(on('2021-04-16', [planned])).toEqual([]);
    expect(on('2021-05-10', [planned])).toEqual([['planned-call', '2021-05-01']]);
    for (const after of [call('2021-05-01'), f.attempted('2021-05-02'), f.appointmentMissed('2021-05-01')]) expect(on('2021-05-10', [planned, after])).toEqual([]);
    expect(on('2021-05-10', [f.appointment('2021-03-01', { kind: 'intake' })])).toEqual([]);
  });
});
