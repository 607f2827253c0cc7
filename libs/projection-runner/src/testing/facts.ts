import { civilDateOf, instantOf, type CivilDate, type EventId, type OrganisationUrn, type Recorded, type TrajectoryId } from '@trajectboek/events';

export const AMINA = '00000000-0000-4000-8000-00000000000a' as TrajectoryId;
export const BORIS = '00000000-0000-4000-8000-00000000000b' as TrajectoryId;
export const CHANTAL = '00000000-0000-4000-8000-00000000000c' as TrajectoryId;

const RMC = 'urn:nld:oin:00000099000000000003' as OrganisationUrn;

/** Contact with a youth on a date; the ledger gives it its place. */
export function contact(trajectoryId: TrajectoryId, on: CivilDate, situation: Recorded<'ContactMade'>['data']['situation'] = 'looking'): Recorded<'ContactMade'> {
  const id = `${trajectoryId} ${on} ${situation}`;
  return {
    type: 'ContactMade', id, eventId: id as EventId, trajectoryId, source: RMC, organisation: RMC,
    data: { occurredAt: on, purpose: 'guidance', situation, supportNeeded: false },
    occurredOn: civilDateOf(on), occurredAt: instantOf(on), recordedAt: instantOf(on), revision: 0, position: 0,
  };
}
