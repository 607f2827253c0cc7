import { EventType } from '../language/event-type.js';
import { Code, Day, OneOf, Optional, Organisation, WholeNumber } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const ADMISSION_DECIDED_DECISION = ['admitted', 'refused', 'alternative-offered', 'waiting-for-intake-moment'] as const;
export const ADMISSION_DECIDED_GROUND = ['previous-education', 'deadline-missed', 'unsuitable-at-intake', 'disproportionate-burden', 'capacity', 'labour-market', 'occupation-requirements', 'respect-for-foundation', 'none'] as const;

/** An mbo admits or refuses and names the ground; a refusal without an alternative within 28 days puts a youth on a list. */
@EventType({ label: 'Toelatingsbesluit', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class AdmissionDecided extends Occurrence {
  @Organisation() institution!: string;
  @OneOf(ADMISSION_DECIDED_DECISION) decision!: (typeof ADMISSION_DECIDED_DECISION)[number];
  @OneOf(ADMISSION_DECIDED_GROUND) ground!: (typeof ADMISSION_DECIDED_GROUND)[number];
  @Optional() @WholeNumber() level?: number;
  @Optional() @Code() programme?: string;
  @Optional() @Code() alternative?: string;
  @Optional() @Day() nextIntakeOn?: string;
}
