// Who holds a youth on a day, from views.md section 2.
import { has, qualification, seen, type Youth } from './situation.js';
import type { Row } from './world.js';

interface Take {
  readonly role: unknown;
  readonly by: unknown;
  /** Who handed over; undefined without a handover. */
  readonly from: string | undefined;
  readonly fact: Row;
}

/** Takes since the last closing: an accepted handover gives the lead, unless it was given back or taken back. */
function takesOn(youth: Youth, day: string): readonly Take[] {
  const closed = seen(youth, day, 'TrajectoryClosed').at(-1)?.seq ?? 0;
  return seen(youth, day, 'HandoverAccepted', 'ResponsibilityTaken').filter(({ seq }) => seq > closed).flatMap((fact): readonly Take[] => {
    if (fact.type === 'ResponsibilityTaken') return [{ role: fact.data['role'], by: fact.data['organisation'], from: undefined, fact }];
    const steps = seen(youth, day).filter(({ data }) => data['handoverId'] === fact.data['handoverId']);
    const offer = steps.find(({ type }) => type === 'HandoverOffered');
    if (!offer || steps.some(({ type }) => type === 'HandoverReturned' || type === 'HandoverRevoked')) return [];
    return [{ role: 'lead', by: offer.data['to'], from: offer.by, fact }];
  });
}

export function isHeldOn(youth: Youth, day: string): boolean {
  return has(youth, 'education', day) || takesOn(youth, day).some(({ role }) => ['lead', 'guidance', 'aftercare'].includes(String(role)));
}

export function qualifiedOn(youth: Youth, day: string): boolean {
  return qualification(youth, day) === true;
}

function birthday(birthDate: string, age: number): string {
  return `${Number(birthDate.slice(0, 4)) + age}${birthDate.slice(4)}`;
}

/** Somebody has to hold the youth: the rules of 2019 to 2025 for who is 18 or older. */
function hasLegalHolder(youth: Youth, day: string): boolean {
  const under23 = youth.birthDate !== undefined && day < birthday(youth.birthDate, 23);
  return has(youth, 'education', day) || (under23 && qualification(youth, day) === false) || has(youth, 'benefit', day) || has(youth, 'searchPeriod', day);
}

/** Two parties in one role: a handover ends the takes of who hands over, and the lead of anybody else. */
function isDouble(takes: readonly Take[]): boolean {
  let open: readonly Take[] = [];
  for (const take of takes) {
    if (take.from !== undefined) open = open.filter(({ role, by }) => by === take.by || (by !== take.from && role !== 'lead'));
    open = [...open, take];
  }
  return open.some((a) => open.some((b) => a.role === b.role && a.by !== b.by));
}

export function alarmsOn(youth: Youth, day: string): Readonly<Record<'gap' | 'double' | 'disputed', boolean>> {
  const takes = takesOn(youth, day);
  const closed = seen(youth, day, 'TrajectoryClosed').at(-1)?.seq ?? 0;
  const dispute = seen(youth, day, 'ResponsibilityDisputed').at(-1)?.seq ?? 0;
  return {
    gap: hasLegalHolder(youth, day) && !isHeldOn(youth, day),
    double: isDouble(takes),
    disputed: dispute > closed && !takes.some(({ fact }) => fact.seq > dispute),
  };
}
