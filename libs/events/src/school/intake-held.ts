import { EventType } from '../language/event-type.js';
import { Flag, OneOf, Optional } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const INTAKE_HELD_KIND = ['mbo', 'municipal', 'joint', 'aftercare', 'track', 'extended'] as const;
export const INTAKE_HELD_OUTCOME = ['suitable', 'not-suitable', 'not-yet', 'referred', 'insufficient'] as const;
export const INTAKE_HELD_SCHOOLABLE = ['yes', 'no', 'temporarily-not'] as const;

/** An organisation talked with a newcomer; counts as real contact, except an intake for admission (mbo or joint). */
@EventType({ label: 'Intake gehouden', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class IntakeHeld extends Occurrence {
  @OneOf(INTAKE_HELD_KIND) kind!: (typeof INTAKE_HELD_KIND)[number];
  @OneOf(INTAKE_HELD_OUTCOME) outcome!: (typeof INTAKE_HELD_OUTCOME)[number];
  @Optional() @Flag() learnable?: boolean;
  @Optional() @OneOf(INTAKE_HELD_SCHOOLABLE) schoolable?: (typeof INTAKE_HELD_SCHOOLABLE)[number];
}
