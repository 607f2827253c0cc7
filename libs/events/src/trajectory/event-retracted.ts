import { EventType } from '../language/event-type.js';
import { OneOf, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const EVENT_RETRACTED_REASON = ['wrong-person', 'never-happened', 'disputed-by-subject'] as const;

/** An earlier event never happened or was about somebody else; it no longer counts but stays visible as retracted. */
@EventType({ label: 'Gebeurtenis ingetrokken', kind: 'process', that: 'involved', what: 'involved', dataClass: 'path' })
export class EventRetracted extends Occurrence {
  @Text() retractedEventId!: string;
  @OneOf(EVENT_RETRACTED_REASON) reason!: (typeof EVENT_RETRACTED_REASON)[number];
}
