import { EventType } from '../language/event-type.js';
import { OneOf, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const PLACEMENT_ENDED_REASON = ['moved-to-other-job', 'back-to-school', 'completed', 'moved-away'] as const;

/** A placement ended without losing a job, such as back to school; a passed contract date does not do this. */
@EventType({ label: 'Plaatsing beëindigd (geen baanverlies)', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class PlacementEnded extends Occurrence {
  @Text() placementId!: string;
  @OneOf(PLACEMENT_ENDED_REASON) reason!: (typeof PLACEMENT_ENDED_REASON)[number];
}
