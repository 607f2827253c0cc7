import { daysBetween, type CivilDate } from '@trajectboek/events';
import { isOpenOn, type Guidance, type Span } from './spells.js';

/** The persons who are guide on a day. */
export function guidesOn(guidances: readonly Guidance[], date: CivilDate): ReadonlySet<string> {
  return new Set(guidances.filter((guidance) => isOpenOn(guidance, date)).map(({ start }) => start.data.person));
}

/** Days from one date to another, the last one not included, that none of the spans covers. */
export function uncoveredDays(from: CivilDate, until: CivilDate, covers: readonly Span[]): number {
  let [free, reached] = [0, from];
  for (const { startedOn, endedOn } of covers.toSorted((a, b) => (a.startedOn < b.startedOn ? -1 : 1))) {
    const stop = startedOn < until ? startedOn : until;
    if (stop > reached) free += daysBetween(reached, stop);
    const end = endedOn ?? until;
    if (end > reached) reached = end;
  }
  return free + Math.max(0, daysBetween(reached, until));
}
