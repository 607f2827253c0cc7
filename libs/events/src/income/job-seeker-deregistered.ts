import { EventType } from '../language/event-type.js';
import { OneOf } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const JOB_SEEKER_DEREGISTERED_REASON = ['work', 'education', 'expired', 'other'] as const;

/** UWV ended the registration as a job seeker; the reason work or education is a claim, not a start. */
@EventType({ label: 'Uitgeschreven als werkzoekende', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class JobSeekerDeregistered extends Occurrence {
  @OneOf(JOB_SEEKER_DEREGISTERED_REASON) reason!: (typeof JOB_SEEKER_DEREGISTERED_REASON)[number];
}
