// Status and facets of one youth on one day, from views.md section 1.
import { isContact, isOn } from './support.js';
import { shift, type Row, type Spell } from './world.js';

/** What stood of one youth. */
export interface Youth {
  readonly facts: readonly Row[];
  readonly spells: readonly Spell[];
  readonly birthDate: string | undefined;
}

export const seen = ({ facts }: Youth, day: string, ...types: readonly string[]): readonly Row[] =>
  facts.filter((fact) => fact.day <= day && (types.length === 0 || types.includes(fact.type)));

const text = (value: unknown): string => String(value);

/** Closed by the last closing, unless an opening came after it. */
export function isClosedOn(youth: Youth, day: string): boolean {
  return seen(youth, day, 'TrajectoryOpened', 'TrajectoryClosed').at(-1)?.type === 'TrajectoryClosed';
}

export function has(youth: Youth, facet: string, day: string): boolean {
  const open = youth.spells.filter((spell) => isOn(spell, day));
  const places = open.filter(({ kind }) => kind === 'placement').map(({ start: { data } }) => (data['kind'] === 'day-activity' ? 'care' : data['paid'] === true ? 'work' : 'activity'));
  const isOpen = (kind: string): boolean => open.some((spell) => spell.kind === kind);
  switch (facet) {
    case 'education': return isOpen('enrolment');
    case 'work': return places.includes('work');
    case 'activity': return places.includes('activity') || isOpen('track') || (isOpen('internship') && !isOpen('enrolment'));
    case 'care': return places.includes('care') || isOpen('stay');
    case 'searchPeriod': return searchPeriods(youth, day).some((period) => text(period.data['endsOn']) >= day && !seen(youth, day, 'BenefitDecided').some((decision) => decision.day >= period.day));
    case 'benefit': return isOpen('benefit');
    case 'explained': return isExplained(youth, open, day);
    case 'contact': return seen(youth, day).some((fact) => isContact(fact) && shift(fact.day, 90) >= day);
    default: throw new Error(facet);
  }
}

function isExplained(youth: Youth, open: readonly Spell[], day: string): boolean {
  return seen(youth, day, 'InactivityExplained').some(({ data }) => day < text(data['recheckOn']))
    || open.some(({ kind, start }) => kind === 'interruption' && day < text(start.data['recheckOn']))
    || seen(youth, day, 'EnrolmentEnded').some(({ data }) => data['nextStartsOn'] !== undefined && day <= shift(text(data['nextStartsOn']), 14));
}

/** Not waived: a waiver is about the report that the period follows, until the next report. */
export function searchPeriods(youth: Youth, day: string): readonly Row[] {
  const reports = seen(youth, day, 'BenefitReported');
  const reportedBetween = (after: string, until: string): boolean => reports.some((report) => after < report.day && report.day <= until);
  return seen(youth, day, 'SearchPeriodStarted').filter((period) => !seen(youth, day, 'SearchPeriodWaived').some((waiver) => {
    if (waiver.day < period.day) return !reportedBetween(waiver.day, period.day);
    return waiver.day <= text(period.data['endsOn']) || !reportedBetween(period.day, waiver.day);
  }));
}

const BY_FACET = [['education', 'education'], ['work', 'work'], ['activity', 'activity'], ['care', 'care'], ['searchPeriod', 'search-period'], ['benefit', 'benefit'], ['explained', 'explained'], ['contact', 'in-contact']] as const;

export function statusOn(youth: Youth, day: string): string {
  if (isClosedOn(youth, day)) return 'closed';
  if (has(youth, 'education', day) && has(youth, 'work', day)) return 'education-and-work';
  return BY_FACET.find(([facet]) => has(youth, facet, day))?.[1] ?? 'out-of-view';
}

/** Known to hold a basic qualification, known not to, or unknown (schemes.yaml, subjectFacts). */
export function qualification(youth: Youth, day: string): boolean | undefined {
  if (seen(youth, day, 'CredentialAwarded').some(({ data }) => data['basicQualification'] === true)) return true;
  const said = seen(youth, day, 'EnrolmentEnded', 'DroppedOut').map(({ data }) => data['withBasicQualification']);
  return said.includes(false) && !said.includes(true) ? false : undefined;
}
