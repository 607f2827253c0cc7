import type { RecordedEvent } from '@trajectboek/events';
import { ACCEPTED, refused, type Decision } from '../decision.js';

export const CLOSING_EVENTS = ['TrajectoryOpened', 'TrajectoryClosed'] as const;

/**
 * Closing takes a youth out of the lists; it refuses nothing but closing again. Facts and steps that partners state later are
 * recorded, because refusing them would hide that somebody is still at work. A later TrajectoryOpened opens it again.
 */
export type Closing = { readonly status: 'open' } | { readonly status: 'closed' };

export const NOT_CLOSED: Closing = { status: 'open' };

export function decideClosing(closing: Closing): Decision {
  return closing.status === 'closed' ? refused('already-closed') : ACCEPTED;
}

export function evolveClosing(event: Extract<RecordedEvent, { readonly type: (typeof CLOSING_EVENTS)[number] }>): Closing {
  return { status: event.type === 'TrajectoryClosed' ? 'closed' : 'open' };
}
