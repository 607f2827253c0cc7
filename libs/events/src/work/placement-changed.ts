import { EventType } from '../language/event-type.js';
import { Day, OneOf, Optional, Text, WholeNumber } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const PLACEMENT_CHANGED_CHANGE = ['extended', 'permanent', 'more-hours', 'fewer-hours', 'upgraded', 'new-employer-same-work'] as const;

/** Employer or coach reports more hours, a new term or a permanent contract; keeps the facet of the placement fresh. */
@EventType({ label: 'Plaatsing gewijzigd', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class PlacementChanged extends Occurrence {
  @Text() placementId!: string;
  @OneOf(PLACEMENT_CHANGED_CHANGE) change!: (typeof PLACEMENT_CHANGED_CHANGE)[number];
  @Optional() @Day() contractUntil?: string;
  @Optional() @WholeNumber() hoursPerWeek?: number;
}
