import { describe, expect, it } from '@jest/globals';
import { recorded } from '@trajectboek/testing';
import type { Recorded, RecordedEvent } from './recorded-event.js';
import { Chronicle } from './chronicle.js';

const contact = recorded('ContactMade', { occurredAt: '2021-03-01', purpose: 'guidance', situation: 'looking', supportNeeded: true }, { position: 1 });
const other = recorded('ContactMade', { occurredAt: '2021-03-01', purpose: 'guidance', situation: 'track', supportNeeded: true }, { position: 2 });

interface Told { readonly on: string; readonly recorded: string; readonly position: number }

function moved(to: string, { on, ...told }: Told): Recorded<'EventCorrected'> {
  return recorded('EventCorrected', { occurredAt: on, correctedEventId: contact.eventId, reason: 'wrong-date', replacement: { ...contact.data, occurredAt: to } }, told);
}

function retracted(target: RecordedEvent, { on, ...told }: Told): Recorded<'EventRetracted'> {
  return recorded('EventRetracted', { occurredAt: on, retractedEventId: target.eventId, reason: 'never-happened' }, told);
}

const first = moved('2021-01-10', { on: '2021-03-10', recorded: '2021-05-01', position: 4 });
const second = moved('2021-02-01', { on: '2021-04-01', recorded: '2021-04-01', position: 3 });
const daysOf = (...events: readonly RecordedEvent[]): readonly string[] => new Chronicle(events).facts.map(({ occurredOn }) => occurredOn);

describe('of several corrections of one event', () => {
  it('the one that was made last counts, also when it was recorded first', () => {
    expect(daysOf(contact, other, second, first)).toEqual(['2021-02-01', '2021-03-01']);
    expect(daysOf(contact, other, { ...second, position: 4 }, { ...first, position: 3 })).toEqual(['2021-02-01', '2021-03-01']);
  });
  it('one that was retracted does not count', () => {
    expect(daysOf(contact, second, first, retracted(second, { on: '2021-05-02', recorded: '2021-05-02', position: 5 }))).toEqual(['2021-01-10']);
  });
});

describe('a retraction', () => {
  const gone = retracted(contact, { on: '2021-03-05', recorded: '2021-03-05', position: 3 });
  it('takes away the event that it names and no other', () => {
    expect(new Chronicle([contact, other, gone]).facts).toEqual([other]);
  });
  it('does nothing once it was retracted itself', () => {
    expect(new Chronicle([contact, gone, retracted(gone, { on: '2021-03-06', recorded: '2021-03-06', position: 4 })]).facts).toEqual([contact]);
  });
  it('acts from the moment on which it is known, also on dates before it', () => {
    expect(new Chronicle([contact, gone], '2021-03-04T23:00:00.000Z').facts).toEqual([contact]);
    expect(new Chronicle([contact, gone], '2021-03-06T23:00:00.000Z').facts).toEqual([]);
  });
});
