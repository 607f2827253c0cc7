// C9, C19, C23 and C24: what follows from where a youth stands on each day.
import type { Asked, Second } from './ask.js';
import { causeOn } from './cause.js';
import { share, spread, type Tree } from './figures.js';
import { alarmsOn } from './holding.js';
import { has, isClosedOn, qualification, seen, statusOn, type Youth } from './situation.js';
import { openedBy } from './support.js';
import { daysFrom, eachDay, shift, type World } from './world.js';

export function youthsOf({ youths, spells, birthDates }: World): readonly Youth[] {
  return youths.map((facts, youth) => ({ facts, spells: spells[youth] ?? [], birthDate: birthDates[youth] }));
}

interface Run {
  readonly from: string;
  readonly days: number;
  /** How the day after it is; undefined when it still runs. */
  readonly next: string | undefined;
}

/** Days one after the other on which something holds. */
function runsOf(days: readonly (readonly [day: string, value: string])[], holds: (value: string) => boolean): readonly Run[] {
  const runs: Run[] = [];
  let from: string | undefined;
  for (const [day, value] of days) {
    if (holds(value)) from ??= day;
    else if (from !== undefined) {
      runs.push({ from, days: daysFrom(from, day), next: value });
      from = undefined;
    }
  }
  const last = days.at(-1)?.[0];
  return from === undefined || last === undefined ? runs : [...runs, { from, days: daysFrom(from, last), next: undefined }];
}

const isInWindow = (day: string, { from, to }: Asked): boolean => from <= day && day <= to;

function lifeOf(youth: Youth, { asOf }: Asked, valueOn: (day: string) => string): readonly (readonly [string, string])[] {
  const first = youth.facts[0]?.day;
  return first === undefined ? [] : eachDay(first, asOf).map((day) => [day, valueOn(day)] as const);
}

function episodeFigures(runs: readonly Run[]): Tree {
  const length = ({ days, next }: Run): number | null => (next === undefined ? null : days);
  return {
    episodes: runs.length,
    daysPerEpisode: spread(runs.map(length)),
    returned: share(runs.filter(({ next }) => next !== undefined && next !== 'closed').length, runs.length),
    daysUntilReturn: spread(runs.filter(({ next }) => next !== 'closed').map(length)),
  };
}

export const c9: Second = (world, asked) => {
  const followed = youthsOf(world).filter(({ facts }) => eachDay(asked.from, asked.to < asked.asOf ? asked.to : asked.asOf).some((day) => openedBy(facts, day) !== undefined));
  const runs = followed.flatMap((youth) => runsOf(lifeOf(youth, asked, (day) => statusOn(youth, day)), (status) => status === 'out-of-view')
    .filter(({ from }) => isInWindow(from, asked)).map((run) => ({ ...run, cause: causeOn(youth, run.from) })));
  return {
    youths: followed.length,
    episodesPerYouth: followed.length === 0 ? null : runs.length / followed.length,
    ...episodeFigures(runs),
    byCause: Object.fromEntries([...new Set(runs.map(({ cause }) => cause))].map((cause) => [cause, episodeFigures(runs.filter((run) => run.cause === cause))])),
  };
};

const SAID: Readonly<Record<string, string>> = { school: 'education', 'school-and-work': 'education', work: 'work', benefit: 'benefit', unknown: 'unknown' };

function oneYearLater(youth: Youth, dropout: string, asOf: string): string | undefined {
  const day = shift(dropout, 365);
  if (day > asOf) return undefined;
  if (has(youth, 'education', day)) return 'education';
  if (has(youth, 'work', day)) return 'work';
  if (['activity', 'care', 'searchPeriod'].some((facet) => has(youth, facet, day))) return 'other';
  if (has(youth, 'benefit', day)) return 'benefit';
  if (has(youth, 'explained', day) || has(youth, 'contact', day)) return 'other';
  const [year, month, date] = dropout.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year + 1, month + 3, 0));
  const until = new Date(Date.UTC(lastOfMonth.getUTCFullYear(), lastOfMonth.getUTCMonth(), Math.min(date, lastOfMonth.getUTCDate()))).toISOString().slice(0, 10);
  const said = seen(youth, asOf, 'StatusConfirmed').filter((one) => one.data['horizon'] === '1-year' && dropout < one.day && one.day <= until).at(-1);
  return said === undefined ? 'unknown' : SAID[String(said.data['situation'])] ?? 'other';
}

export const c19: Second = (world, asked) => {
  const found = youthsOf(world).flatMap((youth) => seen(youth, asked.asOf, 'DroppedOut').filter(({ day }) => isInWindow(day, asked)).map(({ day }) => oneYearLater(youth, day, asked.asOf)));
  const known = found.filter((status) => status !== undefined);
  const statuses = ['education', 'work', 'benefit', 'other', 'unknown'];
  return { n: known.length, censored: found.length - known.length, byStatus: Object.fromEntries(statuses.map((status) => [status, known.length === 0 ? null : known.filter((one) => one === status).length])) };
};

export const c23: Second = (world, asked) => {
  const days = youthsOf(world).map((youth) => lifeOf(youth, asked, (day) => {
    if (isClosedOn(youth, day) || openedBy(youth.facts, day) === undefined) return 'closed';
    return Object.entries(alarmsOn(youth, day)).filter(([, rings]) => rings).map(([alarm]) => alarm).join(' ') || 'quiet';
  }));
  const counted = days.flat().filter(([day, value]) => isInWindow(day, asked) && value !== 'closed');
  const gaps = days.flatMap((life) => runsOf(life, (value) => value.includes('gap'))).filter(({ from }) => isInWindow(from, asked));
  const rung = (alarm: string): number => counted.filter(([, value]) => value.includes(alarm)).length;
  return { youthDays: counted.length, gap: rung('gap'), double: rung('double'), disputed: rung('disputed'), daysUntilGapClosed: spread(gaps.map(({ days: length, next }) => (next === undefined || next === 'closed' ? null : length))) };
};

/** Certainly an early leaver by the national definition. */
function isEarlyLeaver(youth: Youth, day: string): boolean {
  const age = youth.birthDate === undefined ? 0 : Number(day.slice(0, 4)) - Number(youth.birthDate.slice(0, 4)) - Number(day.slice(5) < youth.birthDate.slice(5));
  const left = seen(youth, day, 'DroppedOut', 'EnrolmentEnded').some(({ data }) => data['withBasicQualification'] === false && data['reason'] !== 'switched');
  const credentials = seen(youth, day, 'CredentialAwarded').map(({ data }) => data['type']);
  const school = seen(youth, day, 'EnrolmentStarted').at(-1)?.data['schoolType'];
  const profile = seen(youth, day, 'ExitProfileSet').at(-1)?.data['profile'];
  const mayBeVso = (school === undefined || school === 'vso') && profile !== 'further-education';
  const isExcused = has(youth, 'work', day) && (credentials.includes('entree') || credentials.includes('pro') || mayBeVso);
  return age >= 12 && age < 23 && left && qualification(youth, day) === false && !has(youth, 'education', day) && !isExcused;
}

export const c24: Second = (world, asked) => {
  const leavers = youthsOf(world).filter((youth) => seen(youth, asked.asOf, 'DroppedOut', 'EnrolmentEnded').some(({ type, day, data }) => isInWindow(day, asked) && (type === 'DroppedOut' || data['reason'] !== 'switched')));
  const credentialsOf = (youth: Youth): readonly unknown[] => seen(youth, asked.asOf, 'CredentialAwarded').map(({ data }) => data['type']);
  const early = leavers.filter((youth) => isEarlyLeaver(youth, asked.asOf));
  return {
    'vsv-national': early.length,
    'vsv-local-work-ready': early.filter((youth) => !credentialsOf(youth).includes('work-ready-diploma')).length,
    'entree-without-work': leavers.filter((youth) => credentialsOf(youth).some((type) => type === 'entree' || type === 'entree-basic')
      && qualification(youth, asked.asOf) === false && !has(youth, 'education', asked.asOf) && !has(youth, 'work', asked.asOf)).length,
    leavers: leavers.length,
  };
};
