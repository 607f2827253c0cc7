import { EventType } from '../language/event-type.js';
import { Code, Day, Flag, OneOf, Optional, Organisation } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const TRACK_STARTED_GOAL = ['school', 'work', 'care', 'orientation', 'stabilisation'] as const;

/** A provider started a track: opens the activity facet, which grows stale after six months, not twelve. */
@EventType({ label: 'Traject gestart', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class TrackStarted extends Occurrence {
  @Code() programme!: string;
  @Organisation() provider!: string;
  @OneOf(TRACK_STARTED_GOAL) goal!: (typeof TRACK_STARTED_GOAL)[number];
  @Optional() @Day() plannedEnd?: string;
  @Optional() @Flag() enrolledElsewhere?: boolean;
  @Optional() @Code() fundingScheme?: string;
}
