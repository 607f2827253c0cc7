import { EventType } from '../language/event-type.js';
import { OneOf } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const INDICATION_DECIDED_KIND = ['job-agreement-register', 'sheltered-work', 'disability-benefit', 'no-risk', 'day-activity', 'wlz', 'sheltered-work-advice', 'special-education'] as const;
export const INDICATION_DECIDED_OUTCOME = ['requested', 'granted', 'refused', 'set-aside'] as const;

/** UWV, CIZ or municipality decided on an indication; can change which law and party apply. */
@EventType({ label: 'Indicatie besloten', kind: 'observation', that: 'involved', what: 'care', dataClass: 'health' })
export class IndicationDecided extends Occurrence {
  @OneOf(INDICATION_DECIDED_KIND) kind!: (typeof INDICATION_DECIDED_KIND)[number];
  @OneOf(INDICATION_DECIDED_OUTCOME) outcome!: (typeof INDICATION_DECIDED_OUTCOME)[number];
}
