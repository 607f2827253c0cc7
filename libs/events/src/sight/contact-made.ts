import { EventType } from '../language/event-type.js';
import { Flag, OneOf, Optional } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const CONTACT_MADE_PURPOSE = ['return-to-view', 'guidance', 'aftercare', 'self-report', 'exit', 'work-check', 'introduction'] as const;
export const CONTACT_MADE_SITUATION = ['school', 'work', 'school-and-work', 'track', 'benefit', 'care', 'caring-for-family', 'institution', 'looking', 'nothing', 'unknown'] as const;

/** A guide really spoke with the youth: keeps the contact facet open for 90 days and can confirm other facets. */
@EventType({ label: 'Contact gehad', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class ContactMade extends Occurrence {
  @OneOf(CONTACT_MADE_PURPOSE) purpose!: (typeof CONTACT_MADE_PURPOSE)[number];
  @Optional() @Flag() confidential?: boolean;
  @OneOf(CONTACT_MADE_SITUATION) situation!: (typeof CONTACT_MADE_SITUATION)[number];
  @Flag() supportNeeded!: boolean;
}
