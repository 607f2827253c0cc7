import { EventType } from '../language/event-type.js';
import { OneOf, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const ACCESS_REQUESTED_BY = ['subject', 'parent', 'representative'] as const;

/** The subject or representative asks to see everything (AVG 15); starts a term of one month. */
@EventType({ label: 'Inzageverzoek ontvangen', kind: 'process', that: 'care', what: 'care', dataClass: 'path' })
export class AccessRequested extends Occurrence {
  @Text() requestId!: string;
  @OneOf(ACCESS_REQUESTED_BY) by!: (typeof ACCESS_REQUESTED_BY)[number];
}
