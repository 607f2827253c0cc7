import { EventType } from '../language/event-type.js';
import { Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

/** The controller ends a restriction that was in force under the same request id. */
@EventType({ label: 'Beperking opgeheven', kind: 'process', that: 'involved', what: 'care', dataClass: 'path' })
export class RestrictionLifted extends Occurrence {
  @Text() requestId!: string;
}
