import { EventType } from '../language/event-type.js';
import { DataOfAnotherType, OneOf, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const EVENT_CORRECTED_REASON = ['wrong-person', 'wrong-date', 'wrong-content', 'disputed-by-subject'] as const;

/** An earlier event said it wrong; its replacement counts from the moment this is known, and the timeline shows both. */
@EventType({ label: 'Gebeurtenis gecorrigeerd', kind: 'process', that: 'involved', what: 'involved', dataClass: 'path' })
export class EventCorrected extends Occurrence {
  @Text() correctedEventId!: string;
  @OneOf(EVENT_CORRECTED_REASON) reason!: (typeof EVENT_CORRECTED_REASON)[number];
  @DataOfAnotherType() replacement!: Record<string, unknown>;
}
