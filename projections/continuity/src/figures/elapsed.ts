import { daysBetween, plus, type CivilDate } from '@trajectboek/events';

/** Mean length of a calendar year, for rates per year of many youths. */
const DAYS_PER_YEAR = 365.25;

export function inYears(days: number): number {
  return days / DAYS_PER_YEAR;
}

/**
 * Months from one date to another, by the calendar: whole months, and the part of the month that follows. A spell that
 * lasts until the same day of the month, twelve months later, is 12 long, in leap years too.
 */
export function monthsBetween(from: CivilDate, to: CivilDate): number {
  const estimate = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  const whole = plusMonths(from, estimate) <= to ? estimate : estimate - 1;
  const start = plusMonths(from, whole);
  return whole + daysBetween(start, to) / daysBetween(start, plusMonths(from, whole + 1));
}

function plusMonths(date: CivilDate, months: number): CivilDate {
  return plus(date, `P${months}M`);
}

