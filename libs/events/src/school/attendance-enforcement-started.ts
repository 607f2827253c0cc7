import { EventType } from '../language/event-type.js';
import { OneOf } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const ATTENDANCE_ENFORCEMENT_STARTED_GROUND = ['unauthorised-absence', 'advice-not-followed'] as const;

/** An attendance officer starts enforcing compulsory schooling; only care parties may read the ground. */
@EventType({ label: 'Handhaving leerplicht gestart', kind: 'observation', that: 'involved', what: 'care', dataClass: 'care' })
export class AttendanceEnforcementStarted extends Occurrence {
  @OneOf(ATTENDANCE_ENFORCEMENT_STARTED_GROUND) ground!: (typeof ATTENDANCE_ENFORCEMENT_STARTED_GROUND)[number];
}
