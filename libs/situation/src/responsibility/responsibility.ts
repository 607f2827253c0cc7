import { inOrderOfTheWorld, type CivilDate, type OrganisationUrn } from '@trajectboek/events';
import { lastInstitutionOf } from '../subject.js';
import type { Youth } from '../youth.js';
import { actualHolderOf, openTakesOf, standingTakesOf, takesOf, type Take, type TakeRole } from './takes.js';

/** Who leads by law, as `legalResponsibility` of schemes answers it. */
export interface LegalLead {
  /** Party code of schemes.yaml; `none` is an answer. */
  readonly party: string;
  readonly duty?: string | null;
  /** The fact that names the organisation: `subject.lastInstitution`, `subject.municipality`. */
  readonly organisationOf?: string | null;
  readonly contestedBy?: readonly string[];
}

export type ResponsibilityAlarm = 'gap' | 'double' | 'disputed';

/** Who must hold the youth and who does (views.md, section 2). */
export interface Responsibility {
  readonly legal: string;
  /** Null where no fact tells which organisation the party is. */
  readonly legalOrganisation: OrganisationUrn | null;
  readonly duty: string | null;
  /** Other parties with a claim by law. */
  readonly contestedBy: readonly string[];
  readonly actual: OrganisationUrn | 'none';
  readonly alarms: readonly ResponsibilityAlarm[];
  /** The takes that stand. */
  readonly roles: readonly HeldRole[];
  /** The takes behind the alarm `double`. */
  readonly doubles: readonly HeldRole[];
}

export interface HeldRole {
  readonly role: TakeRole;
  readonly organisation: OrganisationUrn;
  readonly since: CivilDate;
}

export function responsibilityOf(youth: Youth, legal: { readonly lead: LegalLead }): Responsibility {
  const { party, duty, organisationOf, contestedBy } = legal.lead;
  const actual = actualHolderOf(youth) ?? 'none';
  const doubles = doublesOf(youth);
  const alarms: Readonly<Record<ResponsibilityAlarm, boolean>> = {
    gap: party !== 'none' && actual === 'none',
    double: doubles.length > 0,
    disputed: isDisputed(youth),
  };
  return {
    legal: party,
    legalOrganisation: organisationOf === 'subject.lastInstitution' ? lastInstitutionOf(youth) ?? null : null,
    duty: duty ?? null,
    contestedBy: contestedBy ?? [],
    actual,
    alarms: (['gap', 'double', 'disputed'] as const).filter((alarm) => alarms[alarm]),
    roles: standingTakesOf(youth).map(toRole),
    doubles: doubles.map(toRole),
  };
}

function toRole({ role, organisation, since }: Take): HeldRole {
  return { role, organisation, since };
}

function doublesOf(youth: Youth): readonly Take[] {
  const open = openTakesOf(youth);
  return open.filter((take) => open.some((other) => other.role === take.role && other.organisation !== take.organisation));
}

/** From the dispute until the next take, in whichever role. */
function isDisputed(youth: Youth): boolean {
  const disputed = youth.history.newest('ResponsibilityDisputed');
  const closed = youth.history.newest('TrajectoryClosed');
  if (!disputed || (closed && inOrderOfTheWorld(disputed, closed) < 0)) return false;
  return !takesOf(youth).some(({ event }) => inOrderOfTheWorld(disputed, event) < 0);
}
