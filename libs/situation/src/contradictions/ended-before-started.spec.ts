import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@trajectboek/events';
import { recorded } from '@trajectboek/testing';
import * as f from '../testing/facts.js';
import { youthWith } from '../testing/youths.js';
import { contradictionsOf } from './contradictions.js';

const LATER = { recorded: '2021-03-01' };
const job = f.placed('2021-01-01');
const school = f.enrolled('2021-01-01');
const track = f.track('2021-01-01');
const internship = f.interned('2021-01-01', { internshipId: 'a' });

function pairs(...events: readonly RecordedEvent[]): readonly (readonly RecordedEvent[])[] {
  return contradictionsOf(youthWith(events, '2021-06-01')).filter(({ kind }) => kind === 'ended-before-started').map(({ events: both }) => both);
}

describe('an end before its start is a contradiction', () => {
  it.each<[string, RecordedEvent, RecordedEvent]>([
    ['of a job that was lost', job, f.lost('2020-12-01')],
    ['of a placement that ended, whoever said so', job, f.placementEnded('2020-12-01', {}, { by: f.RMC })],
    ['of an enrolment, told after its start', school, f.left('2020-12-01', {}, LATER)],
    ['of an enrolment, told together with its start', f.enrolled('2021-01-01', {}, LATER), f.left('2020-12-01', {}, LATER)],
    ['of a track', track, f.trackEnded('2020-12-01', {}, LATER)],
    ['of an internship with a number', internship, f.internshipEnded('2020-12-01', { internshipId: 'a' }, LATER)],
  ])('%s', (_, start, end) => { expect(pairs(start, end)).toEqual([[start, end]]); });

  it('and the newest of such ends is named', () => {
    const ends = [f.lost('2020-11-01'), f.placementEnded('2020-12-01')];
    expect(pairs(job, ...ends)).toEqual([[job, ends[1]]]);
  });
});

describe('an end before a start is no contradiction', () => {
  it.each<[string, readonly RecordedEvent[]]>([
    ['of an enrolment, when it was told before the start', [school, f.left('2020-12-01')]],
    ['of an enrolment, when another organisation tells of it', [school, f.left('2020-12-01', {}, { ...LATER, by: f.RMC })]],
    ['of an internship without a number', [internship, f.internshipEnded('2020-12-01', {}, LATER)]],
    ['of an internship when neither has a number', [f.interned('2021-01-01'), f.internshipEnded('2020-12-01', {}, LATER)]],
    ['of an internship with another number', [internship, f.internshipEnded('2020-12-01', { internshipId: 'b' }, LATER)]],
    ['of another placement', [job, f.placementEnded('2020-12-01', { placementId: 'p2' })]],
    ['of another track', [track, f.trackEnded('2020-12-01', { programme: 'buddy' }, LATER)]],
    ['of another institution', [school, f.left('2020-12-01', { institution: f.OTHER_SCHOOL }, LATER)]],
    ['of something of another kind', [job, school, track, internship, f.placementEnded('2020-12-01', { placementId: 'p2' }, LATER), f.left('2020-12-01', { institution: f.OTHER_SCHOOL }, LATER), f.trackEnded('2020-12-01', { programme: 'buddy' }, LATER), f.internshipEnded('2020-12-01', { internshipId: 'b' }, LATER)]],
    ['when it has ended since', [f.lost('2020-12-01'), job, f.lost('2021-05-01')]],
    ['when it ended an older start', [f.placed('2020-01-01'), f.lost('2020-12-01'), job]],
    ['when an older start was told to have ended twice', [f.placed('2020-01-01'), f.lost('2020-11-01'), f.placementEnded('2020-12-01'), job]],
    ['when an older start ended on its own day, told twice', [f.placed('2020-12-01'), f.lost('2020-12-01'), f.placementEnded('2020-12-01'), job]],
    ['when both lie on one day and an older start ended', [f.placed('2020-01-01'), job, f.lost('2021-01-01')]],
  ])('%s', (_, events) => { expect(pairs(...events)).toEqual([]); });

  it('when it is no end at all', () => {
    const evaluated = recorded('InternshipEvaluated', { occurredAt: '2020-12-01', internshipId: 'a', outcome: 'good' }, LATER);
    expect(pairs(job, school, track, internship, f.placementChanged('2020-12-01', {}, LATER), f.applied('2020-12-01', {}, LATER), f.phaseChanged('2020-12-01', {}, LATER), evaluated)).toEqual([]);
  });
});
