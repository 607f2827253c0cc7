import { daysBetween, earlierOf, laterOf, type CivilDate } from '@trajectboek/events';
import { isOpenOn, type Guidance, type Span } from './spells.js';

/** The persons who are guide on a day. */
export function guidesOn(guidances: readonly Guidance[], date: CivilDate): ReadonlySet<string> {
  return new Set(guidances.filter((guidance) => isOpenOn(guidance, date)).map(({ start }) => start.data.person));
}

/**
 * Days from one date to another, the last one not included, that none of the spans covers.
 * @param covers in the order in which they start
 */
export function uncoveredDays(from: CivilDate, until: CivilDate, covers: readonly Span[]): number {
  let [free, reached] = [0, from];
  for (const { startedOn, endedOn } of covers) {
    free += daysUpTo(earlierOf(startedOn, until), reached);
    reached = laterOf(reached, endedOn ?? until);
  }
  return free + daysUpTo(until, reached);
}

function daysUpTo(date: CivilDate, from: CivilDate): number {
  return Math.max(0, daysBetween(from, date));
}
