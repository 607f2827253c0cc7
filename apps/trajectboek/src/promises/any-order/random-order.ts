import { getEventType } from '@trajectboek/events';
import type { Proposal } from '@trajectboek/ledger';
import type { Chance } from '../testing/chance.js';

/** A report for benefit is an observation that the steps of a search period look at. */
function isStep({ type }: Proposal): boolean {
  return getEventType(type).kind === 'process' || type === 'BenefitReported';
}

function targetOf({ data }: Proposal): unknown {
  return data['correctedEventId'] ?? data['retractedEventId'] ?? data['eventId'];
}

/** Steps are taken one after the other, and what names an event comes after it; everything else may come at any moment. */
function mustWaitFor(event: Proposal, other: Proposal, order: readonly Proposal[]): boolean {
  if (isStep(event) && isStep(other)) return order.indexOf(other) < order.indexOf(event);
  return targetOf(event) === `${other.source} ${other.id}`;
}

/** The same events in another order in which they could have been told. */
export function shuffled(history: readonly Proposal[], chance: Chance): readonly Proposal[] {
  const left = [...history];
  const order: Proposal[] = [];
  while (left.length > 0) {
    const free = left.filter((event) => !left.some((other) => other !== event && mustWaitFor(event, other, history)));
    const next = free[chance.below(free.length)];
    if (!next) throw new Error('events wait for each other');
    order.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return order;
}

/** The events cut into requests, with events of before sent again in between. */
export function requestsOf(order: readonly Proposal[], chance: Chance): readonly (readonly Proposal[])[] {
  const requests: Proposal[][] = [[]];
  order.forEach((event, nth) => {
    if (chance.below(5) === 0) requests.push([]);
    requests.at(-1)?.push(event);
    const before = chance.below(3) === 0 ? order[chance.below(nth + 1)] : undefined;
    if (before) requests.at(-1)?.push(before);
  });
  return requests.filter((request) => request.length > 0);
}
