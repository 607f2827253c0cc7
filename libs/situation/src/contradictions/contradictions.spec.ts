import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@trajectboek/events';
import * as f from '../testing/facts.js';
import { youthWith } from '../testing/youths.js';
import { contradictionsOf } from './contradictions.js';
import type { ContradictionKind } from './contradiction.js';

type Story = readonly [title: string, expected: readonly (readonly [ContradictionKind, ...RecordedEvent[]])[], events: readonly RecordedEvent[]];

const one = f.enrolled('2021-01-01');
const two = f.enrolled('2021-02-01', { institution: f.OTHER_SCHOOL });
const twoAs = (data: Parameters<typeof f.enrolled>[1]): RecordedEvent => f.enrolled('2021-02-01', { institution: f.OTHER_SCHOOL, ...data });
const seconded = twoAs({ form: 'seconded' });
const lost = f.lost('2021-03-01');
const lostByEmployer = f.lost('2021-03-01', {}, { by: f.EMPLOYER });
const job = f.placed('2021-01-01');
const lateJob = f.placed('2021-04-01');
const toA = f.moved('2021-03-01', { municipality: 'GM0200', from: '2021-03-01' });
const toB = f.moved('2021-03-02', { municipality: 'GM0300', from: '2021-03-01' });
const here = f.opened('2021-03-01');
const there = f.opened('2021-03-01', { municipality: 'GM0300' }, { by: f.RMC });
const atWork = f.spoke('2021-04-01', { situation: 'work' });
const visit = f.workplaceContact('2021-04-01');
const notEnrolled = f.matched('2021-03-05', { checked: ['enrolled'], runOn: '2021-03-01' });
const early = f.left('2020-12-01', {}, { recorded: '2021-03-01' });

describe('a contradiction', () => {
  const stories: readonly Story[] = [
    ['two institutions with an open enrolment', [['overlapping-enrolments', one, two]], [one, two]],
    ['not when one has ended', [], [one, two, f.left('2021-01-31')]],
    ['not at the same institution', [], [one, f.enrolled('2021-02-01')]],
    ['not when one teaches for the other', [], [one, twoAs({ teachingLocation: f.SCHOOL })]],
    ['not for an exam elsewhere', [], [one, twoAs({ form: 'extraneus' })]],
    ['not in a phased transfer', [], [one, twoAs({ form: 'phased-transfer' })]],
    ['but in a secondment', [['overlapping-enrolments', one, seconded]], [one, seconded]],
    ['a job lost that nobody knows', [['job-lost-for-unknown-placement', lost]], [lost, f.placed('2021-01-01', { placementId: 'p2' })]],
    ['not a job that is known', [], [job, lost]],
    ['a job that ended before it started', [['ended-before-started', lateJob, lost]], [lateJob, lost]],
    ['not a job that started again under its number', [], [job, lost, lateJob]],
    ['an enrolment whose end was told after its start and lies before it', [['ended-before-started', one, early]], [one, early]],
    ['not the end of an older enrolment, told in its time', [], [f.left('2020-12-01'), one]],
    ['two moves on one day', [['two-municipalities', toA, toB]], [toA, toB]],
    ['two moves on one day, also when a later one is announced', [['two-municipalities', toA, toB]], [toA, toB, f.moved('2021-05-01', { municipality: 'GM0400', from: '2021-09-01' })]],
    ['an opening and a move of one day', [['two-municipalities', toA, here]], [here, toA]],
    ['two openings of one day', [['two-municipalities', here, there]], [here, there]],
    ['not an opening before a move', [], [f.opened('2021-02-01'), toA]],
    ['not two moves after each other', [], [toA, f.moved('2021-04-01', { municipality: 'GM0300', from: '2021-04-01' })]],
    ['not one move that two tell of', [], [toA, f.moved('2021-03-02', { from: '2021-03-01' })]],
    ['not after a later move', [], [toA, toB, f.moved('2021-05-01', { from: '2021-05-01' })]],
    ['working where the employer reported the end', [['contact-contradicts-ended', lostByEmployer, atWork]], [job, lostByEmployer, atWork]],
    ['not when another source reported the end: it can be a new job', [], [job, lost, atWork]],
    ['not with another job', [], [job, lostByEmployer, f.placed('2021-03-20', { placementId: 'p2' }), atWork]],
    ['not when the talk says something else', [], [job, lostByEmployer, f.spoke('2021-04-01')]],
    ['a visit at the workplace after the end, whoever reported it', [['contact-contradicts-ended', lost, visit]], [job, lost, visit]],
    ['not a talk with the employer afterwards', [], [job, lost, f.workplaceContact('2021-04-01', { with: 'employer' })]],
    ['a register that does not know an open enrolment', [['register-contradicts-facet', one, notEnrolled]], [one, notEnrolled]],
    ['not when it was not checked', [], [one, f.matched('2021-03-05')]],
    ['not when it was found', [], [one, f.matched('2021-03-05', { checked: ['enrolled'], facts: ['enrolled'] })]],
    ['not when there was no legal basis to look', [], [one, f.matched('2021-03-05', { checked: ['enrolled'], result: 'no-legal-basis' })]],
    ['not about what began after the run', [], [f.enrolled('2021-03-02'), notEnrolled]],
    ['not once a newer run found it', [], [one, notEnrolled, f.matched('2021-04-01', { checked: ['enrolled'], facts: ['enrolled'], runOn: '2021-04-01' })]],
    ['not about an own business', [], [f.placed('2021-01-01', { kind: 'own-business' }), f.matched('2021-03-05', { checked: ['employed'] })]],
  ];
  it.each(stories)('%s', (_, expected, events) => {
    expect(contradictionsOf(youthWith(events, '2021-06-01')).map(({ kind, events: both }) => [kind, ...both])).toEqual(expected);
  });

  it('is one for each pair of institutions', () => {
    const three = f.enrolled('2021-03-01', { institution: f.RMC });
    expect(contradictionsOf(youthWith([one, two, three], '2021-06-01')).map(({ events }) => events)).toEqual([[one, two], [one, three], [two, three]]);
  });

  it('is gone when a correction resolves it', () => {
    const correction = f.corrected('2021-03-05', { correctedEventId: two.eventId, replacement: { ...two.data, form: 'extraneus' } });
    expect(contradictionsOf(youthWith([one, two, correction], '2021-06-01'))).toEqual([]);
    expect(contradictionsOf(youthWith([one, two, correction], '2021-06-01', '2021-03-04'))).toHaveLength(1);
  });
});
