import { dayAfter, earlierOf, type CivilDate } from '@trajectboek/events';

/** The period in which an item has to start to be counted; both days included. It is followed up to `asOf`. */
export interface Window {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly asOf: CivilDate;
}

/** True when an item with this starting date counts. */
export function counts(window: Window, date: CivilDate): boolean {
  return window.from <= date && date <= window.to && date <= window.asOf;
}

/** The last day of the window that has been. */
export function lastDayOf({ to, asOf }: Window): CivilDate {
  return earlierOf(to, asOf);
}

/** From the first day of the window up to the day after the last one that has been. */
export function boundsOf(window: Window): readonly [CivilDate, CivilDate] {
  return [window.from, dayAfter(lastDayOf(window))];
}

/** The items that start in the window. */
export function startingIn<Item extends { readonly occurredOn: CivilDate }>(window: Window, items: readonly Item[]): readonly Item[] {
  return items.filter(({ occurredOn }) => counts(window, occurredOn));
}
