import { describe, expect, it } from '@jest/globals';
import * as f from '@trajectboek/testing/facts';
import { itemsOn, type ListStory } from '../testing/on-list.js';

const job = f.placed('2020-01-01');
const lost = f.lost('2021-03-01', {}, { by: f.EMPLOYER });
const whyOn = (list: string, [, date, , events]: ListStory): readonly string[] => itemsOn(list, date, events).map(({ why }) => why.code);

describe('the list of who is out of view', () => {
  const stories: readonly ListStory[] = [
    ['has the cause', '2021-03-01', ['job-lost'], [job, lost]],
    ['has who is just silent', '2021-03-01', ['silence'], [f.opened('2021-01-01')]],
    ['does not have who is in view', '2021-02-28', [], [job, lost]],
    ['does not have who was spoken to in the last ninety days', '2021-06-01', [], [job, lost, f.spoke('2021-03-03')]],
    ['does not have a closed trajectory', '2021-03-01', [], [job, lost, f.closed('2021-03-01')]],
  ];
  it.each(stories)('%s', (...story) => { expect(whyOn('out-of-view', story)).toEqual(story[2]); });

  it('counts from the first day out of view, whatever the cause is by now', () => {
    const events = [f.enrolled('2020-09-01'), f.left('2021-02-01', { destination: 'none' }), f.dropped('2021-02-01')];
    expect(itemsOn('out-of-view', '2021-06-01', events)[0]).toMatchObject({ since: '2021-02-01', dueOn: null, owner: f.SCHOOL, why: { code: 'dropped-out' } });
  });
});

describe('the list of situations that nobody confirmed', () => {
  const stories: readonly ListStory[] = [
    ['does not have a job of a year', '2021-01-01', [], [job]],
    ['has it the day after', '2021-01-02', ['work'], [job]],
    ['has one item for several facets', '2021-01-02', ['education'], [job, f.enrolled('2020-01-01')]],
    ['does not have what was confirmed', '2021-01-02', [], [job, f.confirmed('2020-06-01')]],
    ['has a track after half a year', '2020-07-02', ['activity'], [f.track('2020-01-01')]],
    ['does not have a track whose plan was reviewed', '2020-12-01', [], [f.track('2020-01-01'), f.planReviewed('2020-06-01')]],
    ['does not have a job whose workplace was visited', '2021-06-01', [], [job, f.workplaceContact('2020-06-01')]],
    ['does not have a closed trajectory', '2021-01-02', [], [job, f.closed('2020-06-01')]],
  ];
  it.each(stories)('%s', (...story) => { expect(whyOn('stale-situation', story)).toEqual(story[2]); });
});

describe('the list of contradictions', () => {
  const atWork = f.spoke('2021-03-10', { situation: 'work' });
  const both = [f.enrolled('2020-09-01'), f.enrolled('2021-02-01', { institution: f.OTHER_SCHOOL })];
  const stories: readonly ListStory[] = [
    ['has each of them', '2021-03-10', ['overlapping-enrolments', 'contact-contradicts-ended'], [...both, job, lost, atWork]],
    ['has none before the second fact', '2021-01-31', [], both],
    ['has a job lost that nobody knows', '2021-03-01', ['job-lost-for-unknown-placement'], [lost]],
  ];
  it.each(stories)('%s', (...story) => { expect(whyOn('contradictions', story)).toEqual(story[2]); });

  it('names both facts and both sources', () => {
    const [item] = itemsOn('contradictions', '2021-03-10', [job, lost, atWork]);
    expect(item).toMatchObject({ since: '2021-03-10', events: [{ source: f.EMPLOYER, id: lost.id }, { source: f.SCHOOL, id: atWork.id }] });
  });
});
