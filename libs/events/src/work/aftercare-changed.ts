import { EventType } from '../language/event-type.js';
import { Code, Day, OneOf, Optional } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const AFTERCARE_CHANGED_MODE = ['active', 'on-request', 'pilot-flame'] as const;

/** A party changes how, or until when, it gives aftercare under a scheme. */
@EventType({ label: 'Nazorg gewijzigd', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class AftercareChanged extends Occurrence {
  @Code() scheme!: string;
  @OneOf(AFTERCARE_CHANGED_MODE) mode!: (typeof AFTERCARE_CHANGED_MODE)[number];
  @Optional() @Day() until?: string;
}
