import { EventType } from '../language/event-type.js';
import { Code, Flag, ListOf } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const TRACK_ENDED_RESULT = ['school', 'work', 'own-business', 'day-activity', 'care', 'nominated-for-work', 'stabilised', 'obstacle-removed', 'no-result', 'stopped-by-youth', 'returned-to-sender'] as const;

/** A provider ended a track; more than one result may hold, and a start of school or work is an event of its own. */
@EventType({ label: 'Traject beëindigd', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class TrackEnded extends Occurrence {
  @Code() programme!: string;
  @ListOf(TRACK_ENDED_RESULT) result!: (typeof TRACK_ENDED_RESULT)[number][];
  @Flag() completed!: boolean;
}
