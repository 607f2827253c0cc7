import { EventType } from '../language/event-type.js';
import { Day, OneOf } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const PATH_INTERRUPTED_WHAT = ['enrolment', 'internship', 'track', 'placement'] as const;

/** An enrolment, internship, track or placement pauses; the youth counts as explained until the recheck date. */
@EventType({ label: 'Pad onderbroken', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class PathInterrupted extends Occurrence {
  @OneOf(PATH_INTERRUPTED_WHAT) what!: (typeof PATH_INTERRUPTED_WHAT)[number];
  @Day() recheckOn!: string;
}
