import { EventType } from '../language/event-type.js';
import { Day } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

/** UWV registered the youth as a job seeker; a register entry is neither contact nor work. */
@EventType({ label: 'Ingeschreven als werkzoekende', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class JobSeekerRegistered extends Occurrence {
  @Day() from!: string;
}
