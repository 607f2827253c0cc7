import { EventType } from '../language/event-type.js';
import { Day, Flag, OneOf, Optional, Organisation, WholeNumber } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';
import { DROPOUT_RISK_SIGNALLED_SIGNAL } from './dropout-risk-signalled.js';

/** A school reports an early leaver; it does not end the enrolment, and is the cause until there is contact. */
@EventType({ label: 'Uitgevallen (vsv)', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class DroppedOut extends Occurrence {
  @Organisation() institution!: string;
  @Optional() @WholeNumber() level?: number;
  @Day() lastSchoolDay!: string;
  @Flag() withBasicQualification!: boolean;
  @Flag() exitInterviewHeld!: boolean;
  @Optional() @OneOf(DROPOUT_RISK_SIGNALLED_SIGNAL) reason?: (typeof DROPOUT_RISK_SIGNALLED_SIGNAL)[number];
}
