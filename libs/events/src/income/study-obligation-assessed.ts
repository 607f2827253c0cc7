import { EventType } from '../language/event-type.js';
import { Flag, OneOf } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const STUDY_OBLIGATION_ASSESSED_EVIDENCE = ['specialist', 'rmc', 'attendance-officer', 'self-sufficiency-matrix', 'none'] as const;

/** A municipality judged whether the youth could still study, and on whose evidence; for care parties. */
@EventType({ label: 'Scholingsplicht beoordeeld', kind: 'observation', that: 'involved', what: 'care', dataClass: 'care' })
export class StudyObligationAssessed extends Occurrence {
  @Flag() studyIsOption!: boolean;
  @OneOf(STUDY_OBLIGATION_ASSESSED_EVIDENCE) evidence!: (typeof STUDY_OBLIGATION_ASSESSED_EVIDENCE)[number];
}
