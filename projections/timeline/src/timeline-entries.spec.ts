import { AsOf, Chronicle, type OrganisationUrn, type RecordedEvent } from '@trajectboek/events';
import type { Settings } from '@trajectboek/schemes';
import { youthOn, type Youth } from '@trajectboek/situation';
import { recorded } from '@trajectboek/testing';
import { timelineEntries, withDeadlines } from './timeline-entries.js';

const SCHOOL = 'urn:nld:oin:00000099000000000101' as OrganisationUrn;
const COACH = 'urn:nld:oin:00000099000000000102' as OrganisationUrn;
const SETTINGS: Settings = { valueOf: () => 'P90D' };

function youthWith(events: readonly RecordedEvent[]): Youth {
  return youthOn(new Chronicle(events).on(new AsOf('2022-12-31')), SETTINGS);
}

const ENROLLED = recorded('EnrolmentStarted', { occurredAt: '2022-09-01', institution: SCHOOL, schoolType: 'mbo-2' }, { by: SCHOOL, id: 'e1' });
const SPOKEN = recorded('ContactMade', { occurredAt: '2022-08-15', purpose: 'guidance', situation: 'looking', supportNeeded: true }, { by: COACH, id: 'e2', recorded: '2022-09-20' });
const REMOVED = recorded('ObstacleRemoved', { occurredAt: '2022-10-01', domain: 'debts' }, { by: COACH, id: 'e3' });
const WRONG = recorded('ContactMade', { occurredAt: '2022-10-05', purpose: 'guidance', situation: 'work', supportNeeded: false }, { by: COACH, id: 'e4' });
const WITHDRAWN = recorded('EventRetracted', { occurredAt: '2022-10-06', retractedEventId: WRONG.eventId, reason: 'wrong-person' }, { by: COACH, id: 'e5' });
const YOUTH = youthWith([ENROLLED, SPOKEN, REMOVED, WRONG, WITHDRAWN]);

describe('the timeline of a youth', () => {
  it('has every event in the order of the world, late entries marked', () => {
    expect(timelineEntries(YOUTH).map(({ id, late }) => [id, late])).toEqual([['e2', true], ['e1', false], ['e3', false], ['e4', false], ['e5', false]]);
  });

  it('keeps a withdrawn event in it, and says who withdrew it and when', () => {
    const [, , , wrong] = timelineEntries(YOUTH);
    expect(wrong).toMatchObject({ id: 'e4', retractedBy: { eventId: WITHDRAWN.eventId, source: COACH, recordedAt: WITHDRAWN.recordedAt }, correctedBy: null });
  });

  it('shows a school with an open enrolment that an obstacle was removed, not which one', () => {
    const entries = timelineEntries(YOUTH, { organisation: SCHOOL, whole: YOUTH });
    expect(entries.find(({ id }) => id === 'e3')).toMatchObject({ level: 'that', data: null });
    expect(entries.find(({ id }) => id === 'e2')).toMatchObject({ level: 'what', data: SPOKEN.data });
  });

  it('leaves out what an organisation may not know to have happened', () => {
    const stranger = 'urn:nld:oin:00000099000000000103' as OrganisationUrn;
    expect(timelineEntries(YOUTH, { organisation: stranger, whole: YOUTH })).toEqual([]);
  });

  it('tells which clocks an event started and stopped, but not of an event that may not be read', () => {
    const deadline = { scheme: 'some-clock', startedBy: { source: COACH, id: 'e2' }, stoppedBy: { source: COACH, id: 'e3' } };
    const all = withDeadlines(timelineEntries(YOUTH), [deadline]);
    expect(all.map(({ id, deadlines }) => [id, deadlines.started, deadlines.stopped])).toEqual([
      ['e2', ['some-clock'], []], ['e1', [], []], ['e3', [], ['some-clock']], ['e4', [], []], ['e5', [], []],
    ]);
    const school = withDeadlines(timelineEntries(YOUTH, { organisation: SCHOOL, whole: YOUTH }), [deadline]);
    expect(school.find(({ id }) => id === 'e3')?.deadlines.stopped).toEqual([]);
  });
});
