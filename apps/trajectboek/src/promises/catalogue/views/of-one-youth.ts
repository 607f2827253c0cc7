import { codePlacesOf, parseView, valuesOf } from '@trajectboek/catalogue';
import type { Caller } from '../../../server/testing/caller.js';
import type { Json } from '../examples/example.js';
import type { Showing } from '../history.js';
import { momentOf, type Answers, type Asked } from './verdict.js';

/** What the page of each youth says, of the view that the showing is about. */
export async function askYouths(auditor: Caller, asked: Asked): Promise<Answers> {
  const answers = new Map<string, unknown>();
  for (const { trajectoryId, view } of asked.showings) {
    const { body } = await auditor.get(`/v1/trajectories/${trajectoryId}?${momentOf(asked)}`);
    const answer = partOf(body, view);
    if (answer !== null) answers.set(trajectoryId, answer);
  }
  return answers;
}

/** The part of the page that the view is; null when the youth is not in it. */
function partOf({ situation, responsibility, contradictions }: Json, view: string): unknown {
  const reference = parseView(view);
  const { facets, cause, causeEvent } = situation as { readonly facets: readonly Json[]; readonly cause: unknown; readonly causeEvent: unknown };
  switch (reference?.kind) {
    case 'situation': return situation;
    case 'responsibility': return isHeld(responsibility as Json) ? responsibility : null;
    case 'contradictions': return Array.isArray(contradictions) && contradictions.length > 0 ? contradictions : null;
    case 'facet': return facets.find(({ facet, open }) => facet === reference.name && open === true) ?? null;
    case 'cause': return cause === reference.name ? { cause, causeEvent } : null;
    default: throw new Error(`${view} is not on the page of one youth`);
  }
}

function isHeld({ legal, actual }: Json): boolean {
  return legal !== 'none' || actual !== 'none';
}

/** The facts of the row that are not on the timeline with its code, or its value, where it belongs. */
export async function missingOnTimeline(auditor: Caller, { row, trajectoryId }: Showing): Promise<readonly string[]> {
  const { body } = await auditor.get(`/v1/trajectories/${trajectoryId}/events`);
  const items = body['items'] as readonly Json[];
  const places = codePlacesOf(row);
  return row.events.filter((type) => !items.some((item) => item['type'] === type && typeof item['typeLabel'] === 'string'
    && places.filter((place) => place.type === type).every(({ field }) => (item['data'] as Json)[field] === row.code)
    && Object.entries(valuesOf(row)[type] ?? {}).every(([field, value]) => (item['data'] as Json)[field] === value)));
}
