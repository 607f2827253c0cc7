import { EventType } from '../language/event-type.js';
import { Code, OneOf, Optional, Organisation } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const ACTIVITY_ATTENDED_TOPIC = ['orientation', 'application', 'work-skills', 'finance', 'basic-skills', 'social', 'peer-coach-training'] as const;

/** The youth came to a training, event or workshop; no facet opens by it. */
@EventType({ label: 'Activiteit bijgewoond', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class ActivityAttended extends Occurrence {
  @Code() activity!: string;
  @Organisation() organisation!: string;
  @Optional() @OneOf(ACTIVITY_ATTENDED_TOPIC) topic?: (typeof ACTIVITY_ATTENDED_TOPIC)[number];
}
