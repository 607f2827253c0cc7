import { describe, expect, it } from '@jest/globals';
import * as f from '@trajectboek/testing/facts';
import { itemsOn, type ListStory } from '../testing/on-list.js';

const job = f.placed('2021-01-01', { contractUntil: '2021-06-30' });
const lost = f.lost('2021-03-01');
const whyOn = (list: string, [, date, , events]: ListStory): readonly string[] => itemsOn(list, date, events).map(({ why }) => why.code);

describe('the list of contracts that end within sixty days', () => {
  const on = ['contract-ends'];
  const stories: readonly ListStory[] = [
    ['does not have one with sixty-one days to go', '2021-04-30', [], [job]],
    ['has one with sixty days to go', '2021-05-01', on, [job]],
    ['has it on its last day', '2021-06-30', on, [job]],
    ['does not have it the day after: then it has ended or nobody knows', '2021-07-01', [], [job]],
    ['does not have a job without an end', '2021-06-01', [], [f.placed('2021-01-01')]],
    ['does not have a job that ended', '2021-06-01', [], [job, f.lost('2021-05-15')]],
    ['takes the new date of an extension', '2021-06-01', [], [job, f.placementChanged('2021-05-20', { contractUntil: '2022-06-30' })]],
    ['has the extended one in its turn', '2022-06-01', on, [job, f.placementChanged('2021-05-20', { contractUntil: '2022-06-30' })]],
    ['does not have one that became permanent', '2021-06-01', [], [job, f.placementChanged('2021-05-20', { change: 'permanent' })]],
    ['keeps it when only the hours changed', '2021-06-01', on, [job, f.placementChanged('2021-05-20', { change: 'more-hours', hoursPerWeek: 36 })]],
    ['has each of two jobs', '2021-06-01', ['contract-ends', 'contract-ends'], [job, f.placed('2021-02-01', { placementId: 'p2', contractUntil: '2021-07-01' })]],
    ['is empty for a closed trajectory', '2021-06-01', [], [job, f.closed('2021-05-01')]],
  ];
  it.each(stories)('%s', (...story) => { expect(whyOn('contract-ends-within-60-days', story)).toEqual(story[2]); });

  it('is due on the last day', () => {
    expect(itemsOn('contract-ends-within-60-days', '2021-06-01', [job])[0]).toMatchObject({ since: '2021-05-01', dueOn: '2021-06-30', owner: f.SCHOOL });
  });
});

describe('the list of lost jobs without contact', () => {
  const on = ['job-lost'];
  const stories: readonly ListStory[] = [
    ['has a loss at once', '2021-03-01', on, [job, lost]],
    ['has a loss of a job that nobody knew', '2021-03-01', on, [lost]],
    ['does not have it after contact on that day', '2021-03-01', [], [job, f.spoke('2021-03-01'), lost]],
    ['keeps it when the contact was before', '2021-03-01', on, [job, f.spoke('2021-02-28'), lost]],
    ['keeps it when nobody was reached, or only the employer confirmed', '2021-04-01', on, [job, lost, f.attempted('2021-03-05'), f.confirmed('2021-03-10', { by: 'employer' })]],
    ['does not have who started again', '2021-03-15', [], [job, lost, f.placed('2021-03-15', { placementId: 'p2' })]],
    ['does not have a job that ended without loss', '2021-03-01', [], [job, f.placementEnded('2021-03-01')]],
    ['has the second loss', '2021-09-01', on, [job, lost, f.spoke('2021-03-10'), f.placed('2021-04-01', { placementId: 'p2' }), f.lost('2021-08-01', { placementId: 'p2' })]],
  ];
  it.each(stories)('%s', (...story) => { expect(whyOn('job-lost-without-contact', story)).toEqual(story[2]); });

  it('is due two weeks later', () => {
    expect(itemsOn('job-lost-without-contact', '2021-03-01', [job, lost])[0]).toMatchObject({ since: '2021-03-01', dueOn: '2021-03-15' });
  });
});
