import { EventType } from '../language/event-type.js';
import { OneOf } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const PATH_RESUMED_WHAT = ['enrolment', 'internship', 'track', 'placement'] as const;

/** What was interrupted goes on; ends the explanation of the interruption. */
@EventType({ label: 'Pad hervat', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class PathResumed extends Occurrence {
  @OneOf(PATH_RESUMED_WHAT) what!: (typeof PATH_RESUMED_WHAT)[number];
}
