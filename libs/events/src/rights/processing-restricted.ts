import { EventType } from '../language/event-type.js';
import { Codes, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

/** The controller limits what may be done with the data (AVG 18) until RestrictionLifted. */
@EventType({ label: 'Verwerking beperkt', kind: 'process', that: 'involved', what: 'care', dataClass: 'path' })
export class ProcessingRestricted extends Occurrence {
  @Text() requestId!: string;
  @Codes() scope!: string[];
}
