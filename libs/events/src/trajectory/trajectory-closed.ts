import { EventType } from '../language/event-type.js';
import { OneOf } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const TRAJECTORY_CLOSED_REASON = ['age-limit', 'durable-work', 'durable-education', 'moved-abroad', 'deceased', 'retention-end'] as const;

/** Following the youth ends; stops every clock except those of privacy, until a later TrajectoryOpened opens it again. */
@EventType({ label: 'Traject afgesloten', kind: 'process', that: 'involved', what: 'involved', dataClass: 'path' })
export class TrajectoryClosed extends Occurrence {
  @OneOf(TRAJECTORY_CLOSED_REASON) reason!: (typeof TRAJECTORY_CLOSED_REASON)[number];
}
