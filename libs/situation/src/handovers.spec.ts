import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@trajectboek/events';
import { handoversOf, type HandoverState } from './handovers.js';
import { guidesOf } from './guides.js';
import * as f from './testing/facts.js';
import { youthWith } from './testing/youths.js';

describe('a handover', () => {
  const offer = f.offered('2021-03-01', { expectedStart: '2021-04-01' });
  const stories: readonly (readonly [HandoverState, readonly RecordedEvent[]])[] = [
    ['offered', []],
    ['accepted', [f.accepted('2021-03-10')]],
    ['returned', [f.returned('2021-03-10')]],
    ['revoked', [f.accepted('2021-03-10'), f.revoked('2021-03-12')]],
    ['completed', [f.accepted('2021-03-10'), f.arrived('2021-03-20')]],
  ];
  it.each(stories)('is %s', (state, answers) => {
    const other = f.offered('2021-03-02', { handoverId: 'h2', to: f.RMC });
    const handovers = handoversOf(youthWith([offer, other, ...answers], '2021-04-01'));
    expect(handovers).toMatchObject([{ handoverId: 'h1', state, from: f.SCHOOL, to: f.MUNICIPALITY, expectedStart: '2021-04-01' }, { handoverId: 'h2', state: 'offered', to: f.RMC, expectedStart: null }]);
    expect(handovers[0]?.events).toEqual([offer, ...answers]);
  });

  it('is not yet answered on a date before the answer', () => {
    expect(handoversOf(youthWith([offer, f.accepted('2021-03-10')], '2021-03-09'))).toMatchObject([{ state: 'offered', acceptedOn: null }]);
  });
});

describe('the guides', () => {
  it('are those whose assignment has not ended, each once, the longest first', () => {
    const events = [f.guide('2021-01-01'), f.guide('2021-02-01'), f.guide('2021-01-15', { person: 'person:b' }), f.guide('2021-01-20', { person: 'person:c' }), f.guideEnded('2021-03-01', { person: 'person:c' })];
    expect(guidesOf(youthWith(events, '2021-04-01'))).toEqual([
      { person: 'person:a', role: 'job-coach', organisation: f.RMC, since: '2021-01-01' },
      { person: 'person:b', role: 'job-coach', organisation: f.RMC, since: '2021-01-15' },
    ]);
  });
  it('keep another role of the same person', () => {
    const events = [f.guide('2021-01-01'), f.guide('2021-01-01', { role: 'mentor' }), f.guideEnded('2021-02-01')];
    expect(guidesOf(youthWith(events, '2021-04-01')).map(({ role }) => role)).toEqual(['mentor']);
  });
});
