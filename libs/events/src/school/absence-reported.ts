import { EventType } from '../language/event-type.js';
import { Day, OneOf, Optional, WholeNumber } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const ABSENCE_REPORTED_CATEGORY = ['unauthorised', 'sickness', 'absolute', 'luxury', 'at-home'] as const;

/** A school or attendance office reports absence since a date; at home while enrolled is home sitting. */
@EventType({ label: 'Verzuim gemeld', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class AbsenceReported extends Occurrence {
  @OneOf(ABSENCE_REPORTED_CATEGORY) category!: (typeof ABSENCE_REPORTED_CATEGORY)[number];
  @Optional() @WholeNumber() hours?: number;
  @Optional() @WholeNumber() weeks?: number;
  @Day() since!: string;
}
