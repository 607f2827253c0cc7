import { EventType } from '../language/event-type.js';
import { Code, Day, OneOf, Optional, Organisation, WholeNumber } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const APPLICATION_SUBMITTED_ORIGIN = ['youth', 'vo', 'vso', 'pro', 'municipality', 'education-desk'] as const;

/** A youth applied at an mbo, whoever filled in the form; another application ends the cause admission-refused. */
@EventType({ label: 'Aangemeld bij mbo', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class ApplicationSubmitted extends Occurrence {
  @Organisation() institution!: string;
  @Optional() @Code() programme?: string;
  @Optional() @WholeNumber() level?: number;
  @Day() submittedOn!: string;
  @Optional() @OneOf(APPLICATION_SUBMITTED_ORIGIN) origin?: (typeof APPLICATION_SUBMITTED_ORIGIN)[number];
}
