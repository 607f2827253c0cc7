import { EventType } from '../language/event-type.js';
import { Day, OneOf, Optional } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const LIFE_EVENT_RECORDED_CATEGORY = ['birth-of-child', 'pregnancy', 'illness', 'bereavement', 'housing-loss', 'independent-living', 'debts', 'conflict-at-home', 'caring-for-family', 'abroad', 'military-service', 'deceased'] as const;

/** Something in the youth's life that weighs on the path; what it was is only for the emitter, the youth and the auditor. */
@EventType({ label: 'Levensgebeurtenis', kind: 'observation', that: 'care', what: 'none', dataClass: 'health' })
export class LifeEventRecorded extends Occurrence {
  @OneOf(LIFE_EVENT_RECORDED_CATEGORY) category!: (typeof LIFE_EVENT_RECORDED_CATEGORY)[number];
  @Day() from!: string;
  @Optional() @Day() until?: string;
}
