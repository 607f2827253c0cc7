import { describe, expect, it } from '@jest/globals';
import * as f from '@trajectboek/testing/facts';
import { itemsOn, type ListStory } from '../testing/on-list.js';

const search = f.internshipSought('2021-03-01');
const sentAway = f.internshipEnded('2021-03-12', { reason: 'sent-away' });
const whyOn = (list: string, [, date, , events]: ListStory): readonly string[] => itemsOn(list, date, events).map(({ why }) => why.code);

describe('the list of who has found no internship', () => {
  const stories: readonly ListStory[] = [
    ['has who is looking', '2021-03-01', ['searching'], [search]],
    ['has who stopped looking without one, with the ground', '2021-06-01', ['shortage'], [search, f.internshipSearchEnded('2021-05-01')]],
    ['has who is signalled to have none', '2021-03-02', ['searching'], [f.signalled('2021-03-01')]],
    ['does not have another signal', '2021-03-02', [], [f.signalled('2021-03-01', { signal: 'motivation' })]],
    ['does not have who found one', '2021-03-10', [], [search, f.internshipSearchEnded('2021-03-10', { found: true, ground: 'none' })]],
    ['does not have who started one, on the same day too', '2021-03-01', [], [search, f.interned('2021-03-01')]],
    ['has who looks again', '2021-09-01', ['searching'], [search, f.interned('2021-04-01'), f.internshipEnded('2021-07-01'), f.internshipSought('2021-09-01')]],
    ['does not have who left school', '2021-06-01', [], [search, f.left('2021-05-01')]],
  ];
  it.each(stories)('%s', (...story) => { expect(whyOn('no-internship-found', story)).toEqual(story[2]); });

  it('is due six weeks after the search began', () => {
    expect(itemsOn('no-internship-found', '2021-06-01', [search, f.internshipSearchEnded('2021-05-01')])[0]).toMatchObject({ since: '2021-03-01', dueOn: '2021-04-12', owner: f.SCHOOL });
  });
});

describe('the list of who was sent away from an internship', () => {
  const stories: readonly ListStory[] = [
    ['has who was sent away, on the day itself', '2021-03-12', ['sent-away'], [f.interned('2021-01-01'), sentAway]],
    ['does not have who completed it', '2021-03-12', [], [f.interned('2021-01-01'), f.internshipEnded('2021-03-12')]],
    ['does not have who was spoken to since, the same day included', '2021-03-12', [], [sentAway, f.spoke('2021-03-12')]],
    ['keeps who was spoken to before', '2021-03-12', ['sent-away'], [f.spoke('2021-03-11'), sentAway]],
    ['keeps who was called without being reached', '2021-03-20', ['sent-away'], [sentAway, f.attempted('2021-03-15')]],
    ['does not have who started another one', '2021-04-01', [], [sentAway, f.interned('2021-04-01')]],
  ];
  it.each(stories)('%s', (...story) => { expect(whyOn('internship-sent-away', story)).toEqual(story[2]); });

  it('is due two weeks later', () => {
    expect(itemsOn('internship-sent-away', '2021-03-12', [sentAway])[0]).toMatchObject({ since: '2021-03-12', dueOn: '2021-03-26', owner: f.SCHOOL });
  });
});
