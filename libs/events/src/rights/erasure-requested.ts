import { EventType } from '../language/event-type.js';
import { Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

/** The subject asks to be erased (AVG 17); nothing is erased before the decision. */
@EventType({ label: 'Verzoek tot wissing ontvangen', kind: 'process', that: 'care', what: 'care', dataClass: 'path' })
export class ErasureRequested extends Occurrence {
  @Text() requestId!: string;
}
