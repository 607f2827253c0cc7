import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@trajectboek/events';
import type { Facet } from '@trajectboek/schemes';
import { recorded } from '@trajectboek/testing';
import * as f from '../testing/facts.js';
import { youthWith } from '../testing/youths.js';
import { facetOf } from './facets.js';

const evaluated = (internshipId?: string): RecordedEvent => recorded('InternshipEvaluated', { occurredAt: '2021-06-01', outcome: 'good', ...(internshipId === undefined ? {} : { internshipId }) });
const school = f.enrolled('2021-01-01');
const internship = f.interned('2021-01-01', { internshipId: 'a' });
const withoutNumber = f.interned('2021-01-01');

function isStale(facet: Facet, ...events: readonly RecordedEvent[]): boolean {
  return facetOf(youthWith(events, '2022-03-01'), facet).stale;
}

describe('a facet of a year ago is fresh', () => {
  it.each<[string, Facet, readonly RecordedEvent[]]>([
    ['when the enrolment was changed', 'education', [school, f.enrolmentChanged('2021-06-01')]],
    ['when the youth said to be at school', 'education', [school, f.spoke('2021-06-01', { situation: 'school' })]],
    ['when one of two enrolments is fresh', 'education', [school, f.enrolled('2021-01-01', { institution: f.OTHER_SCHOOL }), f.enrolmentChanged('2021-06-01')]],
    ['when the internship was evaluated', 'internship', [internship, evaluated('a')]],
    ['when an internship was evaluated without a number', 'internship', [internship, evaluated()]],
    ['when the workplace of the internship was visited', 'internship', [internship, f.workplaceContact('2021-06-01', { internshipId: 'a' })]],
    ['when the youth was told to be in care', 'care', [f.stay('2021-01-01'), f.confirmed('2021-06-01', { situation: 'care' })]],
    ['when the older word came from a talk and the newer from a confirmation', 'work', [f.placed('2020-01-01'), f.spoke('2020-02-01', { situation: 'work' }), f.confirmed('2021-06-01')]],
    ['when the older word came from a confirmation and the newer from a talk', 'work', [f.placed('2020-01-01'), f.confirmed('2020-02-01'), f.spoke('2021-06-01', { situation: 'work' })]],
    ['when an older change came after a newer one in the list', 'work', [f.placed('2020-01-01'), f.workplaceContact('2020-02-01'), f.placementChanged('2021-06-01')]],
  ])('%s', (_, facet, events) => { expect(isStale(facet, ...events)).toBe(false); });
});

describe('a facet of a year ago is stale', () => {
  it.each<[string, Facet, readonly RecordedEvent[]]>([
    ['when the enrolment elsewhere was changed', 'education', [school, f.enrolmentChanged('2021-06-01', { institution: f.OTHER_SCHOOL })]],
    ['when the youth said to be at work', 'education', [school, f.spoke('2021-06-01', { situation: 'work' })]],
    ['when another internship was evaluated', 'internship', [internship, evaluated('b')]],
    ['when an internship without a number is not the one that was evaluated', 'internship', [withoutNumber, evaluated('b')]],
    ['when another workplace was visited', 'internship', [internship, f.workplaceContact('2021-06-01', { internshipId: 'b' })]],
    ['when a visit names no internship', 'internship', [withoutNumber, f.workplaceContact('2021-06-01')]],
    ['when the youth spoke of something that confirms no internship', 'internship', [internship, f.spoke('2021-06-01', { situation: 'school' })]],
    ['when another track went on', 'activity', [f.track('2021-01-01'), f.phaseChanged('2022-02-01', { programme: 'buddy' })]],
  ])('%s', (_, facet, events) => { expect(isStale(facet, ...events)).toBe(true); });
});

describe('an internship without enrolment', () => {
  it('is an activity since its own day, when the school was left before', () => {
    const events = [f.enrolled('2020-01-01'), f.left('2020-07-01'), f.interned('2021-01-01')];
    expect(facetOf(youthWith(events, '2021-03-01'), 'activity')).toMatchObject({ open: true, since: '2021-01-01' });
  });
  it('is an activity since the newest of two exits', () => {
    const events = [f.enrolled('2020-01-01'), f.interned('2020-02-01'), f.left('2020-09-01'), f.enrolled('2020-03-01', { institution: f.OTHER_SCHOOL }), f.left('2020-07-01', { institution: f.OTHER_SCHOOL })];
    expect(facetOf(youthWith(events, '2021-03-01'), 'activity').since).toBe('2020-09-01');
  });
});

describe('a placement', () => {
  it('ends by the first of a loss and an end, whichever was told first', () => {
    const events = [f.placed('2021-01-01'), f.placementEnded('2021-02-01'), f.placed('2021-03-01'), f.lost('2021-04-01')];
    expect(['2021-01-31', '2021-02-01', '2021-03-01', '2021-04-01'].map((date) => facetOf(youthWith(events, date), 'work').open)).toEqual([true, false, true, false]);
  });
});
