// C21 and C22: aftercare and deadlines, each scheme written out from its own row in schemes.yaml.
import type { Asked, Second } from './ask.js';
import { share, type Tree } from './figures.js';
import { seen, type Youth } from './situation.js';
import { shift, type Row, type World } from './world.js';
import { youthsOf } from './views.js';

type Matches = (act: Row, start: Row, youth: Youth) => boolean;

interface Deadline {
  readonly start: (fact: Row) => boolean;
  readonly due: (start: Row, world: World) => string;
  readonly satisfies: Matches;
  readonly cancels: Matches;
  readonly notBefore?: (start: Row, world: World) => string;
}

const isOf = (...types: readonly string[]): Matches => ({ type }) => types.includes(type);
const same = (field: string, ...types: readonly string[]): Matches => ({ type, data }, start) => types.includes(type) && data[field] === start.data[field];
/** On the day of the start it may be another enrolment at the school that ended (views.md, readings). */
const endsEnrolment: Matches = (act, start, youth) => same('institution', 'EnrolmentEnded')(act, start, youth)
  && (act.day > start.day || youth.spells.some((spell) => spell.start === start && spell.end === act));
/** Not the assignment that this very end closed on the day on which it began. */
const assignsAnother: Matches = (act, start, youth) => same('role', 'GuideAssigned')(act, start, youth) && !youth.spells.some((spell) => spell.start === act && spell.end === start);
const never: Matches = () => false;
const latest = (...dates: readonly unknown[]): string => dates.filter((date) => date !== undefined).map(String).sort().at(-1) ?? '';
const later = (world: World, date: string, period: string): string => String(world.rows(`SELECT date(:date, '+${period}', 'floor') AS day`, { date })[0]?.['day']);

const DEADLINES: Readonly<Record<string, Deadline>> = {
  'handover-answer': {
    start: ({ type }) => type === 'HandoverOffered', due: ({ day, data }) => latest(day, data['answerBy']),
    satisfies: same('handoverId', 'HandoverAccepted', 'HandoverReturned'), cancels: same('handoverId', 'HandoverRevoked'),
  },
  'handover-arrival': {
    start: ({ type }) => type === 'HandoverOffered', due: ({ day, data }) => latest(day, shift(latest(data['answerBy'], data['expectedStart']), 14)),
    satisfies: same('handoverId', 'HandoverCompleted'), cancels: same('handoverId', 'HandoverReturned', 'HandoverRevoked'),
  },
  'dropout-contact': {
    start: ({ type }) => type === 'DroppedOut', due: ({ day }) => shift(day, 14), cancels: never,
    satisfies: isOf('ContactAttempted', 'ContactMade', 'MeetingHeld', 'HandoverCompleted', 'EnrolmentStarted', 'PlacementStarted', 'TrackStarted'),
  },
  'referral-start': {
    start: ({ type }) => type === 'ReferralMade', due: ({ day }) => shift(day, 42), cancels: never,
    satisfies: isOf('SupportStarted', 'TrackStarted', 'IntakeHeld', 'HandoverAccepted', 'GuideAssigned'),
  },
  'bsa-entree': {
    start: ({ type, data }) => type === 'EnrolmentStarted' && data['schoolType'] === 'entree', due: ({ day }, world) => later(world, day, '4 months'),
    satisfies: same('institution', 'StudyAdviceIssued'), cancels: endsEnrolment, notBefore: ({ day }, world) => later(world, day, '3 months'),
  },
  'guide-vacancy': {
    start: ({ type, data }) => type === 'GuideEnded' && data['successor'] === undefined && ['phase-ended', 'left-organisation', 'handed-over'].includes(String(data['reason'])),
    due: ({ day }) => shift(day, 14), satisfies: assignsAnother, cancels: never,
  },
};
export const CLOCKS = Object.keys(DEADLINES);

/** Events of the day of the start are taken after it. */
function actsAfter(start: Row, youth: Youth, asOf: string): readonly Row[] {
  return seen(youth, asOf).filter(({ seq, day }) => day >= start.day && seq !== start.seq);
}

type Outcome = 'metOnTime' | 'metLate' | 'missed' | 'running';

/** What came of one deadline; undefined when it was cancelled before it was due. */
function outcomeOf(deadline: Deadline, start: Row, { world, youth, asOf }: { world: World; youth: Youth; asOf: string }): Outcome | undefined {
  const due = deadline.due(start, world);
  const earliest = deadline.notBefore?.(start, world) ?? '';
  const after = actsAfter(start, youth, asOf);
  const acts = after.filter(({ day }) => day >= earliest);
  const met = acts.find((act) => deadline.satisfies(act, start, youth));
  const cancelled = after.find((act) => act.type === 'TrajectoryClosed' || deadline.cancels(act, start, youth));
  if (cancelled && (!met || cancelled.seq < met.seq)) return cancelled.day <= due ? undefined : 'missed';
  if (met) return met.day <= due ? 'metOnTime' : 'metLate';
  return asOf > due ? 'missed' : 'running';
}

export const c22: Second = (world, asked) => {
  const found = youthsOf(world).flatMap((youth) => Object.entries(DEADLINES).flatMap(([scheme, deadline]) => youth.facts
    .filter((fact) => deadline.start(fact) && asked.from <= fact.day && fact.day <= asked.to)
    .map((start) => [scheme, outcomeOf(deadline, start, { world, youth, asOf: asked.asOf })] as const)));
  const known = found.filter(([, outcome]) => outcome !== undefined);
  const of = (scheme: string, outcome: Outcome): number => known.filter((one) => one[0] === scheme && one[1] === outcome).length;
  return Object.fromEntries([...new Set(known.map(([scheme]) => scheme))].map((scheme): [string, Tree] =>
    [scheme, { metOnTime: of(scheme, 'metOnTime'), metLate: of(scheme, 'metLate'), missed: of(scheme, 'missed'), running: of(scheme, 'running') }]));
};

interface Aftercare {
  readonly scheme: string;
  readonly schoolTypes?: readonly string[];
  readonly months: number;
  readonly periods: number;
}

/** Schemes that ask for a contact in every period from the end of school. */
const AFTERCARE: readonly Aftercare[] = [
  { scheme: 'aftercare-pro-follow-2y', schoolTypes: ['pro', 'vso'], months: 6, periods: 4 },
  { scheme: 'monitoring-arnhem', months: 12, periods: 3 },
];
export const AFTERCARE_CLOCKS = AFTERCARE.map(({ scheme }) => scheme);

function isAftercareContact({ type, data }: Row): boolean {
  if (type === 'ContactMade') return data['purpose'] === 'aftercare' || data['purpose'] === 'work-check';
  if (type === 'ContactAttempted') return data['purpose'] === 'aftercare' && data['reached'] === true;
  return type === 'AftercareStarted' || type === 'StatusConfirmed';
}

/** Whether each period that is over had a contact; null while the first one runs, or when the scheme stopped within it. */
function isCovered({ scheme, months, periods }: Aftercare, exit: Row, { world, youth, asOf }: { world: World; youth: Youth; asOf: string }): boolean | null {
  const acts = actsAfter(exit, youth, asOf);
  const stopped = acts.find(({ type, data }) => type === 'TrajectoryClosed' || (type === 'AftercareEnded' && data['scheme'] === scheme))?.day;
  let [covered, after]: [boolean | null, string] = [null, ''];
  for (let period = 1; period <= periods; period += 1) {
    const until = later(world, exit.day, `${months * period} months`);
    if (until >= asOf || (stopped !== undefined && until > stopped)) return covered;
    covered = (covered ?? true) && acts.some((fact) => isAftercareContact(fact) && after < fact.day && fact.day <= until);
    after = until;
  }
  return covered;
}

export const c21: Second = (world, asked: Asked) => {
  const found = youthsOf(world).flatMap((youth) => youth.facts.filter(({ type, day }) => type === 'EnrolmentEnded' && asked.from <= day && day <= asked.to).flatMap((exit) => {
    const school = youth.facts.filter(({ type, day }) => type === 'EnrolmentStarted' && day <= exit.day).at(-1)?.data['schoolType'];
    return AFTERCARE.filter(({ schoolTypes }) => schoolTypes === undefined || schoolTypes.includes(String(school))).map((scheme) => isCovered(scheme, exit, { world, youth, asOf: asked.asOf }));
  }));
  const known = found.filter((covered) => covered !== null);
  return { ...share(known.filter(Boolean).length, known.length), censored: found.length - known.length };
};
