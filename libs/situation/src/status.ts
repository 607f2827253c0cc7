import { inOrderOfTheWorld } from '@trajectboek/events';
import type { Facet } from '@trajectboek/schemes';
import { facetOf } from './facets/facets.js';
import { remembered } from './remembered.js';
import type { Youth } from './youth.js';

/** The one status of a youth for lists and counts, by precedence (views.md, section 1). */
export const STATUSES = ['closed', 'education-and-work', 'education', 'work', 'activity', 'care', 'search-period', 'benefit', 'explained', 'in-contact', 'out-of-view'] as const;
export type Status = (typeof STATUSES)[number];

/** The first status whose facets are all open counts; `closed` goes before them and `out-of-view` is what is left. */
export const PRECEDENCE: readonly { readonly status: Status; readonly facets: readonly Facet[] }[] = [
  { status: 'education-and-work', facets: ['education', 'work'] },
  { status: 'education', facets: ['education'] },
  { status: 'work', facets: ['work'] },
  { status: 'activity', facets: ['activity'] },
  { status: 'care', facets: ['care'] },
  { status: 'search-period', facets: ['searchPeriod'] },
  { status: 'benefit', facets: ['benefit'] },
  { status: 'explained', facets: ['explained'] },
  { status: 'in-contact', facets: ['contact'] },
  { status: 'out-of-view', facets: [] },
];

/** True from a closing until a later opening. */
export function isClosed({ history }: Youth): boolean {
  const closed = history.newest('TrajectoryClosed');
  if (!closed) return false;
  const opened = history.newest('TrajectoryOpened');
  return !opened || inOrderOfTheWorld(opened, closed) < 0;
}

export const statusOf = remembered((youth): Status => {
  if (isClosed(youth)) return 'closed';
  return PRECEDENCE.find(({ facets }) => facets.every((facet) => facetOf(youth, facet).open))?.status ?? 'out-of-view';
});

/** Everything but closed and out of view counts as *in beeld*. */
export function isInView(status: Status): boolean {
  return status !== 'closed' && status !== 'out-of-view';
}
