import { EventType } from '../language/event-type.js';
import { Day, OneOf, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const JOB_LOST_REASON = ['contract-ended', 'dismissed', 'resigned', 'wage-step-at-21', 'illness', 'employer-closed', 'conflict', 'end-of-subsidy', 'unknown'] as const;

/** A job ended against the plan: closes the placement and is the cause until there is contact with the youth. */
@EventType({ label: 'Baan verloren', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class JobLost extends Occurrence {
  @Text() placementId!: string;
  @Day() lastWorkingDay!: string;
  @OneOf(JOB_LOST_REASON) reason!: (typeof JOB_LOST_REASON)[number];
}
