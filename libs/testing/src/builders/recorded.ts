import { civilDateOf, instantOf, type EventDataOf, type EventId, type EventName, type Instant, type OrganisationUrn, type Recorded, type TrajectoryId } from '@trajectboek/events';
import { recordingMoment } from '../scenario/statements.js';

/** Organisations of examples; the numbers are of no real organisation. */
export const SCHOOL = 'urn:nld:oin:00000099000000000001' as OrganisationUrn;
export const MUNICIPALITY = 'urn:nld:oin:00000099000000000002' as OrganisationUrn;
export const RMC = 'urn:nld:oin:00000099000000000003' as OrganisationUrn;
export const EMPLOYER = 'urn:nld:oin:00000099000000000004' as OrganisationUrn;
/** Two youths of examples, so that a missing filter is noticed. */
export const YOUTH = '00000000-0000-4000-8000-000000000001' as TrajectoryId;
export const OTHER_YOUTH = '00000000-0000-4000-8000-000000000002' as TrajectoryId;

/** What a spec may say about an event besides its data. */
export interface Circumstances {
  readonly id?: string;
  readonly youth?: TrajectoryId;
  readonly by?: OrganisationUrn;
  /** Date or instant; without it the moment at which it happened. */
  readonly recorded?: string;
  readonly position?: number;
}

let made = 0;

/** A recorded event with fixed circumstances; every next one lies one position further. */
export function recorded<Name extends EventName>(type: Name, data: EventDataOf<Name> & { readonly occurredAt: string }, circumstances: Circumstances = {}): Recorded<Name> {
  const position = circumstances.position ?? made++;
  const { id = `${type}-${position}`, youth = YOUTH, by = SCHOOL, recorded: moment = data.occurredAt } = circumstances;
  const recordedAt: Instant = recordingMoment(moment);
  return {
    type, data, id, recordedAt, position, revision: position, trajectoryId: youth, source: by, organisation: by,
    eventId: `${by} ${id}` as EventId, occurredOn: civilDateOf(data.occurredAt), occurredAt: instantOf(data.occurredAt),
  };
}
