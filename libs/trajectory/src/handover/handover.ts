import type { RecordedEvent } from '@trajectboek/events';
import { refused, ACCEPTED, unreachable, withEntry, type Decision, type Proposed } from '../decision.js';
import type { Refusal } from '../refusals.js';

export const HANDOVER_EVENTS = ['HandoverOffered', 'HandoverAccepted', 'HandoverReturned', 'HandoverRevoked', 'HandoverCompleted'] as const;

type HandoverEvent = Extract<RecordedEvent, { readonly type: (typeof HANDOVER_EVENTS)[number] }>;
type Step = Proposed<'HandoverAccepted' | 'HandoverReturned' | 'HandoverRevoked' | 'HandoverCompleted'>;

interface Parties {
  readonly from: string;
  readonly to: string;
}

/** Where one handover stands. `withdrawn` is returned by the receiver or revoked by the offerer: it never comes to arrival. */
export type Handover =
  | ({ readonly status: 'offered' } & Parties)
  | ({ readonly status: 'accepted' } & Parties)
  | ({ readonly status: 'withdrawn' } & Parties)
  | ({ readonly status: 'completed' } & Parties);

/** By handover id; an id that is not in it was never offered. */
export type Handovers = ReadonlyMap<string, Handover>;

/** A handover id is used once (views.md, section 1), whatever became of the first offer. */
export function decideOffer(handovers: Handovers, { data }: Proposed<'HandoverOffered'>): Decision {
  return handovers.has(data.handoverId) ? refused('already-answered') : ACCEPTED;
}

/** With two reasons the earlier of: not-offered, not-the-receiver, not-accepted, already-answered (scenario-format.md). */
export function decideHandoverStep(handovers: Handovers, step: Step): Decision {
  const handover = handovers.get(step.data.handoverId);
  if (handover === undefined) return refused('not-offered');
  switch (step.type) {
    case 'HandoverAccepted':
    case 'HandoverReturned': return answer(handover, step.organisation);
    case 'HandoverRevoked': return revoke(handover, step.organisation);
    case 'HandoverCompleted': return complete(handover, step.organisation);
    default: return unreachable(step);
  }
}

/** Accepting and returning are the two answers, and there is one answer. */
function answer(handover: Handover, by: string): Decision {
  if (by !== handover.to) return refused('not-the-receiver');
  return handover.status === 'offered' ? ACCEPTED : refused('already-answered');
}

/** The offerer may revoke until the youth has arrived, also after acceptance (consent withdrawn, situation changed). */
function revoke(handover: Handover, by: string): Decision {
  if (by !== handover.from) return refused('not-the-offerer');
  return handover.status === 'offered' || handover.status === 'accepted' ? ACCEPTED : refused('already-answered');
}

const INCOMPLETE: Readonly<Record<Handover['status'], Refusal | null>> = {
  offered: 'not-accepted',
  accepted: null,
  withdrawn: 'not-accepted',
  completed: 'already-answered',
};

function complete(handover: Handover, by: string): Decision {
  if (by !== handover.to) return refused('not-the-receiver');
  const refusal = INCOMPLETE[handover.status];
  return refusal === null ? ACCEPTED : refused(refusal);
}

/** Follows what stands. A step whose offer was retracted changes nothing, so that the id is free again. */
export function evolveHandovers(handovers: Handovers, event: HandoverEvent): Handovers {
  const { handoverId } = event.data;
  if (event.type === 'HandoverOffered') return withEntry(handovers, handoverId, { status: 'offered', from: event.organisation, to: event.data.to });
  const handover = handovers.get(handoverId);
  if (handover === undefined) return handovers;
  return withEntry(handovers, handoverId, { ...handover, status: statusAfter(event) });
}

function statusAfter(event: Exclude<HandoverEvent, { readonly type: 'HandoverOffered' }>): Handover['status'] {
  switch (event.type) {
    case 'HandoverAccepted': return 'accepted';
    case 'HandoverReturned':
    case 'HandoverRevoked': return 'withdrawn';
    case 'HandoverCompleted': return 'completed';
    default: return unreachable(event);
  }
}
