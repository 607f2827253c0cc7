// A second, naive way to compute some metrics, to compare with: it walks through the days one by one and keeps lists.
import type { Fact } from './given.js';

export type WindowDates = readonly [from: string, to: string, asOf: string];
/** Lengths that ended, and how many still ran. */
export interface Naive {
  readonly ended: readonly number[];
  readonly running: number;
}

const DAY = 86_400_000;

export function field(fact: Fact, name: string): unknown {
  return (fact.data as Readonly<Record<string, unknown>>)[name];
}

/** Every day from one date to another, both included. */
export function days(from: string, to: string): readonly string[] {
  const list: string[] = [];
  for (let time = Date.parse(from); time <= Date.parse(to); time += DAY) list.push(new Date(time).toISOString().slice(0, 10));
  return list;
}

export function isIn(at: string, [from, to, asOf]: WindowDates): boolean {
  const [day, ...edges] = [at, from, to, asOf].map((date) => Date.parse(date) / DAY) as [number, number, number, number];
  return day - edges[0] >= 0 && edges[1] - day >= 0 && edges[2] - day >= 0;
}

interface Item {
  readonly start: Fact;
  closedBy: Fact | undefined;
}

/** Plays the days up to `asOf` and closes what each end closes. */
export function play(facts: readonly Fact[], pairs: Readonly<Record<string, readonly [end: string, key: string]>>, asOf: string): readonly Item[] {
  const items: Item[] = [];
  for (const day of days('2020-01-01', asOf)) {
    const today = facts.filter(({ at }) => at === day);
    items.push(...today.filter(({ type }) => type in pairs).map((start) => ({ start, closedBy: undefined })));
    for (const end of today) {
      const open = items.filter(({ start, closedBy }) => !closedBy && pairs[start.type]?.[0].split(' ').includes(end.type)
        && field(start, pairs[start.type]?.[1] ?? '') === field(end, pairs[start.type]?.[1] ?? ''));
      const older = open.filter(({ start }) => start.at !== day);
      for (const item of older.length > 0 ? older : open) item.closedBy = end;
    }
  }
  return items;
}

const PATH = {
  EnrolmentStarted: ['EnrolmentEnded', 'institution'],
  PlacementStarted: ['PlacementEnded JobLost', 'placementId'],
  TrackStarted: ['TrackEnded', 'programme'],
  InternshipStarted: ['InternshipEnded', 'internshipId'],
} as const;
const EXITS = ['EnrolmentEnded', 'PlacementEnded', 'JobLost'];

export function transitionGaps(facts: readonly Fact[], window: WindowDates): Naive {
  const asOf = window[2];
  const items = play(facts, PATH, asOf);
  const isOpenAfter = (day: string, { start, closedBy }: Item): boolean => start.at <= day && (!closedBy || closedBy.at > day);
  const gaps = facts.filter(({ type, at }) => EXITS.includes(type) && isIn(at, window)).map((exit) => {
    const index = days(exit.at, asOf).findIndex((day) => items.some((item) => {
      const inSchool = items.some((other) => other.start.type === 'EnrolmentStarted' && isOpenAfter(day, other));
      if (item.start.type === 'InternshipStarted' && inSchool) return false;
      return isOpenAfter(day, item) || (item.start.at === day && item.closedBy !== exit);
    }));
    return index;
  });
  return { ended: gaps.filter((gap) => gap >= 0), running: gaps.filter((gap) => gap < 0).length };
}

export function searches(facts: readonly Fact[], window: WindowDates): Naive {
  const items = play(facts, { InternshipSearchStarted: ['InternshipSearchEnded', 'none'] }, window[2]).filter(({ start }) => isIn(start.at, window));
  return {
    ended: items.flatMap(({ start, closedBy }) => (closedBy ? [days(start.at, closedBy.at).length - 1] : [])),
    running: items.filter(({ closedBy }) => !closedBy).length,
  };
}

export function trackOutcomes(facts: readonly Fact[], window: WindowDates): Readonly<Record<string, number>> {
  const outcomes: Record<string, number> = { started: 0, completed: 0 };
  for (const { start, closedBy } of play(facts, PATH, window[2])) {
    if (start.type !== 'TrackStarted' || !isIn(start.at, window)) continue;
    outcomes['started'] = (outcomes['started'] ?? 0) + 1;
    if (!closedBy) continue;
    if (field(closedBy, 'completed') === true) outcomes['completed'] = (outcomes['completed'] ?? 0) + 1;
    for (const result of field(closedBy, 'result') as string[]) outcomes[result] = (outcomes[result] ?? 0) + 1;
  }
  return outcomes;
}

/** A counter that goes up every day and back to 0 on a day with contact. */
export function longestSilence(facts: readonly Fact[], window: WindowDates): number | undefined {
  const [from, to, asOf] = window;
  let [silence, longest, mayGrow]: [number, number | undefined, boolean] = [0, undefined, false];
  let hasOpened = false;
  for (const day of days('2020-01-01', asOf)) {
    const opensToday = facts.some(({ type, at }) => type === 'TrajectoryOpened' && at === day);
    hasOpened ||= opensToday;
    const begins = hasOpened && (day === from || (opensToday && day >= from) || (day > from && facts.some(({ type, at }) => type === 'ContactMade' && at === day)));
    if (mayGrow) longest = Math.max(longest ?? 0, silence += 1);
    if (begins) [silence, mayGrow] = [0, day <= to];
    if (mayGrow) longest ??= 0;
  }
  return longest;
}

/** Spells of paid work: a day is worked or not, and 28 days without work at most lie within a spell. */
export function workSpells(facts: readonly Fact[], asOf: string): readonly (readonly [start: string, end: string | undefined])[] {
  const items = play(facts, PATH, asOf).filter(({ start }) => start.type === 'PlacementStarted');
  const spells: [string, string | undefined][] = [];
  let idle = Infinity;
  for (const day of days('2020-01-01', asOf)) {
    const works = items.some(({ start, closedBy }) => start.at <= day && (!closedBy || day < closedBy.at));
    const last = spells.at(-1);
    if (works && (!last || idle > 28)) spells.push([day, undefined]);
    else if (works && last) last[1] = undefined;
    else if (last && last[1] === undefined) last[1] = day;
    idle = works ? 0 : idle + 1;
  }
  return spells;
}

/** Kaplan-Meier one spell at a time: each end takes 1/n of what is left, n being those who are not yet done. */
export function retention(spells: readonly { readonly time: number; readonly ended: boolean }[], moment: number): readonly [number, number | null] {
  const inOrder = spells.toSorted((a, b) => a.time - b.time || Number(b.ended) - Number(a.ended));
  let survival = 1;
  inOrder.forEach(({ time, ended }, index) => {
    if (ended && time <= moment) survival -= survival / (inOrder.length - index);
  });
  const atRisk = spells.filter(({ time }) => !(time < moment)).length;
  return [atRisk, atRisk === 0 && Math.abs(survival) > 1e-12 ? null : survival];
}
