import { EventType } from '../language/event-type.js';
import { Day, Flag, OneOf, Optional, Organisation } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const ENROLMENT_ENDED_REASON = ['completed', 'switched', 'unmotivated', 'personal', 'study-advice', 'expelled', 'moved', 'age', 'other'] as const;
export const ENROLMENT_ENDED_DESTINATION = ['education', 'labour', 'day-activity', 'sheltered-work', 'care', 'none', 'unknown'] as const;

/** A school ended an enrolment and says where the youth goes; nothing started within 28 days is a transition gap. */
@EventType({ label: 'Uitgeschreven', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class EnrolmentEnded extends Occurrence {
  @Organisation() institution!: string;
  @OneOf(ENROLMENT_ENDED_REASON) reason!: (typeof ENROLMENT_ENDED_REASON)[number];
  @OneOf(ENROLMENT_ENDED_DESTINATION) destination!: (typeof ENROLMENT_ENDED_DESTINATION)[number];
  @Flag() withBasicQualification!: boolean;
  @Optional() @Day() nextStartsOn?: string;
}
