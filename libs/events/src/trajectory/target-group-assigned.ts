import { EventType } from '../language/event-type.js';
import { Code, Flag, Optional } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

/** A register or municipality counts the youth to a target group under a dated definition; lists and counts filter on it. */
@EventType({ label: 'Doelgroep bepaald', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class TargetGroupAssigned extends Occurrence {
  @Code() definition!: string;
  @Code() group!: string;
  @Optional() @Flag() feasibleQualification?: boolean;
}
