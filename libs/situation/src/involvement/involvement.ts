import { inOrderOfTheWorld, type OrganisationUrn } from '@trajectboek/events';
import { openGuidancesOf } from '../guides.js';
import { handoversOf } from '../handovers.js';
import { remembered } from '../remembered.js';
import { standingTakesOf } from '../responsibility/takes.js';
import { isOpen } from '../spells/spell.js';
import { benefitsOf, enrolmentsOf, placementsOf, tracksOf } from '../spells/spells.js';
import type { Youth } from '../youth.js';
import { validConsentsOf } from './consents.js';

/** What gives an organisation a current role in the trajectory (views.md, section 5). */
export const INVOLVEMENTS = ['enrolment', 'placement', 'track', 'guide', 'benefit', 'handover', 'responsibility', 'consent'] as const;
export type Involvement = (typeof INVOLVEMENTS)[number];

const rolesOf = remembered((youth) => new Map(INVOLVEMENTS.map((involvement) => [involvement, new Set<string | undefined>(PARTIES[involvement](youth))] as const)));

/** The current roles of the organisation; empty when it is not involved. What it sent itself it may see without a role. */
export function involvementOf(youth: Youth, organisation: OrganisationUrn): readonly Involvement[] {
  return INVOLVEMENTS.filter((involvement) => rolesOf(youth).get(involvement)?.has(organisation));
}

export function isInvolved(youth: Youth, organisation: OrganisationUrn): boolean {
  return [...rolesOf(youth).values()].some((parties) => parties.has(organisation));
}

/** Who placed the youth or runs the track has a role as long as it is open, whoever the employer or provider is. */
const PARTIES: Readonly<Record<Involvement, (youth: Youth) => readonly (string | undefined)[]>> = {
  enrolment: (youth) => enrolmentsOf(youth).filter(isOpen).flatMap(({ start }) => [start.data.institution, start.data.teachingLocation]),
  placement: (youth) => placementsOf(youth).filter(isOpen).flatMap(({ start }) => [start.data.employer, start.organisation]),
  track: (youth) => tracksOf(youth).filter(isOpen).flatMap(({ start }) => [start.data.provider, start.organisation]),
  guide: (youth) => openGuidancesOf(youth).map(({ data }) => data.organisation),
  benefit: (youth) => benefitsOf(youth).filter(isOpen).map(({ start }) => start.organisation),
  handover: receiversOf,
  responsibility: (youth) => standingTakesOf(youth).map(({ organisation }) => organisation),
  consent: (youth) => validConsentsOf(youth).flatMap(({ parties }) => [...parties]),
};

/** A handover that was given back, revoked, or offered before the trajectory was closed gives nothing. */
function receiversOf(youth: Youth): string[] {
  const closed = youth.history.newest('TrajectoryClosed');
  return handoversOf(youth)
    .filter(({ state, events }) => state !== 'returned' && state !== 'revoked' && events.some((event) => !closed || inOrderOfTheWorld(closed, event) < 0))
    .map(({ to }) => to);
}
