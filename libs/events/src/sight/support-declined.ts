import { EventType } from '../language/event-type.js';
import { Day, Optional } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

/** The youth refuses help for now; out of view by this cause once the recheck date has passed or is absent. */
@EventType({ label: 'Hulp geweigerd', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class SupportDeclined extends Occurrence {
  @Optional() @Day() recheckOn?: string;
}
