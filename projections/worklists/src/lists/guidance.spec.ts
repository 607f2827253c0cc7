import { describe, expect, it } from '@jest/globals';
import * as f from '@trajectboek/testing/facts';
import { itemsOn, type ListStory } from '../testing/on-list.js';

const guide = f.guide('2021-01-01');
const gone = f.guideEnded('2021-03-01', { reason: 'left-organisation' });
const whyOn = (list: string, [, date, , events]: ListStory): readonly string[] => itemsOn(list, date, events).map(({ why }) => why.code);

describe('the list of guide vacancies', () => {
  const on = ['left-organisation'];
  const other = (date: string, data: Parameters<typeof f.guide>[1] = {}) => f.guide(date, { person: 'person:b', ...data });
  const stories: readonly ListStory[] = [
    ['has a guide who left, on the day itself', '2021-03-01', on, [guide, gone]],
    ['does not have a guide who is there', '2021-02-28', [], [guide, gone]],
    ['does not have one with a named successor', '2021-03-01', [], [guide, f.guideEnded('2021-03-01', { reason: 'left-organisation', successor: 'person:b' })]],
    ['does not have one whose goal was reached', '2021-03-01', [], [guide, f.guideEnded('2021-03-01', { reason: 'goal-reached' })]],
    ['has one whom the youth did not want', '2021-03-01', ['youth-request'], [guide, f.guideEnded('2021-03-01', { reason: 'youth-request' })]],
    ['has a phase that ended without aftercare', '2021-03-01', ['phase-ended'], [guide, f.guideEnded('2021-03-01')]],
    ['does not have a phase that ended with the aftercare', '2021-03-01', [], [guide, f.aftercare('2021-01-10'), f.aftercareEnded('2021-03-01'), f.guideEnded('2021-03-01')]],
    ['has a phase that ended while the aftercare goes on', '2021-03-01', ['phase-ended'], [guide, f.aftercare('2021-01-10'), f.guideEnded('2021-03-01')]],
    ['has a guide who left, also when the aftercare ended', '2021-03-01', on, [guide, f.aftercare('2021-01-10'), f.aftercareEnded('2021-03-01'), gone]],
    ['is filled by another guide in the role, then or later', '2021-03-10', [], [guide, gone, other('2021-03-10')]],
    ['is filled by one who was there already', '2021-03-01', [], [guide, other('2021-02-20'), gone]],
    ['is of the successor when that one goes as well', '2021-03-05', ['handed-over'], [guide, other('2021-02-20'), gone, f.guideEnded('2021-03-05', { person: 'person:b', reason: 'handed-over' })]],
    ['is not filled by another role', '2021-03-10', on, [guide, gone, other('2021-03-10', { role: 'mentor' })]],
    ['is filled when the same person comes back', '2021-06-01', [], [guide, gone, f.guide('2021-06-01')]],
  ];
  it.each(stories)('%s', (...story) => { expect(whyOn('guide-vacancy', story)).toEqual(story[2]); });

  it('is due two weeks later', () => {
    expect(itemsOn('guide-vacancy', '2021-03-01', [guide, gone])[0]).toMatchObject({ since: '2021-03-01', dueOn: '2021-03-15', owner: f.SCHOOL });
  });
});

describe('the list of consents', () => {
  const asked = f.consentAsked('2021-03-01');
  const askedBoth = f.consentAsked('2021-03-01', { from: 'both' });
  const parents = f.consentAsked('2021-03-03', { from: 'parents' });
  const stories: readonly ListStory[] = [
    ['has one that was asked', '2021-03-01', ['pending'], [asked]],
    ['does not have one that was given', '2021-03-05', [], [asked, f.consentGiven('2021-03-05')]],
    ['does not have one that was refused', '2021-03-05', [], [asked, f.consentRefused('2021-03-05')]],
    ['has one that was given by one of two', '2021-03-05', ['pending'], [askedBoth, f.consentGiven('2021-03-05', { by: 'youth' })]],
    ['does not have one that both gave', '2021-03-06', [], [askedBoth, f.consentGiven('2021-03-05', { by: 'youth' }), f.consentGiven('2021-03-06', { by: 'parents' })]],
    ['takes an answer without a name as the answer of both', '2021-03-05', [], [askedBoth, f.consentGiven('2021-03-05')]],
    ['has one of two requests under one id that is open', '2021-03-04', ['pending'], [asked, f.consentGiven('2021-03-02', { by: 'youth' }), parents]],
    ['has none of them when both were answered', '2021-03-06', [], [asked, f.consentGiven('2021-03-02', { by: 'youth' }), parents, f.consentGiven('2021-03-06', { by: 'parents' })]],
    ['has one that was withdrawn', '2021-04-01', ['withdrawn'], [asked, f.consentGiven('2021-03-05'), f.consentWithdrawn('2021-04-01')]],
    ['has what one of two withdrew', '2021-04-01', ['withdrawn'], [askedBoth, f.consentGiven('2021-03-05'), f.consentWithdrawn('2021-04-01', { by: 'parents' })]],
    ['has the new request instead when it is asked again', '2021-05-01', ['pending'], [asked, f.consentGiven('2021-03-05'), f.consentWithdrawn('2021-04-01'), f.consentAsked('2021-05-01', { consentId: 'c2' })]],
    ['keeps it when something else is asked', '2021-05-01', ['withdrawn', 'pending'], [asked, f.consentGiven('2021-03-05'), f.consentWithdrawn('2021-04-01'), f.consentAsked('2021-05-01', { consentId: 'c2', purpose: 'housing' })]],
  ];
  it.each(stories)('%s', (...story) => { expect(whyOn('consent-pending-or-withdrawn', story)).toEqual(story[2]); });

  it('is due four weeks after it was asked', () => {
    expect(itemsOn('consent-pending-or-withdrawn', '2021-03-01', [asked])[0]).toMatchObject({ since: '2021-03-01', dueOn: '2021-03-29', owner: f.SCHOOL });
  });
});

describe('the lists of birthdays', () => {
  const youth = [f.opened('2018-01-01', { birthDate: '2003-05-10' })];
  it('have a youth from half a year before until the day before', () => {
    const days = ['2020-11-09', '2020-11-10', '2021-05-09', '2021-05-10'];
    expect(days.map((day) => itemsOn('turning-18', day, youth).length)).toEqual([0, 1, 1, 0]);
    expect(itemsOn('turning-18', '2021-01-01', youth)[0]).toMatchObject({ since: '2020-11-10', dueOn: '2021-05-10', why: { code: 'turning-18' } });
  });
  it('are one for each age, and one for all', () => {
    const lists = ['turning-18', 'turning-23', 'turning-27', 'turning-18-23-27'];
    expect(['2021-01-01', '2026-01-01', '2030-01-01', '2024-01-01'].map((day) => lists.map((list) => itemsOn(list, day, youth).length))).toEqual([[1, 0, 0, 1], [0, 1, 0, 1], [0, 0, 1, 1], [0, 0, 0, 0]]);
  });
  it('are empty for a closed trajectory and for whom no birth date is known', () => {
    expect(itemsOn('turning-18', '2021-01-01', [...youth, f.closed('2020-12-01')])).toEqual([]);
    expect(itemsOn('turning-18', '2021-01-01', [f.enrolled('2020-09-01')])).toEqual([]);
  });
});
