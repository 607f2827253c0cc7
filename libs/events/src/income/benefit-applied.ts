import { EventType } from '../language/event-type.js';
import { OneOf } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const BENEFIT_APPLIED_KIND = ['social-assistance', 'disability', 'unemployment', 'study-finance', 'allowance'] as const;

/** A youth applied for a benefit or study grant; ends the worry that a search period ended without application. */
@EventType({ label: 'Bijstand aangevraagd', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class BenefitApplied extends Occurrence {
  @OneOf(BENEFIT_APPLIED_KIND) kind!: (typeof BENEFIT_APPLIED_KIND)[number];
}
