import { EventType } from '../language/event-type.js';
import { OneOf, Optional, Person } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';
import { GUIDE_ASSIGNED_ROLE } from './guide-assigned.js';

export const GUIDE_ENDED_REASON = ['phase-ended', 'handed-over', 'left-organisation', 'youth-request', 'goal-reached'] as const;

/** A guide stopped; without a successor there is a vacancy, unless the goal was reached or the phase ended with aftercare. */
@EventType({ label: 'Begeleider gestopt', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class GuideEnded extends Occurrence {
  @OneOf(GUIDE_ASSIGNED_ROLE) role!: (typeof GUIDE_ASSIGNED_ROLE)[number];
  @Person() person!: string;
  @OneOf(GUIDE_ENDED_REASON) reason!: (typeof GUIDE_ENDED_REASON)[number];
  @Optional() @Person() successor?: string;
}
