import { EventType } from '../language/event-type.js';
import { Flag, OneOf, Optional } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const OBSTACLE_REMOVED_DOMAIN = ['transport', 'identity-document', 'debts', 'housing', 'childcare', 'care', 'equipment', 'employer-relation', 'digital-access', 'addiction', 'mental-health', 'home'] as const;

/** Something that kept the youth from school or work was solved, wholly or partly; for care parties. */
@EventType({ label: 'Belemmering weggenomen', kind: 'observation', that: 'involved', what: 'care', dataClass: 'care' })
export class ObstacleRemoved extends Occurrence {
  @OneOf(OBSTACLE_REMOVED_DOMAIN) domain!: (typeof OBSTACLE_REMOVED_DOMAIN)[number];
  @Optional() @Flag() partly?: boolean;
}
