import { getEventType, type CivilDate, type DataClass, type EventName, type Recorded } from '@trajectboek/events';
import { ACCEPTED, refused, type Decision, type Proposed } from '../decision.js';
import { findRequest, type RightsRequests } from './rights-request.js';

/** What was erased, and when: everything of the person, or some classes of data. */
export type Erasure =
  | { readonly extent: 'all' }
  | { readonly extent: 'classes'; readonly classes: readonly DataClass[]; readonly on: CivilDate };

/** A fact or step by what the fence looks at. */
export interface Fenced {
  readonly type: EventName;
  readonly occurredOn: CivilDate;
}

/** Retention needs no request; an erasure on request follows a decision to erase. */
export function decideErasure(requests: RightsRequests, { data }: Proposed<'SubjectErased'>): Decision {
  if (data.cause === 'retention') return ACCEPTED;
  const request = data.requestId === undefined ? findGranted(requests) : findRequest(requests, 'erasure', data.requestId);
  if (request === undefined) return refused('not-requested');
  return request.status === 'answered' && request.granted ? ACCEPTED : refused('not-granted');
}

function findGranted(requests: RightsRequests): ReturnType<typeof findRequest> {
  const erasures = [...requests].filter(([key]) => key.startsWith('erasure ')).map(([, request]) => request);
  return erasures.find((request) => request.status === 'answered' && request.granted) ?? erasures[0];
}

export function evolveErasures(erasures: readonly Erasure[], { data, occurredOn }: Recorded<'SubjectErased'>): readonly Erasure[] {
  return [...erasures, data.dataClasses === undefined ? { extent: 'all' } : { extent: 'classes', classes: data.dataClasses, on: occurredOn }];
}

/**
 * An erased subject does not come back by a late event (privacy-and-proof.md, "Erasure"). After the erasure of everything only
 * rights and closing go on; after the erasure of a class only older facts of that class stay out.
 */
export function isFenced(erasures: readonly Erasure[], { type, occurredOn }: Fenced): boolean {
  if (erasures.length === 0) return false;
  const { family, dataClass, fields } = getEventType(type);
  if (family === 'rights' || type === 'TrajectoryClosed') return false;
  const classes = new Set([dataClass, ...fields.map((field) => field.dataClass)]);
  return erasures.some((erasure) => erasure.extent === 'all' || (occurredOn <= erasure.on && erasure.classes.some((one) => classes.has(one))));
}
