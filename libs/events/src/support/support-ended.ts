import { EventType } from '../language/event-type.js';
import { Code, OneOf } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const SUPPORT_ENDED_REASON = ['term', 'goal-reached', 'not-effective', 'job-ended', 'age', 'other'] as const;

/** A provision stopped; with a reason such as term, so that help that ran out is told from help that worked. */
@EventType({ label: 'Voorziening beëindigd', kind: 'observation', that: 'involved', what: 'care', dataClass: 'care' })
export class SupportEnded extends Occurrence {
  @Code() instrument!: string;
  @OneOf(SUPPORT_ENDED_REASON) reason!: (typeof SUPPORT_ENDED_REASON)[number];
}
