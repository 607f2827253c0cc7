import { givenFor, MUNICIPALITY, recorded, SCHOOL } from '@trajectboek/testing';
import type { OrganisationUrn, Recorded } from '@trajectboek/events';
import { decide } from './decide.js';
import { evolve, initialState } from './trajectory-state.js';

/** Organisations and steps of the specs of this library. */
export const given = givenFor({ initialState, evolve, decide });

interface Told {
  readonly on?: string;
  readonly by?: OrganisationUrn;
  readonly id?: string;
}

const ON = '2021-06-01';

export function opened(birthDate: string): Recorded<'TrajectoryOpened'> {
  return recorded('TrajectoryOpened', { occurredAt: '2020-09-01', reason: 'vso-leaver', birthDate, municipality: 'GM0344' });
}

export function closed(on = ON): Recorded<'TrajectoryClosed'> {
  return recorded('TrajectoryClosed', { occurredAt: on, reason: 'durable-work' });
}

export function offered({ on = ON, by = SCHOOL, id = 'h1', consentId, to = MUNICIPALITY }: Told & { consentId?: string; to?: string } = {}): Recorded<'HandoverOffered'> {
  return recorded('HandoverOffered', {
    occurredAt: on, handoverId: id, to, receiverRole: 'work-and-income', warm: true, answerBy: '2021-07-01', ...(consentId !== undefined && { consentId }),
  }, { by });
}

export function accepted({ on = ON, by = MUNICIPALITY, id = 'h1' }: Told = {}): Recorded<'HandoverAccepted'> {
  return recorded('HandoverAccepted', { occurredAt: on, handoverId: id }, { by });
}

export function returned({ on = ON, by = MUNICIPALITY, id = 'h1' }: Told = {}): Recorded<'HandoverReturned'> {
  return recorded('HandoverReturned', { occurredAt: on, handoverId: id, ground: 'no-capacity' }, { by });
}

export function revoked({ on = ON, by = SCHOOL, id = 'h1' }: Told = {}): Recorded<'HandoverRevoked'> {
  return recorded('HandoverRevoked', { occurredAt: on, handoverId: id, reason: 'situation-changed' }, { by });
}

export function completed({ on = ON, by = MUNICIPALITY, id = 'h1' }: Told = {}): Recorded<'HandoverCompleted'> {
  return recorded('HandoverCompleted', { occurredAt: on, handoverId: id, firstContactOn: on }, { by });
}

export function retracted(target: { readonly eventId: string }): Recorded<'EventRetracted'> {
  return recorded('EventRetracted', { occurredAt: ON, retractedEventId: target.eventId, reason: 'never-happened' });
}

export function corrected(target: { readonly eventId: string }, replacement: Record<string, unknown>): Recorded<'EventCorrected'> {
  return recorded('EventCorrected', { occurredAt: ON, correctedEventId: target.eventId, reason: 'wrong-content', replacement });
}
