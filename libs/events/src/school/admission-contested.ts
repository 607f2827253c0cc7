import { EventType } from '../language/event-type.js';
import { OneOf, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const ADMISSION_CONTESTED_BY = ['youth', 'parent'] as const;

/** The youth or a parent disputes a decision; `against` names the event of that decision. */
@EventType({ label: 'Besluit betwist', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class AdmissionContested extends Occurrence {
  @OneOf(ADMISSION_CONTESTED_BY) by!: (typeof ADMISSION_CONTESTED_BY)[number];
  @Text() against!: string;
}
