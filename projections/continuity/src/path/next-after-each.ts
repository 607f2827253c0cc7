import type { CivilDate, RecordedEvent } from '@trajectboek/events';

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
