import { EventType } from '../language/event-type.js';
import { Flag, OneOf, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const APPOINTMENT_MISSED_BY = ['youth', 'organisation'] as const;

/** A planned talk did not happen, by the youth or by the organisation; it is not a contact attempt. */
@EventType({ label: 'Afspraak niet doorgegaan', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class AppointmentMissed extends Occurrence {
  @Text() appointmentId!: string;
  @OneOf(APPOINTMENT_MISSED_BY) by!: (typeof APPOINTMENT_MISSED_BY)[number];
  @Flag() noticeGiven!: boolean;
}
