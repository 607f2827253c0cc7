import { EventType } from '../language/event-type.js';
import { Day, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

/** The receiver saw the youth arrive after accepting: real contact, and the end of the handover. */
@EventType({ label: 'Jongere aangekomen bij ontvanger', kind: 'process', that: 'involved', what: 'involved', dataClass: 'path' })
export class HandoverCompleted extends Occurrence {
  @Text() handoverId!: string;
  @Day() firstContactOn!: string;
}
