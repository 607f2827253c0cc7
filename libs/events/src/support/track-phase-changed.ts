import { EventType } from '../language/event-type.js';
import { Code, Optional } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

/** A provider reports that the youth moved to another phase of the track; keeps the activity facet fresh. */
@EventType({ label: 'Fase in traject gewijzigd', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class TrackPhaseChanged extends Occurrence {
  @Code() programme!: string;
  @Code() phase!: string;
  @Optional() @Code() from?: string;
}
