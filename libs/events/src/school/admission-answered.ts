import { EventType } from '../language/event-type.js';
import { OneOf, Organisation } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const ADMISSION_ANSWERED_ANSWER = ['accepted', 'accepted-under-protest', 'declined'] as const;

/** The youth answers an offered place at an institution; accepting under protest is still accepting. */
@EventType({ label: 'Aangeboden plek beantwoord', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class AdmissionAnswered extends Occurrence {
  @Organisation() institution!: string;
  @OneOf(ADMISSION_ANSWERED_ANSWER) answer!: (typeof ADMISSION_ANSWERED_ANSWER)[number];
}
