import { EventType } from '../language/event-type.js';
import { Flag, OneOf, Optional, Organisation, Person } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const GUIDE_ASSIGNED_ROLE = ['mentor', 'study-coach', 'transition-coach', 'job-coach', 'rmc-guide', 'client-manager', 'case-lead', 'youth-coach', 'workplace-mentor', 'aftercare-coach', 'contact-person', 'internship-supervisor', 'jobhunter', 'buddy', 'debt-coach', 'care-worker'] as const;

/** An organisation names a guide with a role; a confidential one is hidden from parties outside care. */
@EventType({ label: 'Begeleider toegewezen', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class GuideAssigned extends Occurrence {
  @OneOf(GUIDE_ASSIGNED_ROLE) role!: (typeof GUIDE_ASSIGNED_ROLE)[number];
  @Person() person!: string;
  @Organisation() organisation!: string;
  @Flag() fixedContact!: boolean;
  @Optional() @Flag() confidential?: boolean;
}
