import { EventType } from '../language/event-type.js';
import { Code, Day, Optional, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

/** A party offers an instrument, with a date to answer by; nothing runs before SupportStarted. */
@EventType({ label: 'Hulp aangeboden', kind: 'observation', that: 'involved', what: 'care', dataClass: 'care' })
export class SupportOffered extends Occurrence {
  @Optional() @Text() requestId?: string;
  @Code() instrument!: string;
  @Optional() @Day() answerBy?: string;
}
