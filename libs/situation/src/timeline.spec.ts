import { describe, expect, it } from '@jest/globals';
import { AsOf, Chronicle, knownUntil } from '@trajectboek/events';
import * as f from './testing/facts.js';
import { timelineOf } from './timeline.js';

describe('the timeline', () => {
  const first = f.enrolled('2021-01-01', {}, { recorded: '2021-01-08' });
  const second = f.spoke('2021-01-02', {}, { recorded: '2021-01-10' });
  const wrong = f.placed('2021-01-03');
  const correction = f.corrected('2021-02-01', { correctedEventId: first.eventId, replacement: { ...first.data, occurredAt: '2021-03-01' } });
  const retraction = f.retracted('2021-02-02', { retractedEventId: wrong.eventId });
  const events = [retraction, wrong, second, correction, first];

  it('holds everything in the order of the world, as it was said', () => {
    expect(timelineOf(new Chronicle(events)).map(({ event }) => event)).toEqual([first, second, wrong, correction, retraction]);
  });
  it('marks what was recorded more than seven days after it happened', () => {
    expect(timelineOf(new Chronicle(events)).filter(({ late }) => late).map(({ event }) => event)).toEqual([second]);
  });
  it('names what corrected or retracted an event', () => {
    const [one, two, three] = timelineOf(new Chronicle(events));
    expect([one?.correctedBy, one?.retractedBy]).toEqual([correction, null]);
    expect([two?.correctedBy, two?.retractedBy]).toEqual([null, null]);
    expect([three?.correctedBy, three?.retractedBy]).toEqual([null, retraction]);
  });
  it('holds what was known then and had happened by then', () => {
    expect(timelineOf(new Chronicle(events, knownUntil('2021-01-08'))).map(({ event }) => event)).toEqual([first, wrong]);
    expect(timelineOf(new Chronicle(events), new AsOf('2021-01-02')).map(({ event }) => event)).toEqual([first, second]);
  });
});
