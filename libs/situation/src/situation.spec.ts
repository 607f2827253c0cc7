import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@trajectboek/events';
import { situationOf, statusSince } from './situation.js';
import { isInView, STATUSES, type Status } from './status.js';
import * as f from './testing/facts.js';
import { youthWith } from './testing/youths.js';

const job = f.placed('2021-01-01');

describe('the status of a youth', () => {
  it.each<[Status, string, readonly RecordedEvent[]]>([
    ['out-of-view', 'without a fact', []],
    ['closed', 'from the day of the closing on', [job, f.closed('2021-03-01')]],
    ['closed', 'also when it was opened before', [f.opened('2020-01-01'), f.closed('2021-03-01')]],
    ['work', 'when it was opened again', [job, f.closed('2021-02-01'), f.opened('2021-03-01')]],
    ['closed', 'when it was opened again and closed again', [f.closed('2021-01-01'), f.opened('2021-02-01'), f.closed('2021-03-01')]],
    ['work', 'when it was opened again on the day of the closing', [job, f.closed('2021-03-01', {}, { position: 1 }), f.opened('2021-03-01', {}, { position: 2 })]],
    ['education-and-work', 'with both', [job, f.enrolled('2021-01-01')]],
    ['education', 'with an enrolment and a benefit', [f.enrolled('2021-01-01'), f.benefit('2021-01-01')]],
    ['work', 'with a job and a track', [job, f.track('2021-01-01')]],
    ['activity', 'with a track and a stay', [f.track('2021-01-01'), f.stay('2021-01-01')]],
    ['care', 'with a stay and a benefit', [f.stay('2021-01-01'), f.benefit('2021-01-01')]],
    ['benefit', 'with a benefit and an explanation', [f.benefit('2021-01-01'), f.explained('2021-01-01')]],
    ['explained', 'with an explanation and a talk', [f.explained('2021-01-01'), f.spoke('2021-02-01')]],
    ['in-contact', 'with a talk only', [f.spoke('2021-02-01')]],
  ])('is %s %s', (status, _, events) => {
    const situation = situationOf(youthWith(events, '2021-03-01'));
    expect([situation.status, situation.inView]).toEqual([status, isInView(status)]);
  });

  it('is in view in all but two cases', () => {
    expect(STATUSES.filter((status) => !isInView(status))).toEqual(['closed', 'out-of-view']);
  });

  it('is held since the first day of the unbroken time', () => {
    const events = [f.placed('2021-01-01'), f.placed('2021-02-01', { placementId: 'p2' }), f.lost('2021-03-01'), f.lost('2021-04-01', { placementId: 'p2' })];
    expect(['2021-01-01', '2021-03-15', '2021-04-01', '2021-06-01'].map((date) => statusSince(youthWith(events, date)))).toEqual(['2021-01-01', '2021-01-01', '2021-04-01', '2021-04-01']);
  });

  it('is held since the date itself when nothing is known', () => {
    expect(statusSince(youthWith([], '2021-06-01'))).toBe('2021-06-01');
  });
});

describe('the situation', () => {
  it('tells the last contact and the labels of every facet', () => {
    const situation = situationOf(youthWith([f.spoke('2021-01-01'), f.met('2021-02-01', {}, { by: f.RMC })], '2021-03-01'));
    expect(situation).toMatchObject({ lastContact: { at: '2021-02-01', by: f.RMC }, cause: null, causeLabel: null, causeOn: null, causeEvent: null });
    expect(situation.facets.map(({ facetLabel }) => facetLabel.length > 0)).toEqual(Array.from({ length: 9 }, () => true));
  });
});
