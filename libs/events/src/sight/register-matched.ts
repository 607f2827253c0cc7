import { EventType } from '../language/event-type.js';
import { Code, Day, ListOf, OneOf, Optional, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const REGISTER_MATCHED_RESULT = ['found', 'not-found', 'no-legal-basis'] as const;
export const REGISTER_MATCHED_CHECKED = ['enrolled', 'employed', 'has-income', 'on-benefit', 'job-seeker', 'basic-qualification', 'moved', 'deceased'] as const;

/** A run of register matching found the youth or not; not contact, and it can contradict an open facet. */
@EventType({ label: 'Bestandskoppeling', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class RegisterMatched extends Occurrence {
  @Code() register!: string;
  @Day() runOn!: string;
  @OneOf(REGISTER_MATCHED_RESULT) result!: (typeof REGISTER_MATCHED_RESULT)[number];
  @Optional() @ListOf(REGISTER_MATCHED_CHECKED) checked?: (typeof REGISTER_MATCHED_CHECKED)[number][];
  @ListOf(REGISTER_MATCHED_CHECKED) facts!: (typeof REGISTER_MATCHED_CHECKED)[number][];
  @Optional() @Text() runId?: string;
  @Code() legalBasis!: string;
}
