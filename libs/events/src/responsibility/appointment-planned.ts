import { EventType } from '../language/event-type.js';
import { Day, OneOf, Organisations, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';
import { MEETING_HELD_KIND } from './meeting-held.js';

export const APPOINTMENT_PLANNED_KIND = [...MEETING_HELD_KIND, 'intake', 'aftercare-call'] as const;

/** An organisation planned a talk; the id ties a missed one to it, and it is no contact yet. */
@EventType({ label: 'Afspraak gepland', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class AppointmentPlanned extends Occurrence {
  @Text() appointmentId!: string;
  @OneOf(APPOINTMENT_PLANNED_KIND) kind!: (typeof APPOINTMENT_PLANNED_KIND)[number];
  @Day() plannedFor!: string;
  @Organisations() with!: string[];
}
