import { describe, expect, it } from '@jest/globals';
import * as f from '@trajectboek/testing/facts';
import { itemsOn, type ListStory } from '../testing/on-list.js';

const toWork = f.left('2021-03-01');
const enrolled = f.enrolled('2020-09-01');
const dropout = f.dropped('2021-03-01');
const interview = (on: string) => f.met(on, { kind: 'exit-interview' });
const refusal = f.admission('2021-03-01');
const report = f.absent('2021-03-20', { since: '2021-03-01' });

const whyOn = (list: string, [, date, , events]: ListStory): readonly string[] => itemsOn(list, date, events).map(({ why }) => why.code);

describe('the list of who left school without an exit interview', () => {
  const left = ['no-exit-interview'];
  const stories: readonly ListStory[] = [
    ['has a leaver to work on the day itself', '2021-03-01', left, [enrolled, toWork]],
    ['does not have who goes on to education', '2021-06-01', [], [enrolled, f.left('2021-03-01', { destination: 'education' })]],
    ['has a dropout who is still enrolled', '2021-03-01', left, [enrolled, dropout]],
    ['has one item for an exit and a dropout', '2021-06-01', left, [enrolled, toWork, dropout]],
    ['does not have who was interviewed before', '2021-06-01', [], [enrolled, interview('2021-02-20'), toWork]],
    ['does not have who was interviewed afterwards', '2021-06-01', [], [enrolled, toWork, interview('2021-04-01')]],
    ['has who is interviewed later', '2021-03-31', left, [enrolled, toWork, interview('2021-04-01')]],
    ['takes the word of the dropout report', '2021-06-01', [], [enrolled, toWork, f.dropped('2021-03-01', { exitInterviewHeld: true })]],
    ['does not take an interview of an earlier enrolment', '2021-06-01', left, [f.enrolled('2018-09-01', { institution: f.OTHER_SCHOOL }), interview('2019-06-01'), f.left('2019-07-01', { institution: f.OTHER_SCHOOL }), enrolled, toWork]],
    ['does not take another meeting', '2021-06-01', left, [enrolled, f.met('2021-02-20'), toWork]],
    ['does not have who enrolled anew', '2021-09-01', [], [enrolled, toWork, f.enrolled('2021-09-01', { institution: f.OTHER_SCHOOL })]],
    ['does not have who enrolled elsewhere on the same day', '2021-03-01', [], [enrolled, toWork, f.enrolled('2021-03-01', { institution: f.OTHER_SCHOOL })]],
    ['has who left one of two schools', '2021-06-01', left, [enrolled, f.enrolled('2021-01-01', { institution: f.OTHER_SCHOOL }), toWork]],
  ];
  it.each(stories)('%s', (...story) => { expect(whyOn('left-school-without-exit-interview', story)).toEqual(story[2]); });

  it('names the school and the day', () => {
    expect(itemsOn('left-school-without-exit-interview', '2021-06-01', [enrolled, toWork])[0]).toMatchObject({ since: '2021-03-01', dueOn: '2021-03-01', owner: f.SCHOOL });
  });
});

describe('the list of who was refused without an alternative', () => {
  const refused = ['refused'];
  const stories: readonly ListStory[] = [
    ['has a refusal at once', '2021-03-01', refused, [refusal]],
    ['has it for ever when nothing follows', '2022-03-01', refused, [refusal, f.spoke('2021-03-10')]],
    ['does not have it with an alternative in the refusal', '2021-03-01', [], [f.admission('2021-03-01', { alternative: 'entree' })]],
    ['does not have it after an alternative, also a late one', '2021-06-01', [], [refusal, f.admission('2021-06-01', { decision: 'alternative-offered' })]],
    ['does not have it after another application', '2021-03-02', [], [refusal, f.applied('2021-03-02', { institution: f.OTHER_SCHOOL })]],
    ['does not take the application that was refused', '2021-03-02', refused, [f.applied('2021-03-01', {}, { position: 1 }), f.admission('2021-03-01', {}, { position: 2 })]],
    ['takes one of that day at another school', '2021-03-02', [], [f.applied('2021-03-01', { institution: f.OTHER_SCHOOL }, { position: 1 }), f.admission('2021-03-01', {}, { position: 2 })]],
    ['does not have who started somewhere', '2021-03-02', [], [refusal, f.placed('2021-03-02')]],
    ['has the newest of two refusals', '2021-05-01', refused, [refusal, f.applied('2021-03-10', { institution: f.OTHER_SCHOOL }), f.admission('2021-04-01', { institution: f.OTHER_SCHOOL })]],
  ];
  it.each(stories)('%s', (...story) => { expect(whyOn('admission-refused-without-alternative', story)).toEqual(story[2]); });

  it('is due four weeks after the refusal, at the school that refused', () => {
    expect(itemsOn('admission-refused-without-alternative', '2021-03-02', [refusal])[0]).toMatchObject({ since: '2021-03-01', dueOn: '2021-03-29', owner: f.SCHOOL });
  });
});

describe('the list of who sits at home', () => {
  const home = ['at-home'];
  const stories: readonly ListStory[] = [
    ['has who is enrolled and absent at home', '2021-03-20', home, [enrolled, report]],
    ['does not have who is not enrolled', '2021-03-20', [], [report]],
    ['does not have who plays truant', '2021-03-20', [], [enrolled, f.absent('2021-03-20', { category: 'unauthorised' })]],
    ['does not have who left', '2021-06-01', [], [enrolled, report, f.left('2021-05-01')]],
    ['does not have who came back', '2021-04-01', [], [enrolled, report, f.resumed('2021-04-01')]],
    ['does not have who is at school by his own word', '2021-04-01', [], [enrolled, report, f.confirmed('2021-04-01', { situation: 'school' })]],
    ['does not have who started elsewhere', '2021-04-01', [], [enrolled, report, f.track('2021-04-01')]],
    ['keeps who was only spoken to', '2021-04-01', home, [enrolled, report, f.spoke('2021-04-01')]],
    ['has who sits at home again', '2021-06-01', home, [enrolled, report, f.resumed('2021-04-01'), f.absent('2021-05-01')]],
  ];
  it.each(stories)('%s', (...story) => { expect(whyOn('home-sitting', story)).toEqual(story[2]); });

  it('counts from the day on which the absence began; a plan is due four weeks after the report', () => {
    expect(itemsOn('home-sitting', '2021-04-01', [enrolled, report])[0]).toMatchObject({ since: '2021-03-01', dueOn: '2021-04-17', owner: f.SCHOOL });
  });
});
