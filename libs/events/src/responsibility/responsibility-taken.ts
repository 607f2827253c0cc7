import { EventType } from '../language/event-type.js';
import { Code, OneOf, Organisation } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const RESPONSIBILITY_TAKEN_ROLE = ['lead', 'income', 'guidance', 'aftercare'] as const;

/** An organisation takes a role without a handover; it stands until another party takes over or the trajectory closes. */
@EventType({ label: 'Regie genomen', kind: 'process', that: 'involved', what: 'involved', dataClass: 'path' })
export class ResponsibilityTaken extends Occurrence {
  @OneOf(RESPONSIBILITY_TAKEN_ROLE) role!: (typeof RESPONSIBILITY_TAKEN_ROLE)[number];
  @Organisation() organisation!: string;
  @Code() ground!: string;
}
