import { findRole } from '@trajectboek/access';
import { getEventType, type DataClass, type EventName, type RecordedEvent } from '@trajectboek/events';
import type { TimelineEntry } from '@trajectboek/timeline';

/** Classes whose kinds of events already say too much. */
const TELLING: ReadonlySet<DataClass> = new Set(['health', 'criminal']);

/**
 * What the data classes of a role leave of a timeline, whatever the organisation may see: of an event of another class only
 * that it happened, and of health and the judge nothing. Without a role nothing is left.
 */
export function withinClasses(entries: readonly TimelineEntry[], role: string, known: readonly RecordedEvent[]): readonly TimelineEntry[] {
  const allowed = new Set<DataClass>(findRole(role)?.dataClasses ?? []);
  const types = new Map<string, EventName>(known.map(({ eventId, type }) => [eventId, type]));
  return entries.flatMap((entry): readonly TimelineEntry[] => {
    const dataClass = getEventType(aboutType(entry, types)).dataClass;
    if (allowed.has(dataClass)) return [entry];
    return TELLING.has(dataClass) ? [] : [{ ...entry, level: 'that', data: null }];
  });
}

/** What corrects or withdraws an event repeats what that event said, and is of its class. */
function aboutType({ eventId, type, data }: TimelineEntry, types: ReadonlyMap<string, EventName>): EventName {
  const { correctedEventId, retractedEventId }: { readonly correctedEventId?: string; readonly retractedEventId?: string } = data ?? {};
  const own = types.get(eventId);
  if (own === undefined) throw new Error(`a timeline has an event of type ${type} that is not known`);
  return types.get(correctedEventId ?? retractedEventId ?? '') ?? own;
}
