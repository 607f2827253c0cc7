import { EventType } from '../language/event-type.js';
import { Code, OneOf } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const AFTERCARE_ENDED_REASON = ['term', 'handed-over', 'durable', 'declined', 'lost'] as const;

/** Aftercare under a scheme stopped; lost means that the youth could no longer be found. */
@EventType({ label: 'Nazorg beëindigd', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class AftercareEnded extends Occurrence {
  @Code() scheme!: string;
  @OneOf(AFTERCARE_ENDED_REASON) reason!: (typeof AFTERCARE_ENDED_REASON)[number];
}
