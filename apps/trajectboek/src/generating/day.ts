import type { CivilDate } from '@trajectboek/events';

/** A calendar day as the number of days since 1970-01-01: lives are put together with sums of days. */
export type Day = number;

const MS_PER_DAY = 86_400_000;
const texts: CivilDate[] = [];

export function dayOf(date: CivilDate): Day {
  return Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
}

export function dateOf(day: Day): CivilDate {
  return texts[day] ??= new Date(day * MS_PER_DAY).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** The day in a year; months count from 1. */
export function dayIn(year: number, month: number, day: number): Day {
  return Date.UTC(year, month - 1, day) / MS_PER_DAY;
}

export function yearOf(day: Day): number {
  return Number(dateOf(day).slice(0, 'YYYY'.length));
}

/** The first Monday of September, or later, that lies on or after a day. */
export function schoolStartFrom(day: Day): Day {
  const start = schoolStartIn(yearOf(day));
  return start >= day ? start : schoolStartIn(yearOf(day) + 1);
}

/** The first Monday of September. */
export function schoolStartIn(year: number): Day {
  const first = dayIn(year, 9, 1);
  const weekday = (first + 3) % 7;
  return first + (weekday === 0 ? 0 : 7 - weekday);
}

/** The second Friday of July: the last school day of a school year that began in a year. */
export function schoolEndAfter(start: Day): Day {
  const first = dayIn(yearOf(start) + 1, 7, 1);
  const weekday = (first + 3) % 7;
  return first + ((4 - weekday + 7) % 7) + 7;
}

/** The last school start on or before a day. */
export function schoolStartBefore(day: Day): Day {
  const start = schoolStartIn(yearOf(day));
  return start <= day ? start : schoolStartIn(yearOf(day) - 1);
}

/** The date with which a school year counts early leavers. */
export function countDayOf(schoolYear: number): Day {
  return dayIn(schoolYear, 10, 1);
}
