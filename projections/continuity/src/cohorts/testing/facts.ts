import type { EventDataOf } from '@trajectboek/events';
import { fact, SCHOOL, type Fact } from '../../testing/given.js';

type Result = EventDataOf<'TrackEnded'>['result'];

/** Followed from a day on, born in 1997 unless said otherwise. */
export const followed = (at: string, birthDate = '1997-03-01'): Fact =>
  fact('TrajectoryOpened', at, { reason: 'referral', birthDate, municipality: 'GM0153' });
export const trackStarted = (at: string, programme: string, goal: EventDataOf<'TrackStarted'>['goal'] = 'work'): Fact =>
  fact('TrackStarted', at, { programme, provider: SCHOOL, goal });
export const trackEnded = (at: string, programme: string, { result, completed }: { readonly result: Result; readonly completed: boolean }): Fact =>
  fact('TrackEnded', at, { programme, result, completed });
export const schoolStarted = (at: string, schoolType: EventDataOf<'EnrolmentStarted'>['schoolType'], pathway: EventDataOf<'EnrolmentStarted'>['pathway'] = 'none'): Fact =>
  fact('EnrolmentStarted', at, { institution: SCHOOL, schoolType, pathway });
export const schoolEnded = (at: string, reason: EventDataOf<'EnrolmentEnded'>['reason'], destination: EventDataOf<'EnrolmentEnded'>['destination']): Fact =>
  fact('EnrolmentEnded', at, { institution: SCHOOL, reason, destination, withBasicQualification: false });
export const droppedOut = (at: string): Fact =>
  fact('DroppedOut', at, { institution: SCHOOL, lastSchoolDay: at, withBasicQualification: false, exitInterviewHeld: false });
export const awarded = (at: string, type: EventDataOf<'CredentialAwarded'>['type'], basicQualification = false): Fact =>
  fact('CredentialAwarded', at, { type, basicQualification });
