import { dayAfter, isCivilDate, minus, plus, type CivilDate, type Period } from '@trajectboek/events';

function dayInYear(dayOfYear: string, year: number): CivilDate {
  const date = `${year}-${dayOfYear}`;
  return isCivilDate(date) ? date : `${year}-02-28`;
}

function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4));
}

/** The first such day of the year (`MM-DD`) on or after the date. */
export function firstDayOnOrAfter(dayOfYear: string, date: CivilDate): CivilDate {
  const sameYear = dayInYear(dayOfYear, yearOf(date));
  return sameYear >= date ? sameYear : dayInYear(dayOfYear, yearOf(date) + 1);
}

/** The most recent such day of the year on or before the date, a number of years earlier. */
export function lastDayOnOrBefore(dayOfYear: string, date: CivilDate, yearsBack: number): CivilDate {
  const sameYear = dayInYear(dayOfYear, yearOf(date));
  const year = yearOf(date) - yearsBack - (sameYear <= date ? 0 : 1);
  return dayInYear(dayOfYear, year);
}

export interface Move {
  readonly by: Period;
  readonly back: boolean;
}

function moved(date: CivilDate, { by, back }: Move): CivilDate {
  return back ? minus(date, by) : plus(date, by);
}

/** A month has 28 to 31 days, so the way back over months may miss the day by this much. */
const UNEVEN_MONTHS = 4;

/** The first date that, moved, lies after the limit. */
export function firstDateThatMovesPast(limit: CivilDate, move: Move): CivilDate {
  let date = minus(moved(limit, { ...move, back: !move.back }), `P${UNEVEN_MONTHS}D`);
  while (moved(date, move) <= limit) date = dayAfter(date);
  return date;
}

/** A period some times over, counted from the start so that the day of the month is kept. */
export function times(period: Period, count: number): Period {
  return period.replace(/\d+/g, (digits) => String(Number(digits) * count));
}
