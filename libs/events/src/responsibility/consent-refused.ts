import { EventType } from '../language/event-type.js';
import { OneOf, Optional, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const CONSENT_REFUSED_BY = ['youth', 'parents'] as const;

/** Who was asked says no; the consent gives nothing, and asking again takes a new consent id. */
@EventType({ label: 'Toestemming geweigerd', kind: 'process', that: 'involved', what: 'involved', dataClass: 'path' })
export class ConsentRefused extends Occurrence {
  @Text() consentId!: string;
  @Optional() @OneOf(CONSENT_REFUSED_BY) by?: (typeof CONSENT_REFUSED_BY)[number];
}
