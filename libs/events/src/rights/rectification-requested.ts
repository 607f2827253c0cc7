import { EventType } from '../language/event-type.js';
import { Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

/** The subject says that an event is wrong (AVG 16); the event must be in this trajectory. */
@EventType({ label: 'Rectificatieverzoek ontvangen', kind: 'process', that: 'care', what: 'care', dataClass: 'path' })
export class RectificationRequested extends Occurrence {
  @Text() requestId!: string;
  @Text() eventId!: string;
}
