import { EventType } from '../language/event-type.js';
import { Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

/** The controller gave access, with who read and who received; answers the request with the same id. */
@EventType({ label: 'Inzage verstrekt', kind: 'process', that: 'care', what: 'care', dataClass: 'path' })
export class AccessProvided extends Occurrence {
  @Text() requestId!: string;
}
