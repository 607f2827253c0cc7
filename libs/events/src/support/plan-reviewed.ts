import { EventType } from '../language/event-type.js';
import { OneOf } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';
import { PLAN_AGREED_TYPE } from './plan-agreed.js';

export const PLAN_REVIEWED_PROGRESS = ['ahead', 'on-track', 'stalled', 'ended'] as const;

/** A plan was looked at again; says how far it is, not what is in it. */
@EventType({ label: 'Plan besproken', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class PlanReviewed extends Occurrence {
  @OneOf(PLAN_AGREED_TYPE) type!: (typeof PLAN_AGREED_TYPE)[number];
  @OneOf(PLAN_REVIEWED_PROGRESS) progress!: (typeof PLAN_REVIEWED_PROGRESS)[number];
}
