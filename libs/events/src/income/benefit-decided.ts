import { EventType } from '../language/event-type.js';
import { Day, OneOf, Optional } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';
import { BENEFIT_APPLIED_KIND } from './benefit-applied.js';

export const BENEFIT_DECIDED_OUTCOME = ['granted', 'refused', 'reduced'] as const;
export const BENEFIT_DECIDED_GROUND = ['prior-provision', 'means', 'study-is-option', 'parents', 'recent-leaver', 'none'] as const;

/** A municipality or UWV decided; granted or reduced opens the benefit facet. The outcome is for care parties. */
@EventType({ label: 'Besluit over uitkering', kind: 'observation', that: 'involved', what: 'care', dataClass: 'care' })
export class BenefitDecided extends Occurrence {
  @OneOf(BENEFIT_APPLIED_KIND) kind!: (typeof BENEFIT_APPLIED_KIND)[number];
  @OneOf(BENEFIT_DECIDED_OUTCOME) outcome!: (typeof BENEFIT_DECIDED_OUTCOME)[number];
  @OneOf(BENEFIT_DECIDED_GROUND) ground!: (typeof BENEFIT_DECIDED_GROUND)[number];
  @Optional() @Day() from?: string;
}
