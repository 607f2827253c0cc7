import { EventType } from '../language/event-type.js';
import { OneOf } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';
import { BENEFIT_APPLIED_KIND } from './benefit-applied.js';

export const BENEFIT_ENDED_REASON = ['work', 'school', 'age', 'moved', 'sanction', 'other'] as const;

/** A benefit stopped; when nothing follows the youth is on the list of income gaps. */
@EventType({ label: 'Uitkering beëindigd', kind: 'observation', that: 'involved', what: 'care', dataClass: 'care' })
export class BenefitEnded extends Occurrence {
  @OneOf(BENEFIT_APPLIED_KIND) kind!: (typeof BENEFIT_APPLIED_KIND)[number];
  @OneOf(BENEFIT_ENDED_REASON) reason!: (typeof BENEFIT_ENDED_REASON)[number];
}
