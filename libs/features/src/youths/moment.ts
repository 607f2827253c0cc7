import type { ViewQuery } from '@trajectboek/api';
import { civilDateOf, knownUntil, type CivilDate, type Instant, type TrajectoryId } from '@trajectboek/events';
import { cursorAfter, inListOrder, placeOf, type Place } from '@trajectboek/view-store';

/** The two dates of every view: what was true in the world, and what the ledger had recorded. */
export interface Moment {
  readonly asOf: CivilDate;
  readonly knownAt: Instant;
  /** True when the question is about knowledge of the past; then stored views cannot answer it. */
  readonly asKnownThen: boolean;
}

/** Both dates default to now. */
export function momentOf({ asOf, knownAt }: ViewQuery, now: Instant): Moment {
  return { asOf: asOf ?? civilDateOf(now), knownAt: knownAt === undefined ? now : knownUntil(knownAt), asKnownThen: knownAt !== undefined };
}

export interface CompleteTo {
  readonly position: number;
  readonly recordedAt: Instant | null;
}

/** What every answer of a view begins with. */
export function head({ asOf, knownAt }: Moment, completeTo: CompleteTo): { asOf: CivilDate; knownAt: Instant; completeTo: CompleteTo } {
  return { asOf, knownAt, completeTo };
}

interface Listed {
  readonly since: string | null;
  readonly trajectoryId: string;
  /** Unique within the youth; left out where a youth is on the list once. */
  readonly key?: string;
}

/** Orders a list as stored lists are ordered and cuts the page after a cursor; the cursor names the last item, so that a page stays right when items come in before it. */
export function pageOf<Item extends Listed>(items: readonly Item[], { limit = 100, cursor }: { readonly limit?: number | undefined; readonly cursor?: string | undefined }): { readonly items: readonly Item[]; readonly next: string | null } {
  const sorted = items.map((item) => ({ item, place: placeIn(item) })).sort((a, b) => inListOrder(a.place, b.place));
  const after = cursor === undefined ? undefined : placeOf(cursor);
  const rest = after === undefined ? sorted : sorted.filter(({ place }) => inListOrder(place, after) > 0);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return { items: page.map(({ item }) => item), next: last && rest.length > page.length ? cursorAfter(last.place) : null };
}

function placeIn({ since, trajectoryId, key = '' }: Listed): Place {
  return { since: since ?? '', trajectoryId: trajectoryId as TrajectoryId, key };
}
