import type { RecordedEvent } from '@trajectboek/events';
import { ACCEPTED, refused, type Decision, type Proposed } from '../decision.js';

export const RESTRICTION_EVENTS = ['ProcessingRestricted', 'RestrictionLifted'] as const;

/** The requests whose restriction (AVG 18) is in force. What a restriction forbids is decided where access is. */
export type Restrictions = ReadonlySet<string>;

/** A restriction may be widened under its own id; it can be lifted while it is in force. */
export function decideRestriction(restrictions: Restrictions, { type, data }: Proposed<(typeof RESTRICTION_EVENTS)[number]>): Decision {
  return type === 'RestrictionLifted' && !restrictions.has(data.requestId) ? refused('not-restricted') : ACCEPTED;
}

export function evolveRestrictions(restrictions: Restrictions, { type, data }: Extract<RecordedEvent, { readonly type: (typeof RESTRICTION_EVENTS)[number] }>): Restrictions {
  const next = new Set(restrictions);
  if (type === 'ProcessingRestricted') next.add(data.requestId);
  else next.delete(data.requestId);
  return next;
}
