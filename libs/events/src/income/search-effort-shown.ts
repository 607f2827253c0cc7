import { EventType } from '../language/event-type.js';
import { Flag } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

/** A youth showed how he searched for work or school; the municipality says whether it was enough. */
@EventType({ label: 'Zoekinspanning aangetoond', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class SearchEffortShown extends Occurrence {
  @Flag() sufficient!: boolean;
}
