import type { RecordedEvent } from '@trajectboek/events';
import { ACCEPTED, refused, unreachable, withEntry, type Decision, type Proposed } from '../decision.js';

export const REQUEST_EVENTS = [
  'AccessRequested', 'AccessProvided', 'RectificationRequested', 'RectificationDecided', 'ErasureRequested', 'ErasureDecided',
  'ObjectionLodged', 'ObjectionDecided', 'TermExtended',
] as const;

type RequestEvent = Extract<RecordedEvent, { readonly type: (typeof REQUEST_EVENTS)[number] }>;

export type Right = 'access' | 'rectification' | 'erasure' | 'objection';

export type RightsRequest =
  | { readonly status: 'open' }
  | { readonly status: 'answered'; readonly granted: boolean };

/** By right and request id: two rights may be asked in one letter, with one id. */
export type RightsRequests = ReadonlyMap<string, RightsRequest>;

type Act = 'ask' | 'answer';

const ACTS: Readonly<Record<Exclude<(typeof REQUEST_EVENTS)[number], 'TermExtended'>, readonly [Act, Right]>> = {
  AccessRequested: ['ask', 'access'],
  AccessProvided: ['answer', 'access'],
  RectificationRequested: ['ask', 'rectification'],
  RectificationDecided: ['answer', 'rectification'],
  ErasureRequested: ['ask', 'erasure'],
  ErasureDecided: ['answer', 'erasure'],
  ObjectionLodged: ['ask', 'objection'],
  ObjectionDecided: ['answer', 'objection'],
};
const RIGHTS: readonly Right[] = ['access', 'rectification', 'erasure', 'objection'];

export function findRequest(requests: RightsRequests, right: Right, requestId: string): RightsRequest | undefined {
  return requests.get(keyOf(right, requestId));
}

/** A request is asked once and answered once; a term can be extended while it is open. */
export function decideRequest(requests: RightsRequests, event: Proposed<(typeof REQUEST_EVENTS)[number]>): Decision {
  const { requestId } = event.data;
  if (event.type === 'TermExtended') return onOpen(RIGHTS.flatMap((right) => findRequest(requests, right, requestId) ?? []));
  const [act, right] = ACTS[event.type];
  const request = findRequest(requests, right, requestId);
  if (act === 'ask') return request ? refused(request.status === 'open' ? 'already-requested' : 'already-answered') : ACCEPTED;
  return onOpen(request ? [request] : []);
}

function onOpen(requests: readonly RightsRequest[]): Decision {
  if (requests.length === 0) return refused('not-requested');
  return requests.some(({ status }) => status === 'open') ? ACCEPTED : refused('already-answered');
}

export function evolveRequests(requests: RightsRequests, event: RequestEvent): RightsRequests {
  if (event.type === 'TermExtended') return requests;
  const [act, right] = ACTS[event.type];
  const next: RightsRequest = act === 'ask' ? { status: 'open' } : { status: 'answered', granted: isGranted(event) };
  return withEntry(requests, keyOf(right, event.data.requestId), next);
}

function isGranted(event: Exclude<RequestEvent, { readonly type: 'TermExtended' }>): boolean {
  switch (event.type) {
    case 'AccessProvided': return true;
    case 'RectificationDecided': return event.data.outcome !== 'refused';
    case 'ErasureDecided': return event.data.outcome !== 'refused';
    case 'ObjectionDecided': return event.data.outcome !== 'rejected';
    case 'AccessRequested':
    case 'RectificationRequested':
    case 'ErasureRequested':
    case 'ObjectionLodged': return false;
    default: return unreachable(event);
  }
}

function keyOf(right: Right, requestId: string): string {
  return `${right} ${requestId}`;
}
