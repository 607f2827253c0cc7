import { daysBetween, type CivilDate } from '@trajectboek/events';
import type { ViewRow } from '@trajectboek/view-store';

/** Class of a row that ends on or before the day on which it begins: it is kept, and no list or count has it. */
export const NEVER = '0000';
const OPEN = '9999';
/** The day before the first date that a row can have, so that each day has a number above 0 and an older date finds nothing. */
const DAY_ZERO = '1899-12-31';
/** Four digits of base 36. */
const WIDTH = 4;
const LAST_DAY = 36 ** WIDTH - 1;

/**
 * Rows are kept apart by the year in which they end. What holds on a date ends in its year or later, and of what ends later
 * nearly all holds: a list of today does not read through every row that ever ended.
 */
export function endClassOf({ from, until }: Pick<ViewRow, 'from' | 'until'>): string {
  if (until === null) return OPEN;
  return until <= from ? NEVER : until.slice(0, 4);
}

/** Number of the day, counted so that it is above 0 for every date of a row. */
export function dayNumber(date: CivilDate): number {
  const day = daysBetween(DAY_ZERO, date);
  return Math.min(Math.max(Number.isNaN(day) ? 0 : day, 0), LAST_DAY - 1);
}

/** A day as text of which the order is from old to new. */
export function dayText(day: number): string {
  return day.toString(36).padStart(WIDTH, '0');
}

/** A day as text of which the order is from new to old. */
export function newestFirst(day: number): string {
  return dayText(LAST_DAY - day);
}

export function sinceOf(text: string): CivilDate {
  return dateOf(LAST_DAY - Number.parseInt(text, 36));
}

export function fromOf(text: string): CivilDate {
  return dateOf(Number.parseInt(text, 36));
}

/** The end of a period; an open end lies after every day. */
export function endText(until: CivilDate | null): string {
  return dayText(until === null ? LAST_DAY : dayNumber(until));
}

export function endOf(text: string): CivilDate | null {
  const day = Number.parseInt(text, 36);
  return day === LAST_DAY ? null : dateOf(day);
}

/** Which month of which year, as one number that counts up. Tallies in Redis are kept by it. */
export function monthNumber(date: CivilDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}

function dateOf(day: number): CivilDate {
  return new Date(Date.parse(DAY_ZERO) + day * 86_400_000).toISOString().slice(0, 10);
}
