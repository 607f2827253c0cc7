import { daysBetween, type CivilDate } from '@trajectboek/events';
import type { ViewRow } from '@trajectboek/view-store';

const LONGEST_BOUNDED = 6;
const LAST_CLASS = LONGEST_BOUNDED + 1;
/** Class of a row that ends on or before the day on which it begins: it is kept, and no index has it. */
export const NEVER = '-';
/** The day before the first date that a row can have, so that each day has a number above 0 and an older date finds nothing. */
const DAY_ZERO = '1899-12-31';
/** Four digits of base 36. */
const WIDTH = 4;
const LAST_DAY = 36 ** WIDTH - 1;

/**
 * Rows are kept apart by the length of their period: class 0 has no end, class n lasts at most 4^n days, the last one
 * anything longer. A row of class n that holds on a date began less than 4^n days before it. So each class is a short
 * range of an index on `from`, in the order of the list, of which a good part holds.
 */
export function lengthClassOf({ from, until }: Pick<ViewRow, 'from' | 'until'>): string {
  if (until === null) return '0';
  const days = daysBetween(from, until);
  if (days <= 0) return NEVER;
  let lengthClass = 1;
  while (lengthClass < LAST_CLASS && days > 4 ** lengthClass) lengthClass += 1;
  return `${lengthClass}`;
}

/** Number of the day, counted so that it is above 0 for every date of a row. */
export function dayNumber(date: CivilDate): number {
  const day = daysBetween(DAY_ZERO, date);
  return Math.min(Math.max(Number.isNaN(day) ? 0 : day, 0), LAST_DAY - 1);
}

/** Per class the earliest day on which a row can have begun when it holds on this day, as `newestFirst` writes it. */
export function earliestStarts(day: number): readonly string[] {
  return Array.from({ length: LAST_CLASS + 1 }, (_, lengthClass) => {
    const bounded = lengthClass > 0 && lengthClass < LAST_CLASS;
    return newestFirst(bounded ? Math.max(day - 4 ** lengthClass + 1, 0) : 0);
  });
}

/** A day as text of which the order is from new to old. */
export function newestFirst(day: number): string {
  return digits(LAST_DAY - day);
}

export function startOf(text: string): CivilDate {
  return dateOf(LAST_DAY - Number.parseInt(text, 36));
}

/** The end of a period as text of one width; an open end lies after every day. */
export function endText(until: CivilDate | null): string {
  return digits(until === null ? LAST_DAY : dayNumber(until));
}

export function endOf(text: string): CivilDate | null {
  const day = Number.parseInt(text, 36);
  return day === LAST_DAY ? null : dateOf(day);
}

function digits(day: number): string {
  return day.toString(36).padStart(WIDTH, '0');
}

function dateOf(day: number): CivilDate {
  return new Date(Date.parse(DAY_ZERO) + day * 86_400_000).toISOString().slice(0, 10);
}
