import { EventType } from '../language/event-type.js';
import { Code, Day, OneOf, Optional, Organisation } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const AFTERCARE_STARTED_MODE = ['active', 'on-request', 'pilot-flame'] as const;

/** A party keeps an eye on the youth after the place was found; starts the clock of its next contact. */
@EventType({ label: 'Nazorg gestart', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class AftercareStarted extends Occurrence {
  @Code() scheme!: string;
  @Organisation() organisation!: string;
  @Optional() @Day() until?: string;
  @OneOf(AFTERCARE_STARTED_MODE) mode!: (typeof AFTERCARE_STARTED_MODE)[number];
  @Optional() @Code() fundingScheme?: string;
}
