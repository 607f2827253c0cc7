import { EventType } from '../language/event-type.js';
import { Day, Flag, OneOf, Optional, Organisation } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const STUDY_ADVICE_ISSUED_ADVICE = ['positive', 'negative-switch', 'negative-leave'] as const;

/** An mbo gives its binding study advice; a negative one needs support offered and a written warning before it. */
@EventType({ label: 'Bindend studieadvies uitgebracht', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class StudyAdviceIssued extends Occurrence {
  @Organisation() institution!: string;
  @OneOf(STUDY_ADVICE_ISSUED_ADVICE) advice!: (typeof STUDY_ADVICE_ISSUED_ADVICE)[number];
  @Day() enrolmentStartedOn!: string;
  @Flag() supportOffered!: boolean;
  @Optional() @Day() writtenWarningOn?: string;
}
