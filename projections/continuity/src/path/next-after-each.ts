import type { CivilDate, RecordedEvent } from '@trajectboek/events';

export function laterOf(a: CivilDate, b: CivilDate): CivilDate {
  return a > b ? a : b;
}

export function earlierOf(a: CivilDate, b: CivilDate): CivilDate {
  return a < b ? a : b;
}

/** How many items of a list lie before a border, where all that do come first. Halves the list each time: a long life has many. */
export function countBefore<Item>(items: readonly Item[], isBefore: (item: Item) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && isBefore(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** For each event the day of the first one after it, in the order given, that is wanted; undefined when none follows. */
export function nextAfterEach(events: readonly RecordedEvent[], isWanted: (event: RecordedEvent) => boolean): ReadonlyMap<RecordedEvent, CivilDate | undefined> {
  const nextOf = new Map<RecordedEvent, CivilDate | undefined>();
  let next: CivilDate | undefined;
  for (const event of events.toReversed()) {
    nextOf.set(event, next);
    if (isWanted(event)) next = event.occurredOn;
  }
  return nextOf;
}
