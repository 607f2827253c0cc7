import { EventType } from '../language/event-type.js';
import { Codes, Flag, OneOf, Optional, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const INTERNSHIP_EVALUATED_OUTCOME = ['good', 'sufficient', 'insufficient'] as const;

/** A school or employer judged an internship; a concern is a sign for the guide, not an end. */
@EventType({ label: 'Stage beoordeeld', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class InternshipEvaluated extends Occurrence {
  @Optional() @Text() internshipId?: string;
  @OneOf(INTERNSHIP_EVALUATED_OUTCOME) outcome!: (typeof INTERNSHIP_EVALUATED_OUTCOME)[number];
  @Optional() @Codes() workProcesses?: string[];
  @Optional() @Flag() concern?: boolean;
}
