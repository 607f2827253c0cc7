import { EventType } from '../language/event-type.js';
import { Day, OneOf, Optional, Organisations } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const PLAN_AGREED_TYPE = ['transition-plan', 'action-plan', 'future-plan', 'personal-development-plan', 'perspective', 'aftercare-plan'] as const;

/** Parties and youth agreed on a plan; a review date starts the clock for looking at it again. */
@EventType({ label: 'Plan vastgesteld', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class PlanAgreed extends Occurrence {
  @OneOf(PLAN_AGREED_TYPE) type!: (typeof PLAN_AGREED_TYPE)[number];
  @Organisations() parties!: string[];
  @Optional() @Day() reviewOn?: string;
}
