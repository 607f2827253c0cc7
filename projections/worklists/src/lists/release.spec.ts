import { describe, expect, it } from '@jest/globals';
import * as f from '@trajectboek/testing/facts';
import { itemsOn, type ListStory } from '../testing/on-list.js';

const stay = f.stay('2020-09-01');
const out = f.stayEnded('2021-03-01');

describe('the list of who left an institution without follow-up', () => {
  const on = ['released'];
  const stories: readonly ListStory[] = [
    ['has a release without a place, on the day itself', '2021-03-01', on, [stay, out]],
    ['has one of which nobody says that there is a place', '2021-03-01', on, [stay, f.stayEnded('2021-03-01', { followUpPlaceArranged: false })]],
    ['does not have one with a place', '2021-03-01', [], [stay, f.stayEnded('2021-03-01', { followUpPlaceArranged: true })]],
    ['does not have who is still there', '2021-02-28', [], [stay, out]],
    ['does not have who was spoken to on the day of release', '2021-03-01', [], [stay, out, f.spoke('2021-03-01')]],
    ['keeps who was spoken to before', '2021-03-01', on, [stay, f.spoke('2021-02-20'), out]],
    ['does not have who started somewhere', '2021-04-01', [], [stay, out, f.track('2021-04-01')]],
    ['has the second release', '2022-03-01', on, [stay, out, f.stay('2021-09-01'), f.stayEnded('2022-03-01')]],
  ];
  it.each(stories)('%s', (...[, date, why, events]) => { expect(itemsOn('institution-release-without-follow-up', date, events).map((item) => item.why.code)).toEqual(why); });

  it('is due two weeks later', () => {
    expect(itemsOn('institution-release-without-follow-up', '2021-03-01', [stay, out])[0]).toMatchObject({ since: '2021-03-01', dueOn: '2021-03-15' });
  });
});
