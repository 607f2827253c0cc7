import { describe, expect, it } from '@jest/globals';
import { Chronicle, type RecordedEvent, type TrajectoryId } from '@trajectboek/events';
import { recorded } from '@trajectboek/testing';
import { organisationsIn } from './organisations-in.js';

const YOUTH = '00000000-0000-4000-8000-000000000001' as TrajectoryId;
const [SCHOOL, MUNICIPALITY, CARE] = ['urn:nld:oin:00000099000000000001', 'urn:nld:oin:00000099000000000002', 'urn:nld:oin:00000099000000000003'] as const;

describe('the organisations in the path of a youth', () => {
  it('are those that stated a fact and those that a fact names', () => {
    const enrolled = recorded('EnrolmentStarted', { occurredAt: '2020-09-01', institution: SCHOOL, schoolType: 'pro' }, { youth: YOUTH, position: 1, id: 'a' });
    const met = recorded('MeetingHeld', { occurredAt: '2020-10-01', kind: 'career', participants: [MUNICIPALITY, CARE], youthPresent: true }, { youth: YOUTH, position: 2, id: 'b' });
    const events = [enrolled, met] as readonly RecordedEvent[];
    expect(organisationsIn(new Chronicle(events))).toEqual(new Set([enrolled.organisation, SCHOOL, MUNICIPALITY, CARE]));
    expect(organisationsIn(new Chronicle(events.slice(0, 1)))).toEqual(new Set([enrolled.organisation, SCHOOL]));
    expect(organisationsIn(new Chronicle([]))).toEqual(new Set());
  });
});
