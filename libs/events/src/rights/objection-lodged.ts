import { EventType } from '../language/event-type.js';
import { CodeFrom, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

/** The subject objects to one purpose of processing (AVG 21); starts a term of one month. */
@EventType({ label: 'Bezwaar gemaakt', kind: 'process', that: 'care', what: 'care', dataClass: 'path' })
export class ObjectionLodged extends Occurrence {
  @Text() requestId!: string;
  @CodeFrom('purposes') purpose!: string;
}
