import { EventType } from '../language/event-type.js';
import { Code, OneOf, Optional, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const RECTIFICATION_DECIDED_OUTCOME = ['corrected', 'annotated', 'refused'] as const;

/** The controller corrects, annotates or refuses; the correction itself is an EventCorrected. */
@EventType({ label: 'Rectificatieverzoek beslist', kind: 'process', that: 'care', what: 'care', dataClass: 'path' })
export class RectificationDecided extends Occurrence {
  @Text() requestId!: string;
  @OneOf(RECTIFICATION_DECIDED_OUTCOME) outcome!: (typeof RECTIFICATION_DECIDED_OUTCOME)[number];
  @Optional() @Code() ground?: string;
}
