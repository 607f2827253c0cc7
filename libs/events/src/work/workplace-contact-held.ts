import { EventType } from '../language/event-type.js';
import { Flag, OneOf, Optional, Reference, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const WORKPLACE_CONTACT_HELD_WITH = ['employer', 'youth', 'both'] as const;
export const WORKPLACE_CONTACT_HELD_PURPOSE = ['check-in', 'visit', 'progress', 'mediation', 'agreement', 'employer-aftercare', 'first-day'] as const;

/** A coach spoke with employer or youth about the workplace; it is not the real contact of the contact facet. */
@EventType({ label: 'Contact met werkplek', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class WorkplaceContactHeld extends Occurrence {
  @Optional() @Text() placementId?: string;
  @Optional() @Text() internshipId?: string;
  @OneOf(WORKPLACE_CONTACT_HELD_WITH) with!: (typeof WORKPLACE_CONTACT_HELD_WITH)[number];
  @OneOf(WORKPLACE_CONTACT_HELD_PURPOSE) purpose!: (typeof WORKPLACE_CONTACT_HELD_PURPOSE)[number];
  @Optional() @Flag() concern?: boolean;
  @Optional() @Reference() agreement?: string;
}
