import type { CivilDate, OrganisationUrn, Recorded } from '@trajectboek/events';
import { remembered } from './remembered.js';
import { isOpen } from './spells/spell.js';
import { guidancesOf } from './spells/spells.js';

/** Somebody who guides the youth on the date. */
export interface Guide {
  /** Pseudonymous: `person:…`. */
  readonly person: string;
  readonly role: string;
  readonly organisation: OrganisationUrn;
  readonly since: CivilDate;
}

/** Assignments that have not ended; the same person in the same role counts once, since the first of them. */
export const openGuidancesOf = remembered((youth): readonly Recorded<'GuideAssigned'>[] => {
  const first = new Map<string, Recorded<'GuideAssigned'>>();
  for (const { start } of guidancesOf(youth).filter(isOpen)) {
    const key = `${start.data.role} ${start.data.person}`;
    if (!first.has(key)) first.set(key, start);
  }
  return [...first.values()];
});

/** The current guides, the longest first. */
export const guidesOf = remembered((youth): readonly Guide[] => openGuidancesOf(youth).map(({ data, occurredOn }) => ({
  person: data.person, role: data.role, organisation: data.organisation as OrganisationUrn, since: occurredOn,
})));
