import { schoolStartBefore, schoolStartFrom, type Day } from './day.js';
import type { Random } from './random.js';
import type { Entry } from './tell-life.js';
import type { Window } from './life.js';

const DAYS_PER_YEAR = 365.25;
/** So that of everybody something is told. */
const LAST_DAYS = 60;
/** Youngest and oldest age in years with which a youth comes in. */
const AGES: Readonly<Record<Entry, readonly [number, number]>> = {
  vo: [15.2, 16.4], entree: [16.2, 17.6], mbo: [16.4, 20.5], pro: [16.8, 18.2], vso: [17.4, 19], left: [17, 23], unseen: [18, 26], 'self-report': [17.5, 26],
};
const AT_SCHOOL = new Set<Entry>(['vo', 'entree', 'mbo', 'pro', 'vso']);

export interface Beginning {
  readonly opensOn: Day;
  readonly birthDay: Day;
}

/** When a youth comes in, and with which age; at school with the beginning of a school year. */
export function beginningOf(entry: Entry, random: Random, { from, to }: Window): Beginning {
  const day = random.between(from, Math.max(from, to - LAST_DAYS));
  const opensOn = AT_SCHOOL.has(entry) ? schoolStartNear(day, { from, to }) : day;
  const [youngest, oldest] = AGES[entry];
  return { opensOn, birthDay: opensOn - Math.round((youngest + random.next() * (oldest - youngest)) * DAYS_PER_YEAR) };
}

/** The next one; the last one when the next one is not in the window; the day itself when neither is. */
function schoolStartNear(day: Day, { from, to }: Window): Day {
  const next = schoolStartFrom(day);
  if (next <= to) return next;
  const last = schoolStartBefore(day);
  return last >= from ? last : day;
}
