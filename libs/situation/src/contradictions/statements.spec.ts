import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@trajectboek/events';
import * as f from '../testing/facts.js';
import { youthWith } from '../testing/youths.js';
import { contradictionsOf } from './contradictions.js';

function pairs(...events: readonly RecordedEvent[]): readonly (readonly RecordedEvent[])[] {
  return contradictionsOf(youthWith(events, '2021-06-01')).map(({ events: both }) => both);
}

describe('two enrolments', () => {
  it('are told by the newest of each institution, the oldest first', () => {
    const [first, second, third] = [f.enrolled('2021-01-01'), f.enrolled('2021-02-01', { institution: f.OTHER_SCHOOL }), f.enrolled('2021-03-01')];
    expect(pairs(first, second, third)).toEqual([[second, third]]);
  });
});

describe('two municipalities', () => {
  const here = f.moved('2021-03-01', { municipality: 'GM0200', from: '2021-03-01' });
  const there = f.moved('2021-03-02', { municipality: 'GM0300', from: '2021-03-01' });

  it('stay, when a later statement is about an earlier day', () => {
    expect(pairs(here, there, f.moved('2021-04-01', { municipality: 'GM0400', from: '2021-02-01' }))).toEqual([[here, there]]);
  });
  it('are told by the newest statement of each, the oldest first', () => {
    const [announced, other, opening] = [f.moved('2021-02-01', { from: '2021-03-01' }), f.moved('2021-02-15', { municipality: 'GM0300', from: '2021-03-01' }), f.opened('2021-03-01', { municipality: 'GM0200' })];
    expect(pairs(announced, other, opening)).toEqual([[other, opening]]);
  });
});

describe('a talk about work', () => {
  const job = f.placed('2021-01-01');
  const lost = f.lost('2021-02-01', {}, { by: f.EMPLOYER });
  const says = (on: string): RecordedEvent => f.spoke(on, { situation: 'work' });
  const next = (on: string, data: Parameters<typeof f.placed>[1] = {}): RecordedEvent => f.placed(on, { placementId: 'p2', ...data });
  const word = says('2021-02-15');
  const endOfNext = (on: string): RecordedEvent => f.lost(on, { placementId: 'p2' });

  it.each<[string, readonly RecordedEvent[]]>([
    ['on the day of the end', [job, f.lost('2021-03-01', {}, { by: f.EMPLOYER }), says('2021-03-01')]],
    ['about unpaid work that runs', [f.placed('2021-01-01', { paid: false }), says('2021-04-01')]],
    ['about unpaid work on the day of its end', [f.placed('2021-01-01', { paid: false }), f.lost('2021-03-01', {}, { by: f.EMPLOYER }), says('2021-03-01')]],
    ['about unpaid work before its end', [f.placed('2021-01-01', { paid: false }), says('2021-02-01'), f.lost('2021-03-01', {}, { by: f.EMPLOYER })]],
    ['while another job ran that ended later', [job, lost, next('2021-01-15'), word, endOfNext('2021-03-01')]],
    ['on the last day of another job', [job, lost, next('2021-01-15'), word, endOfNext('2021-02-15')]],
    ['on the first day of another job', [job, lost, next('2021-02-15'), word]],
    ['at a workplace that is not known', [job, lost, f.workplaceContact('2021-04-01', { placementId: 'p3' })]],
    ['at a workplace about something else than being at work', [job, lost, f.workplaceContact('2021-04-01', { purpose: 'agreement' })]],
  ])('%s contradicts nothing', (_, events) => { expect(pairs(...events)).toEqual([]); });

  it('contradicts the end of the job, also when other work was unpaid or came later', () => {
    expect(pairs(job, lost, next('2021-01-15', { paid: false }), word)).toEqual([[lost, word]]);
    expect(pairs(job, lost, next('2021-03-01'), word)).toEqual([[lost, word]]);
  });
  it('may be a confirmation', () => {
    const confirmation = f.confirmed('2021-02-15', { situation: 'work' });
    expect(pairs(job, lost, confirmation)).toEqual([[lost, confirmation]]);
  });
});

describe('a register that does not know an enrolment', () => {
  it('contradicts one that began on the day of the run', () => {
    const [enrolment, match] = [f.enrolled('2021-03-01'), f.matched('2021-03-05', { checked: ['enrolled'], runOn: '2021-03-01' })];
    expect(pairs(enrolment, match)).toEqual([[enrolment, match]]);
  });
});
