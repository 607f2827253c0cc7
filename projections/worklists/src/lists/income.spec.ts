import { describe, expect, it } from '@jest/globals';
import * as f from '@trajectboek/testing/facts';
import { itemsOn, type ListStory } from '../testing/on-list.js';

const period = f.searching('2021-01-04');
const refusal = f.benefit('2021-03-01', { outcome: 'refused' });
const ended = f.benefitEnded('2021-03-01');
const whyOn = (list: string, [, date, , events]: ListStory): readonly string[] => itemsOn(list, date, events).map(({ why }) => why.code);

describe('the list of search periods that ended without an application', () => {
  const on = ['not-applied'];
  const stories: readonly ListStory[] = [
    ['does not have one on its last day', '2021-02-01', [], [period]],
    ['has it the day after', '2021-02-02', on, [period]],
    ['does not have who applied on the first day', '2021-02-02', [], [period, f.benefitApplied('2021-01-04')]],
    ['does not have who applied afterwards', '2021-02-02', [], [period, f.benefitApplied('2021-02-02')]],
    ['keeps who applied for an earlier one', '2021-02-02', on, [f.benefitApplied('2021-01-03'), period]],
    ['does not have a waived one', '2021-02-02', [], [period, f.waived('2021-01-10')]],
    ['does not have who found a place', '2021-02-02', [], [period, f.placed('2021-01-20')]],
    ['keeps who was only spoken to', '2021-06-01', on, [period, f.spoke('2021-02-05')]],
    ['does not have who reported anew', '2021-06-01', [], [period, f.reported('2021-06-01')]],
    ['looks at the newest period', '2021-06-10', [], [period, f.reported('2021-06-01'), f.searching('2021-06-01', { endsOn: '2021-06-29' })]],
  ];
  it.each(stories)('%s', (...story) => { expect(whyOn('search-period-ended-without-application', story)).toEqual(story[2]); });

  it('counts from the day after its end', () => {
    expect(itemsOn('search-period-ended-without-application', '2021-06-01', [period])[0]).toMatchObject({ since: '2021-02-02', dueOn: '2021-02-01', owner: f.SCHOOL });
  });
});

describe('the list of refused benefits that nothing followed', () => {
  const on = ['refused'];
  const stories: readonly ListStory[] = [
    ['has a refusal at once', '2021-03-01', on, [refusal]],
    ['has one that was applied for on that day', '2021-03-01', on, [f.benefitApplied('2021-03-01', {}, { position: 1 }), f.benefit('2021-03-01', { outcome: 'refused' }, { position: 2 })]],
    ['does not have it after contact, the same day included', '2021-03-01', [], [refusal, f.spoke('2021-03-01')]],
    ['does not have it after a start', '2021-03-01', [], [refusal, f.enrolled('2021-03-01')]],
    ['does not have it after an application for a course', '2021-04-01', [], [refusal, f.applied('2021-04-01')]],
    ['does not have it after support', '2021-04-01', [], [refusal, f.supported('2021-04-01')]],
    ['does not have it after another search period', '2021-04-01', [], [refusal, f.searching('2021-04-01')]],
    ['does not have it after a decision to grant', '2021-04-01', [], [refusal, f.benefit('2021-04-01')]],
    ['has the second of two refusals', '2021-04-01', on, [refusal, f.benefit('2021-04-01', { outcome: 'refused' })]],
    ['does not have a reduced one', '2021-04-01', [], [f.benefit('2021-03-01', { outcome: 'reduced' })]],
    ['keeps who was called without being reached', '2021-04-01', on, [refusal, f.attempted('2021-03-10')]],
  ];
  it.each(stories)('%s', (...story) => { expect(whyOn('benefit-refused-and-nothing-followed', story)).toEqual(story[2]); });

  it('is due four weeks later', () => {
    expect(itemsOn('benefit-refused-and-nothing-followed', '2021-03-01', [refusal])[0]).toMatchObject({ since: '2021-03-01', dueOn: '2021-03-29', owner: f.SCHOOL });
  });
});

describe('the list of who has no income', () => {
  const on = ['benefit-ended'];
  const stories: readonly ListStory[] = [
    ['has who lost a benefit', '2021-03-01', on, [f.benefit('2021-01-01'), ended]],
    ['has who lost a study grant', '2021-03-01', on, [f.benefitEnded('2021-03-01', { kind: 'study-finance' })]],
    ['does not have who has another benefit', '2021-03-01', [], [f.benefit('2021-01-01', { kind: 'disability' }), ended]],
    ['does not have who works already', '2021-03-01', [], [f.placed('2021-02-20'), ended]],
    ['does not have who is in school', '2021-03-01', [], [f.enrolled('2021-02-20'), ended]],
    ['has who does volunteer work only', '2021-03-01', on, [f.placed('2021-02-20', { kind: 'volunteer', paid: false }), ended]],
    ['does not have it once something followed', '2021-03-10', [], [ended, f.benefitApplied('2021-03-10')]],
    ['does not have who was spoken to', '2021-03-10', [], [ended, f.spoke('2021-03-10')]],
    ['has the newest end', '2021-09-01', on, [ended, f.benefit('2021-04-01'), f.benefitEnded('2021-08-01')]],
  ];
  it.each(stories)('%s', (...story) => { expect(whyOn('income-gap', story)).toEqual(story[2]); });
});
