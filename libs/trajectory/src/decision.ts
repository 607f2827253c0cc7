import type { EventName, Recorded } from '@trajectboek/events';
import type { Refusal } from './refusals.js';

/** One event of a type that somebody wants recorded: what a rule may look at. A recorded event is one as well. */
export type Proposed<Name extends EventName> = { [Each in Name]: Pick<Recorded<Each>, 'type' | 'data' | 'organisation' | 'eventId' | 'occurredOn'> }[Name];
export type ProposedEvent = Proposed<EventName>;

/** The answer of a rule. A refusal is a value: nothing throws, and a refused step leaves nothing in the stream. */
export type Decision = { readonly accepted: true } | { readonly accepted: false; readonly refusal: Refusal };

export const ACCEPTED: Decision = { accepted: true };

export function refused(refusal: Refusal): Decision {
  return { accepted: false, refusal };
}

/** Accepted unless there is a reason against it. */
export function unless(refusal: Refusal | undefined): Decision {
  return refusal === undefined ? ACCEPTED : refused(refusal);
}

/** True for an event of one of the types; narrows it to them. */
export function isOneOf<Name extends EventName, Event extends { readonly type: EventName }>(event: Event, names: readonly Name[]): event is Extract<Event, { readonly type: Name }> {
  return (names as readonly EventName[]).includes(event.type);
}

/** Makes a forgotten case a compile error. */
export function unreachable(event: never): never {
  throw new Error(`an event that no rule knows: ${JSON.stringify(Object.keys(event))}`);
}

/** The same map with one more or other entry. */
export function withEntry<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value: Value): ReadonlyMap<Key, Value> {
  return new Map(map).set(key, value);
}
