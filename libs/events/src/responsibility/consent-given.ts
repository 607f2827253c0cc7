import { EventType } from '../language/event-type.js';
import { Day, OneOf, Optional, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const CONSENT_GIVEN_BY = ['youth', 'parents'] as const;

/** Who was asked agrees; without `by` it counts for all who were asked, until withdrawn or past `validUntil`. */
@EventType({ label: 'Toestemming gegeven', kind: 'process', that: 'involved', what: 'involved', dataClass: 'path' })
export class ConsentGiven extends Occurrence {
  @Text() consentId!: string;
  @Optional() @OneOf(CONSENT_GIVEN_BY) by?: (typeof CONSENT_GIVEN_BY)[number];
  @Optional() @Day() validUntil?: string;
}
