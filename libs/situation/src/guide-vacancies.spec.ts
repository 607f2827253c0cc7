import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@trajectboek/events';
import { guideVacanciesOf } from './guide-vacancies.js';
import * as f from './testing/facts.js';
import { youthWith } from './testing/youths.js';

type Story = readonly [title: string, isVacant: boolean, around: readonly RecordedEvent[]];

const assigned = f.guide('2021-01-01');
const ended = f.guideEnded('2021-03-01');
const phase = f.guideEnded('2021-03-01', { reason: 'phase-ended' });
const other = (on: string, data: Parameters<typeof f.guide>[1] = {}): RecordedEvent => f.guide(on, { person: 'person:b', ...data });

function vacantOn(date: string, ...events: readonly RecordedEvent[]): readonly RecordedEvent[] {
  return guideVacanciesOf(youthWith(events, date));
}

describe('a guide who stopped leaves a vacancy', () => {
  const stories: readonly Story[] = [
    ['when nobody came', true, [assigned, ended]],
    ['not when the goal was reached', false, [assigned, f.guideEnded('2021-03-01', { reason: 'goal-reached' })]],
    ['not when a successor was named', false, [assigned, f.guideEnded('2021-03-01', { successor: 'person:b' })]],
    ['not when another in the role came on the day', false, [assigned, ended, other('2021-03-01')]],
    ['not when another in the role came later', false, [assigned, ended, other('2021-04-01')]],
    ['not when another in the role was there already and still is', false, [assigned, other('2021-02-01'), ended]],
    ['not when another in the role was there then and stopped later', false, [assigned, other('2021-02-01'), ended, f.guideEnded('2021-04-01', { person: 'person:b', reason: 'goal-reached' })]],
    ['when the other in the role stopped on the same day', true, [assigned, other('2021-02-01'), ended, f.guideEnded('2021-03-01', { person: 'person:b', reason: 'goal-reached' })]],
    ['when the other in the role had stopped before', true, [assigned, other('2021-01-02'), f.guideEnded('2021-02-01', { person: 'person:b', reason: 'goal-reached' }), ended]],
    ['when who came has another role', true, [assigned, ended, other('2021-03-01', { role: 'mentor' })]],
    ['not when the same guide came back', false, [assigned, ended, f.guide('2021-03-02')]],
    ['when the same guide started and stopped on one day', true, [f.guide('2021-03-01'), ended]],
  ];
  it.each(stories)('%s', (...[, isVacant, events]) => {
    expect(vacantOn('2021-06-01', ...events).map(({ occurredOn }) => occurredOn)).toEqual(isVacant ? ['2021-03-01'] : []);
  });
});

describe('the end of a phase leaves no vacancy', () => {
  const aftercare = f.aftercare('2020-12-01');
  const stories: readonly Story[] = [
    ['when the aftercare ended with it', false, [aftercare, f.aftercareEnded('2021-03-01')]],
    ['when the aftercare ended later', false, [aftercare, f.aftercareEnded('2021-04-01')]],
    ['when the aftercare was over and nothing began since', false, [aftercare, f.aftercareEnded('2021-02-01')]],
    ['when the aftercare was over and what began before it', false, [aftercare, f.placed('2021-01-15'), f.aftercareEnded('2021-02-01')]],
    ['when the aftercare was over and something began on its last day', false, [aftercare, f.aftercareEnded('2021-02-01'), f.placed('2021-02-01')]],
    ['when the aftercare was over and something begins after the guide', false, [aftercare, f.aftercareEnded('2021-02-01'), f.placed('2021-03-02')]],
    ['when the aftercare was over and there was a talk', false, [aftercare, f.aftercareEnded('2021-02-01'), f.spoke('2021-02-15')]],
    ['when only the end of the aftercare is known', false, [f.aftercareEnded('2021-03-01')]],
    ['when the aftercare began and ended on one day', false, [f.aftercare('2021-03-01'), f.aftercareEnded('2021-03-01')]],
    ['but it does without aftercare', true, []],
    ['but it does while the aftercare runs', true, [aftercare]],
    ['but it does when the aftercare began again', true, [aftercare, f.aftercareEnded('2021-02-01'), f.aftercare('2021-02-10')]],
    ['but it does when something began between the two', true, [aftercare, f.aftercareEnded('2021-02-01'), f.placed('2021-02-15')]],
    ['but it does when something began with the end of the guide', true, [aftercare, f.aftercareEnded('2021-02-01'), f.placed('2021-03-01')]],
  ];
  it.each(stories)('%s', (...[, isVacant, events]) => {
    expect(vacantOn('2021-06-01', assigned, ...events, phase)).toEqual(isVacant ? [phase] : []);
  });

  it('but another reason does, also when the aftercare ended with it', () => {
    const left = f.guideEnded('2021-03-01', { reason: 'left-organisation' });
    expect(vacantOn('2021-06-01', assigned, aftercare, f.aftercareEnded('2021-03-01'), left)).toEqual([left]);
  });
});
