import { EventType } from '../language/event-type.js';
import { Code, OneOf, Optional, Organisations } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const ROUTE_CHOSEN_ROUTE = ['education', 'education-at-risk', 'work', 'participation', 'uwv', 'sheltered-work', 'day-activity', 'care', 'other-step'] as const;

/** Parties chose the direction, such as work or care; a choice opens no facet, only a start does. */
@EventType({ label: 'Route gekozen', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class RouteChosen extends Occurrence {
  @OneOf(ROUTE_CHOSEN_ROUTE) route!: (typeof ROUTE_CHOSEN_ROUTE)[number];
  @Organisations() decidedBy!: string[];
  @Optional() @Code() programme?: string;
}
