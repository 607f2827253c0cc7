import { EventType } from '../language/event-type.js';
import { Code, Day, OneOf, Optional } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const SUPPORT_CHANGED_CHANGE = ['extended', 'more', 'less', 're-assessed'] as const;

/** A running provision was extended, made more or less, or assessed again by who provides it. */
@EventType({ label: 'Voorziening gewijzigd', kind: 'observation', that: 'involved', what: 'care', dataClass: 'care' })
export class SupportChanged extends Occurrence {
  @Code() instrument!: string;
  @OneOf(SUPPORT_CHANGED_CHANGE) change!: (typeof SUPPORT_CHANGED_CHANGE)[number];
  @Optional() @Day() until?: string;
}
