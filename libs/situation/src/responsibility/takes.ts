import { inOrderOfTheWorld, type CivilDate, type OrganisationUrn, type Recorded, type RecordedEvent } from '@trajectboek/events';
import { handoversOf } from '../handovers.js';
import { remembered } from '../remembered.js';
import { isOpen } from '../spells/spell.js';
import { enrolmentsOf } from '../spells/spells.js';
import type { Youth } from '../youth.js';

export type TakeRole = Recorded<'ResponsibilityTaken'>['data']['role'];

/** An organisation took the youth: it said so, or it accepted a handover (which gives it the lead). */
export interface Take {
  readonly role: TakeRole;
  readonly organisation: OrganisationUrn;
  readonly since: CivilDate;
  readonly event: RecordedEvent;
  /** Who handed over; undefined for a take without a handover. */
  readonly from: OrganisationUrn | undefined;
}

/** Roles whose newest take makes an organisation the actual holder (views.md, section 2). */
const HOLDING: ReadonlySet<TakeRole> = new Set(['lead', 'guidance', 'aftercare']);

/** All takes since the trajectory was last closed, in the order of the world; a handover given back or revoked is none. */
export const takesOf = remembered((youth): readonly Take[] => {
  const closed = youth.history.newest('TrajectoryClosed');
  return [...takesByHandover(youth), ...takesByStatement(youth)]
    .filter(({ event }) => !closed || inOrderOfTheWorld(closed, event) < 0)
    .sort((a, b) => inOrderOfTheWorld(a.event, b.event));
});

function takesByHandover(youth: Youth): Take[] {
  return handoversOf(youth)
    .filter(({ state }) => state === 'accepted' || state === 'completed')
    .flatMap(({ events, from, to }) => events
      .filter(({ type }) => type === 'HandoverAccepted').slice(0, 1)
      .map((event): Take => ({ role: 'lead', organisation: to, since: event.occurredOn, event, from })));
}

function takesByStatement({ history }: Youth): Take[] {
  return history.all('ResponsibilityTaken').map((event) => ({
    role: event.data.role, organisation: event.data.organisation as OrganisationUrn, since: event.occurredOn, event, from: undefined,
  }));
}

/**
 * The takes that no handover ended, oldest first. A handover ends every take of the party that hands over, and the lead
 * of any other; a take without a handover ends nobody's. Two of one role are the alarm `double`.
 */
export const openTakesOf = remembered((youth): readonly Take[] => {
  let open: Take[] = [];
  for (const take of takesOf(youth)) {
    if (take.from !== undefined) open = open.filter(({ role, organisation }) => organisation === take.organisation || (organisation !== take.from && role !== 'lead'));
    if (!open.some(({ role, organisation }) => role === take.role && organisation === take.organisation)) open.push(take);
  }
  return open;
});

/** The takes that stand: of each role the newest, until another party takes it over. */
export const standingTakesOf = remembered((youth): readonly Take[] => {
  const standing = new Map<TakeRole, Take>();
  for (const take of takesOf(youth)) {
    if (take.from !== undefined) for (const [role, { organisation }] of standing) if (organisation === take.from) standing.delete(role);
    if (standing.get(take.role)?.organisation !== take.organisation) standing.set(take.role, take);
  }
  return [...standing.values()].sort((a, b) => inOrderOfTheWorld(a.event, b.event));
});

/** Who holds the youth in fact: the institution of the newest open enrolment, else the newest take that stands. */
export const actualHolderOf = remembered((youth): OrganisationUrn | undefined => {
  const enrolment = enrolmentsOf(youth).findLast(isOpen);
  if (enrolment) return enrolment.start.data.institution as OrganisationUrn;
  return takesOf(youth).findLast(({ role }) => HOLDING.has(role))?.organisation;
});
