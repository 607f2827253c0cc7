import { dayAfter, daysBetween, earlierOf, laterOf, type CivilDate, type Stretch } from '@trajectboek/events';

/** Periods side by side in which something holds, as one. */
export interface Episode<Answer> {
  readonly startedOn: CivilDate;
  readonly days: number;
  /** The answer on the first day. */
  readonly first: Answer;
  /** The answer that ended it; undefined while it runs. */
  readonly next: Answer | undefined;
}

/** @param asOf the last day that the periods know of; a running episode lasts from its start to that day */
export function episodesOf<Answer>(periods: readonly Stretch<Answer>[], asOf: CivilDate, holds: (answer: Answer) => boolean): readonly Episode<Answer>[] {
  const episodes: Episode<Answer>[] = [];
  let open: Stretch<Answer> | undefined;
  for (const period of periods) {
    if (holds(period.value)) {
      open ??= period;
      continue;
    }
    if (open) episodes.push({ startedOn: open.from, days: daysBetween(open.from, period.from), first: open.value, next: period.value });
    open = undefined;
  }
  if (open) episodes.push({ startedOn: open.from, days: daysBetween(open.from, asOf), first: open.value, next: undefined });
  return episodes;
}

/** Days of a period within a window, both of its days included. */
export function daysWithin({ from, until }: Stretch<unknown>, [first, last]: readonly [CivilDate, CivilDate]): number {
  const afterLast = dayAfter(last);
  return Math.max(0, daysBetween(laterOf(from, first), earlierOf(until ?? afterLast, afterLast)));
}
