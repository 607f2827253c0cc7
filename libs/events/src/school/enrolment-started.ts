import { EventType } from '../language/event-type.js';
import { Code, Day, OneOf, Optional, Organisation } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const ENROLMENT_STARTED_SCHOOL_TYPE = ['vmbo', 'havo-vwo', 'vso', 'pro', 'isk', 'entree', 'mbo-2', 'mbo-3', 'mbo-4', 'other'] as const;
export const ENROLMENT_STARTED_PATHWAY = ['bol', 'bbl', 'none'] as const;
export const ENROLMENT_STARTED_FORM = ['regular', 'seconded', 'extraneus', 'phased-transfer'] as const;
export const ENROLMENT_STARTED_FUNDING = ['state', 'municipal-contract', 'none'] as const;

/** A school enrolled the youth: opens the education facet and makes the institution the actual holder. */
@EventType({ label: 'Ingeschreven', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class EnrolmentStarted extends Occurrence {
  @Organisation() institution!: string;
  @Optional() @Organisation() teachingLocation?: string;
  @OneOf(ENROLMENT_STARTED_SCHOOL_TYPE) schoolType!: (typeof ENROLMENT_STARTED_SCHOOL_TYPE)[number];
  @Optional() @OneOf(ENROLMENT_STARTED_PATHWAY) pathway?: (typeof ENROLMENT_STARTED_PATHWAY)[number];
  @Optional() @Code() programme?: string;
  @Optional() @Day() plannedEnd?: string;
  @Optional() @OneOf(ENROLMENT_STARTED_FORM) form?: (typeof ENROLMENT_STARTED_FORM)[number];
  @Optional() @OneOf(ENROLMENT_STARTED_FUNDING) funding?: (typeof ENROLMENT_STARTED_FUNDING)[number];
  @Optional() @Code() fundingScheme?: string;
}
