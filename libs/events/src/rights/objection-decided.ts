import { EventType } from '../language/event-type.js';
import { Code, OneOf, Optional, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const OBJECTION_DECIDED_OUTCOME = ['upheld', 'partly', 'rejected'] as const;

/** The controller upholds or rejects an objection; an upheld one ends that use of the data. */
@EventType({ label: 'Bezwaar beslist', kind: 'process', that: 'care', what: 'care', dataClass: 'path' })
export class ObjectionDecided extends Occurrence {
  @Text() requestId!: string;
  @OneOf(OBJECTION_DECIDED_OUTCOME) outcome!: (typeof OBJECTION_DECIDED_OUTCOME)[number];
  @Optional() @Code() ground?: string;
}
