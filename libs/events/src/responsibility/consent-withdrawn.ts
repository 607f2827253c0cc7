import { EventType } from '../language/event-type.js';
import { OneOf, Optional, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const CONSENT_WITHDRAWN_BY = ['youth', 'parents'] as const;

/** A given consent ends from this day; sharing from before it stays lawful, sharing on or after it is refused. */
@EventType({ label: 'Toestemming ingetrokken', kind: 'process', that: 'involved', what: 'involved', dataClass: 'path' })
export class ConsentWithdrawn extends Occurrence {
  @Text() consentId!: string;
  @Optional() @OneOf(CONSENT_WITHDRAWN_BY) by?: (typeof CONSENT_WITHDRAWN_BY)[number];
}
