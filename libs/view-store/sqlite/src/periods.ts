import type { ViewRow } from '@trajectboek/view-store';

/** Stored instead of an open end, so that one comparison finds both. */
export const OPEN_END = '9999-12-31';
/** Class of a row that ends on or before the day on which it begins: it is kept, and no list or count has it. */
export const NEVER = 0;

/**
 * Rows are kept apart by the year in which they end. What holds on a date ends in its year or later, and of what ends
 * later and is on a list since that date or before, nearly all holds: without the classes a list of today would read
 * through every row that ever ended.
 */
export function endClassOf({ from, until }: Pick<ViewRow, 'from' | 'until'>): number {
  if (until !== null && until <= from) return NEVER;
  return yearOf(until ?? OPEN_END);
}

export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}
