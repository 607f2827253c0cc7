import { EventType } from '../language/event-type.js';
import { Day, OneOf } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const INACTIVITY_EXPLAINED_REASON = ['caring-for-family', 'recently-finished', 'gap-before-next-course', 'institution', 'illness', 'abroad', 'own-choice'] as const;

/** A guide knows why the youth does nothing: the explained facet is open until the recheck date; the reason is for care. */
@EventType({ label: 'Reden van inactiviteit bekend', kind: 'observation', that: 'involved', what: 'care', dataClass: 'care' })
export class InactivityExplained extends Occurrence {
  @OneOf(INACTIVITY_EXPLAINED_REASON) reason!: (typeof INACTIVITY_EXPLAINED_REASON)[number];
  @Day() recheckOn!: string;
}
