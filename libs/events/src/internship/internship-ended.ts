import { EventType } from '../language/event-type.js';
import { OneOf, Optional, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const INTERNSHIP_ENDED_REASON = ['completed', 'converted-to-contract', 'sent-away', 'stopped-by-youth', 'no-perspective', 'company-ended'] as const;

/** An internship ended; without an id it ends all that are open. Sent away puts the youth on a work list. */
@EventType({ label: 'Stage beëindigd', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class InternshipEnded extends Occurrence {
  @Optional() @Text() internshipId?: string;
  @OneOf(INTERNSHIP_ENDED_REASON) reason!: (typeof INTERNSHIP_ENDED_REASON)[number];
}
