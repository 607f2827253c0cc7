import { EventType } from '../language/event-type.js';
import { Code, OneOf, Optional, Organisation, WholeNumber } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const ENROLMENT_CHANGED_CHANGE = ['extended', 'funding', 'pathway', 'level', 'programme', 'location'] as const;
export const ENROLMENT_CHANGED_FUNDING = ['state', 'municipal-contract', 'none'] as const;
export const ENROLMENT_CHANGED_PATHWAY = ['bol', 'bbl', 'none'] as const;

/** A school changed funding, level, programme or location of an enrolment; keeps the education facet fresh. */
@EventType({ label: 'Inschrijving gewijzigd', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class EnrolmentChanged extends Occurrence {
  @Organisation() institution!: string;
  @OneOf(ENROLMENT_CHANGED_CHANGE) change!: (typeof ENROLMENT_CHANGED_CHANGE)[number];
  @Optional() @OneOf(ENROLMENT_CHANGED_FUNDING) funding?: (typeof ENROLMENT_CHANGED_FUNDING)[number];
  @Optional() @OneOf(ENROLMENT_CHANGED_PATHWAY) pathway?: (typeof ENROLMENT_CHANGED_PATHWAY)[number];
  @Optional() @WholeNumber() level?: number;
  @Optional() @Code() programme?: string;
}
