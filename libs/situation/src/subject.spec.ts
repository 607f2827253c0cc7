import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@trajectboek/events';
import { recorded } from '@trajectboek/testing';
import { birthDateOf, isKnownQualified, lastSchoolOf, municipalityOf, targetGroupsOf } from './subject.js';
import * as f from './testing/facts.js';
import { youthWith } from './testing/youths.js';

const assigned = (on: string, group: string, definition = 'pw-2015'): RecordedEvent => recorded('TargetGroupAssigned', { occurredAt: on, group, definition });
const ended = (on: string, group: string, definition = 'pw-2015'): RecordedEvent => recorded('TargetGroupEnded', { occurredAt: on, group, definition, reason: 'age' });

describe('the target groups of a youth', () => {
  const stories: readonly (readonly [string, readonly string[], readonly RecordedEvent[]])[] = [
    ['are none without an assignment', [], []],
    ['are those that were assigned, each once', ['vsv', 'kwetsbaar'], [assigned('2021-01-01', 'vsv'), assigned('2021-02-01', 'kwetsbaar'), assigned('2021-03-01', 'vsv', 'wsw')]],
    ['are not what ended', ['kwetsbaar'], [assigned('2021-01-01', 'vsv'), assigned('2021-01-01', 'kwetsbaar'), ended('2021-02-01', 'vsv')]],
    ['are not what ended on the day of its assignment', [], [assigned('2021-01-01', 'vsv'), ended('2021-01-01', 'vsv')]],
    ['are what was assigned again after its end', ['vsv'], [assigned('2021-01-01', 'vsv'), ended('2021-02-01', 'vsv'), assigned('2021-03-01', 'vsv')]],
    ['are what ended under another definition only', ['vsv'], [assigned('2021-01-01', 'vsv'), ended('2021-02-01', 'vsv', 'wsw')]],
  ];
  it.each(stories)('%s', (...[, groups, events]) => { expect(targetGroupsOf(youthWith(events, '2021-06-01'))).toEqual(groups); });
});

describe('the school of a youth', () => {
  it('is that of the newest enrolment, open or not', () => {
    const events = [f.opened('2020-01-01', { schoolOrg: f.RMC }), f.enrolled('2021-01-01'), f.enrolled('2021-02-01', { institution: f.OTHER_SCHOOL }), f.left('2021-03-01', { institution: f.OTHER_SCHOOL })];
    expect(lastSchoolOf(youthWith(events, '2021-06-01'))).toBe(f.OTHER_SCHOOL);
  });
  it('is that of the newest opening that names one, while there was no enrolment', () => {
    const events = [f.opened('2020-01-01', { schoolOrg: f.OTHER_SCHOOL }), f.opened('2020-02-01', { schoolOrg: f.SCHOOL }), f.opened('2021-01-01')];
    expect(lastSchoolOf(youthWith(events, '2021-06-01'))).toBe(f.SCHOOL);
    expect(lastSchoolOf(youthWith([f.opened('2021-01-01')], '2021-06-01'))).toBeUndefined();
    expect(lastSchoolOf(youthWith([], '2021-06-01'))).toBeUndefined();
  });
});

describe('where a youth lives', () => {
  const events = [f.opened('2021-01-01'), f.moved('2021-02-01', { from: '2021-03-01' })];
  it.each([['2020-12-31', undefined], ['2021-02-28', 'GM0153'], ['2021-03-01', 'GM0200']])('on %s is %s: an announced move counts from its own date on', (date, municipality) => {
    expect(municipalityOf(youthWith(events, date))).toBe(municipality);
  });
});

describe('the birth date', () => {
  it('is known on every date, also before the trajectory was opened', () => {
    const events = [f.spoke('2020-06-01'), f.opened('2021-01-01', { birthDate: '2003-05-10' })];
    expect(['2020-07-01', '2021-02-01'].map((date) => birthDateOf(youthWith(events, date)))).toEqual(['2003-05-10', '2003-05-10']);
    expect(birthDateOf(youthWith([f.spoke('2020-06-01')], '2021-01-01'))).toBeUndefined();
  });
  it('is that of the newest opening', () => {
    expect(birthDateOf(youthWith([f.opened('2021-01-01', { birthDate: '2003-05-10' }), f.opened('2021-02-01', { birthDate: '2003-05-11' })], '2021-03-01'))).toBe('2003-05-11');
  });
});

describe('a basic qualification is known', () => {
  const stories: readonly (readonly [string, boolean, readonly RecordedEvent[]])[] = [
    ['from a diploma', true, [f.diploma('2021-01-01', { basicQualification: false }), f.diploma('2021-01-02')]],
    ['from a register', true, [f.matched('2021-01-01'), f.matched('2021-02-01', { facts: ['enrolled', 'basic-qualification'] })]],
    ['not from a diploma below that level', false, [f.diploma('2021-01-01', { basicQualification: false })]],
    ['not from a register that lacks it', false, [f.matched('2021-01-01', { facts: ['enrolled'] })]],
    ['not from what a school says at the end', false, [f.left('2021-01-01', { withBasicQualification: true })]],
  ];
  it.each(stories)('%s', (...[, isKnown, events]) => { expect(isKnownQualified(youthWith(events, '2021-06-01'))).toBe(isKnown); });
});
