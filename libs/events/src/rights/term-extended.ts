import { EventType } from '../language/event-type.js';
import { Day, OneOf, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const TERM_EXTENDED_GROUND = ['complexity', 'number-of-requests'] as const;

/** The controller takes longer for an open request, with a ground; at most two months more (AVG 12). */
@EventType({ label: 'Termijn verlengd', kind: 'process', that: 'care', what: 'care', dataClass: 'path' })
export class TermExtended extends Occurrence {
  @Text() requestId!: string;
  @Day() until!: string;
  @OneOf(TERM_EXTENDED_GROUND) ground!: (typeof TERM_EXTENDED_GROUND)[number];
}
