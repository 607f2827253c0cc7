import { civilDateOf, findFaults, getEventType, instantOf, type EventId, type EventName, type Fault, type Instant, type RecordedEvent, type TrajectoryId } from '@trajectboek/events';
import { decide, type ProposedEvent, type Refusal } from '@trajectboek/trajectory';
import { eventIdOf, resolveReferences } from './event-ids.js';
import { organisationOf } from './event-opener.js';
import type { AcceptedEvent } from './event-sealer.js';
import type { StreamState } from './stream-states.js';

/** A validated event that somebody wants recorded. */
export interface Proposal {
  readonly type: EventName;
  readonly source: string;
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>> & { readonly occurredAt: string };
  /** Only during an import into an empty ledger. */
  readonly recordedAt?: Instant;
}

/** What an event says: sent again under the same id it must be the same. */
export interface Content {
  readonly type: EventName;
  readonly data: Proposal['data'];
}

export type Verdict =
  | { readonly kind: 'accepted'; readonly accepted: AcceptedEvent; readonly event: RecordedEvent }
  | ({ readonly kind: 'known'; readonly eventId: EventId } & Content)
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'invalid'; readonly faults: readonly Fault[] };

/** Recorded after everything that is there; only its order matters while the rest of a batch is judged. */
const NOT_YET = '9999-12-31T00:00:00.000Z';

/** What becomes of one proposal, given what is in its stream. */
export function judge(trajectoryId: TrajectoryId, state: StreamState, proposal: Proposal): Verdict {
  const eventId = eventIdOf(proposal.source, proposal.id);
  const data = resolveReferences(proposal.type, proposal.data);
  if (state.known.has(eventId)) return { kind: 'known', eventId, type: proposal.type, data };
  const correctedType = correctedTypeOf(state, proposal.type, data);
  const faults = correctedType === undefined ? [] : replacementFaults(correctedType, data['replacement']);
  if (faults.length > 0) return { kind: 'invalid', faults };
  const event = toEvent({ ...proposal, data }, { trajectoryId, eventId, revision: state.revision + 1 });
  const decision = decide(state.trajectory, event satisfies ProposedEvent);
  if (!decision.accepted) return { kind: 'refused', refusal: decision.refusal };
  const { type, source, id, recordedAt } = proposal;
  return { kind: 'accepted', event, accepted: { trajectoryId, eventId, revision: event.revision, type, correctedType, source, id, data, recordedAt } };
}

function correctedTypeOf(state: StreamState, type: EventName, data: Proposal['data']): EventName | undefined {
  return type === 'EventCorrected' ? state.known.typeOf(data['correctedEventId'] as EventId) : undefined;
}

function replacementFaults(type: EventName, replacement: unknown): readonly Fault[] {
  return findFaults(getEventType(type), replacement).map((fault) => ({ ...fault, pointer: `/replacement${fault.pointer}` }));
}

type Place = Pick<RecordedEvent, 'trajectoryId' | 'eventId' | 'revision'>;

function toEvent({ type, source, id, data }: Proposal, place: Place): RecordedEvent {
  // The data was validated against the class of its type; the compiler cannot follow that through the wire.
  return {
    ...place, type, data, source, id, organisation: organisationOf(source), position: Number.MAX_SAFE_INTEGER,
    occurredOn: civilDateOf(data.occurredAt), occurredAt: instantOf(data.occurredAt), recordedAt: NOT_YET,
  } as unknown as RecordedEvent;
}
