import { daysBetween, minus, type CivilDate } from '@trajectboek/events';
import type { ViewRow } from '@trajectboek/view-store';

/** Stored instead of an open end, so that one comparison finds both. */
export const OPEN_END = '9999-12-31';
const BEFORE_ALL = '';
const LONGEST_BOUNDED = 6;

/**
 * Rows are kept apart by the length of their period: class 0 has no end, class n lasts at most 4^n days, the last one
 * anything longer. A row of class n that holds on a date began less than 4^n days before it. So each class is a short
 * range of an index on `from`, in the order of the list, of which a good part holds: without the classes a list of today
 * would read through every row that ever ended.
 */
export const LENGTH_CLASSES: readonly number[] = Array.from({ length: LONGEST_BOUNDED + 2 }, (_, index) => index);

export function lengthClassOf({ from, until }: Pick<ViewRow, 'from' | 'until'>): number {
  if (until === null) return 0;
  const days = daysBetween(from, until);
  let lengthClass = 1;
  while (lengthClass <= LONGEST_BOUNDED && days > 4 ** lengthClass) lengthClass += 1;
  return lengthClass;
}

/** The earliest `from` that a row of the class can have when it holds on the date. */
export function earliestFrom(lengthClass: number, asOf: CivilDate): CivilDate {
  const bounded = lengthClass > 0 && lengthClass <= LONGEST_BOUNDED;
  return bounded ? minus(asOf, `P${4 ** lengthClass - 1}D`) : BEFORE_ALL;
}
