import { EventType } from '../language/event-type.js';
import { Code, OneOf } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const TARGET_GROUP_ENDED_REASON = ['age', 'qualified', 'moved', 'other'] as const;

/** The youth no longer falls under a target group definition, by age, qualification or move; it closes no facet. */
@EventType({ label: 'Niet meer in doelgroep', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class TargetGroupEnded extends Occurrence {
  @Code() definition!: string;
  @Code() group!: string;
  @OneOf(TARGET_GROUP_ENDED_REASON) reason!: (typeof TARGET_GROUP_ENDED_REASON)[number];
}
