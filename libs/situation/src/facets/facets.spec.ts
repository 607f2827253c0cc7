import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@trajectboek/events';
import { FACETS, type Facet } from '@trajectboek/schemes';
import * as f from '../testing/facts.js';
import { settingsWith, youthWith } from '../testing/youths.js';
import { youthOn } from '../youth.js';
import { facetOf, facetsOf } from './facets.js';

function openOn(date: string, ...events: readonly RecordedEvent[]): readonly Facet[] {
  return facetsOf(youthWith(events, date)).filter(({ open }) => open).map(({ facet }) => facet);
}

type Story = readonly [title: string, date: string, open: readonly Facet[], events: readonly RecordedEvent[]];

describe('the facets', () => {
  const stories: readonly Story[] = [
    ['nothing is open without a fact', '2021-01-01', [], []],
    ['an enrolment is open from its day on', '2021-01-01', ['education'], [f.enrolled('2021-01-01')]],
    ['an enrolment is closed from the day of its end on', '2021-02-01', [], [f.enrolled('2021-01-01'), f.left('2021-02-01')]],
    ['the end of another institution closes nothing', '2021-02-01', ['education'], [f.enrolled('2021-01-01'), f.left('2021-02-01', { institution: f.OTHER_SCHOOL })]],
    ['a dropout closes no enrolment', '2021-02-01', ['education'], [f.enrolled('2021-01-01'), f.dropped('2021-02-01')]],
    ['an end closes what started before and not what started on its day', '2021-02-02', ['education'], [f.enrolled('2021-01-01'), f.enrolled('2021-02-01'), f.left('2021-02-01')]],
    ['an end closes a start of its day when there is none before', '2021-02-02', [], [f.left('2021-02-01'), f.enrolled('2021-02-01')]],
    ['an end does not close what starts later', '2021-03-01', ['education'], [f.left('2021-02-01'), f.enrolled('2021-03-01')]],
    ['an internship during an enrolment is no activity', '2021-02-01', ['education', 'internship'], [f.enrolled('2021-01-01'), f.interned('2021-02-01')]],
    ['an internship without enrolment is an activity too', '2021-02-01', ['internship', 'activity'], [f.interned('2021-02-01')]],
    ['an end without an id closes every internship', '2021-03-01', [], [f.interned('2021-01-01', { internshipId: 'a' }), f.interned('2021-02-01'), f.internshipEnded('2021-03-01')]],
    ['an end with an id closes that internship only', '2021-03-01', ['internship', 'activity'], [f.interned('2021-01-01', { internshipId: 'a' }), f.interned('2021-02-01'), f.internshipEnded('2021-03-01', { internshipId: 'a' })]],
    ['a paid placement is work', '2021-01-01', ['work'], [f.placed('2021-01-01')]],
    ['paid decides and the kind is an example', '2021-01-01', ['work'], [f.placed('2021-01-01', { kind: 'trial-placement' })]],
    ['an unpaid placement is an activity', '2021-01-01', ['activity'], [f.placed('2021-01-01', { kind: 'volunteer', paid: false })]],
    ['a day activity is care, paid or not', '2021-01-01', ['care'], [f.placed('2021-01-01', { kind: 'day-activity' })]],
    ['the end of a contract in itself closes nothing', '2022-01-01', ['work'], [f.placed('2021-01-01', { contractUntil: '2021-06-01' })]],
    ['a lost job is closed', '2021-02-01', [], [f.placed('2021-01-01'), f.lost('2021-02-01')]],
    ['a placement that ended is closed, another one is not', '2021-02-01', ['work'], [f.placed('2021-01-01'), f.placed('2021-01-01', { placementId: 'p2' }), f.placementEnded('2021-02-01')]],
    ['a track is an activity until it ends', '2021-01-31', ['activity'], [f.track('2021-01-01'), f.trackEnded('2021-02-01')]],
    ['a stay in an institution is care until it ends', '2021-01-31', ['care'], [f.stay('2021-01-01'), f.stayEnded('2021-02-01')]],
    ['a search period counts on its last day', '2021-02-01', ['searchPeriod'], [f.searching('2021-01-04')]],
    ['a search period is over the day after', '2021-02-02', [], [f.searching('2021-01-04')]],
    ['a waived search period is not open', '2021-01-10', [], [f.searching('2021-01-04'), f.waived('2021-01-05')]],
    ['a waiver told late closes the period that came after it', '2021-01-10', [], [f.waived('2021-01-03', {}, { recorded: '2021-01-08' }), f.searching('2021-01-04')]],
    ['a waiver does not reach beyond a new report', '2021-01-10', ['searchPeriod'], [f.waived('2020-05-01'), f.reported('2021-01-02'), f.searching('2021-01-04')]],
    ['a decision ends the search period, also a refusal', '2021-01-10', [], [f.searching('2021-01-04'), f.benefit('2021-01-04', { outcome: 'refused' })]],
    ['an older decision does not', '2021-01-10', ['searchPeriod'], [f.benefit('2021-01-03', { outcome: 'refused' }), f.searching('2021-01-04')]],
    ['a benefit runs from the decision, whatever date it names', '2021-01-10', ['benefit'], [f.benefit('2021-01-10', { from: '2021-02-01' })]],
    ['a reduced benefit is a benefit', '2021-01-10', ['benefit'], [f.benefit('2021-01-10', { outcome: 'reduced' })]],
    ['the end of another kind leaves a benefit open', '2021-03-01', ['benefit'], [f.benefit('2021-01-10'), f.benefitEnded('2021-02-01', { kind: 'disability' })]],
    ['a benefit that ended is closed', '2021-02-01', [], [f.benefit('2021-01-10'), f.benefitEnded('2021-02-01')]],
    ['a reason holds until the day before the recheck', '2021-05-31', ['explained'], [f.explained('2021-01-10')]],
    ['a reason is over on the day of the recheck', '2021-06-01', [], [f.explained('2021-01-10')]],
    ['an interruption explains until it is resumed', '2021-03-01', [], [f.interrupted('2021-01-10'), f.resumed('2021-03-01')]],
    ['another path that is resumed does not end it', '2021-03-01', ['explained'], [f.interrupted('2021-01-10'), f.resumed('2021-03-01', { what: 'track' })]],
    ['an announced start explains until fourteen days after it', '2021-09-15', ['explained'], [f.left('2021-07-01', { nextStartsOn: '2021-09-01' })]],
    ['an announced start explains no longer on the fifteenth day', '2021-09-16', [], [f.left('2021-07-01', { nextStartsOn: '2021-09-01' })]],
    ['contact counts on day 90', '2021-04-01', ['contact'], [f.spoke('2021-01-01')]],
    ['contact is over on day 91', '2021-04-02', [], [f.spoke('2021-01-01')]],
    ['work and training can both be true', '2021-02-01', ['education', 'work', 'contact'], [f.enrolled('2021-01-01'), f.placed('2021-01-01'), f.spoke('2021-02-01')]],
  ];
  it.each(stories)('%s', (...[, date, open, events]) => { expect(openOn(date, ...events)).toEqual(open); });

  it('are always nine, in the order of the table', () => {
    expect(facetsOf(youthWith([], '2021-01-01')).map(({ facet }) => facet)).toEqual([...FACETS]);
  });
});

describe('real contact', () => {
  const contacts: readonly (readonly [string, RecordedEvent, boolean])[] = [
    ['a talk', f.spoke('2021-01-01'), true],
    ['an intake of the municipality', f.intake('2021-01-01'), true],
    ['an intake for admission', f.intake('2021-01-01', { kind: 'mbo' }), false],
    ['a joint intake', f.intake('2021-01-01', { kind: 'joint' }), false],
    ['a meeting with the youth', f.met('2021-01-01'), true],
    ['a meeting about the youth', f.met('2021-01-01', { youthPresent: false }), false],
    ['a confirmation by the youth', f.confirmed('2021-01-01'), true],
    ['a confirmation by the guide', f.confirmed('2021-01-01', { by: 'guide' }), true],
    ['a confirmation by a register', f.confirmed('2021-01-01', { by: 'register' }), false],
    ['a confirmation by an employer', f.confirmed('2021-01-01', { by: 'employer' }), false],
    ['an arrival', f.arrived('2021-01-01'), true],
    ['an attempt that reached', f.attempted('2021-01-01', { reached: true }), true],
    ['an attempt that did not', f.attempted('2021-01-01'), false],
    ['a report for a benefit', f.reported('2021-01-01'), false],
  ];
  it.each(contacts)('%s', (_, event, isContact) => { expect(youthWith([event], '2021-01-01').hasFacet('contact')).toBe(isContact); });
});

describe('a facet', () => {
  it('names since when, who said so, and the event; with several enrolments the newest holds', () => {
    const second = f.enrolled('2021-02-01', { institution: f.OTHER_SCHOOL }, { by: f.OTHER_SCHOOL });
    const state = facetOf(youthWith([f.enrolled('2021-01-01'), second], '2021-03-01'), 'education');
    expect(state).toMatchObject({ since: '2021-02-01', source: f.OTHER_SCHOOL, event: second, stale: false });
  });

  it('is open since the oldest thing that still holds it open', () => {
    const events = [f.placed('2020-01-01', { placementId: 'p0' }), f.placementEnded('2020-06-01', { placementId: 'p0' }), f.placed('2020-07-01'), f.placed('2021-01-01', { placementId: 'p2' })];
    expect(facetOf(youthWith(events, '2021-03-01'), 'work').since).toBe('2020-07-01');
  });

  it('of an internship becomes an activity on the day that the youth leaves school', () => {
    const events = [f.enrolled('2020-09-01'), f.interned('2021-01-01'), f.left('2021-02-01')];
    expect(facetOf(youthWith(events, '2021-03-01'), 'activity').since).toBe('2021-02-01');
  });

  it('follows the contact window of the municipality that the youth lives in', () => {
    const settings = settingsWith({ GM0200: { contactWindow: 'P30D' } });
    const events = [f.opened('2021-01-01'), f.spoke('2021-01-01'), f.moved('2021-02-01', { from: '2021-02-10' })];
    const isOpenOn = (date: string): boolean => youthOn(youthWith(events, date).history, settings).hasFacet('contact');
    expect([isOpenOn('2021-02-09'), isOpenOn('2021-02-10')]).toEqual([true, false]);
  });
});

describe('a facet is stale', () => {
  const isStaleOn = (date: string, facet: Facet, ...events: readonly RecordedEvent[]): boolean => facetOf(youthWith(events, date), facet).stale;

  it('the day after twelve months', () => {
    expect(isStaleOn('2022-01-01', 'work', f.placed('2021-01-01'))).toBe(false);
    expect(isStaleOn('2022-01-02', 'work', f.placed('2021-01-01'))).toBe(true);
  });
  it('after six months for a track, and not when something else in it is fresh', () => {
    expect(isStaleOn('2021-07-02', 'activity', f.track('2021-01-01'))).toBe(true);
    expect(isStaleOn('2021-07-02', 'activity', f.track('2021-01-01'), f.placed('2021-01-01', { paid: false }))).toBe(false);
  });
  it('unless it was changed or confirmed', () => {
    for (const fresh of [f.placementChanged('2021-06-01'), f.confirmed('2021-06-01', { by: 'register' }), f.spoke('2021-06-01', { situation: 'school-and-work' }), f.workplaceContact('2021-06-01', { with: 'employer' })]) {
      expect(isStaleOn('2022-03-01', 'work', f.placed('2021-01-01'), fresh)).toBe(false);
    }
  });
  it('unless the plan of a track was agreed or reviewed', () => {
    for (const fresh of [f.planned('2021-03-01'), f.planReviewed('2021-03-01'), f.phaseChanged('2021-03-01')]) {
      expect(['2021-09-01', '2021-09-02'].map((day) => isStaleOn(day, 'activity', f.track('2021-01-01'), fresh))).toEqual([false, true]);
    }
    expect(isStaleOn('2022-01-02', 'activity', f.placed('2021-01-01', { paid: false }), f.planReviewed('2021-03-01'))).toBe(true);
  });
  it('when what was confirmed or changed is something else', () => {
    for (const other of [f.placementChanged('2021-06-01', { placementId: 'p2' }), f.workplaceContact('2021-06-01', { placementId: 'p2' }), f.confirmed('2021-06-01', { situation: 'school' }), f.spoke('2021-06-01')]) {
      expect(isStaleOn('2022-03-01', 'work', f.placed('2021-01-01'), other)).toBe(true);
    }
  });
});

describe('a waiver of a search period', () => {
  const openOn10 = (...events: readonly RecordedEvent[]): boolean => youthWith(events, '2021-01-10').hasFacet('searchPeriod');
  const period = f.searching('2021-01-04');

  it.each<[string, boolean, readonly RecordedEvent[]]>([
    ['of the day of the period closes it, also after a report of that day', false, [f.reported('2021-01-04'), period, f.waived('2021-01-04')]],
    ['told before the period closes it, when the report is of the day of the waiver', false, [f.reported('2021-01-03'), f.waived('2021-01-03'), period]],
    ['told before the period closes it, when the report is older', false, [f.reported('2021-01-02'), f.waived('2021-01-03'), period]],
    ['told before the period does not close it, when the report is of the day of the period', true, [f.waived('2021-01-03'), f.reported('2021-01-04'), period]],
    ['within the period closes it, also after a new report', false, [period, f.reported('2021-01-06'), f.waived('2021-01-07')]],
  ])('%s', (_, isOpen, events) => { expect(openOn10(...events)).toBe(isOpen); });

  it('of the last day of the period closes it, after a new report too', () => {
    const events = [period, f.reported('2021-01-20'), f.waived('2021-02-01')];
    expect(youthWith(events, '2021-02-01').hasFacet('searchPeriod')).toBe(false);
  });
});

describe('an interruption', () => {
  it('explains until the day of its recheck', () => {
    const events = [f.interrupted('2021-01-10')];
    expect(['2021-05-31', '2021-06-01'].map((date) => youthWith(events, date).hasFacet('explained'))).toEqual([true, false]);
  });
});
