import { problem, type ViewQuery } from '@trajectboek/api';
import { civilDateOf, knownUntil, type CivilDate, type Instant } from '@trajectboek/events';

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

/** Orders a list newest first and cuts the page after a cursor; the cursor names the last item, so that a page stays right when items come in before it. */
export function pageOf<Item extends { readonly since: string | null; readonly trajectoryId: string; readonly key?: string }>(
  items: readonly Item[], { limit = 100, cursor }: { readonly limit?: number | undefined; readonly cursor?: string | undefined },
): { readonly items: readonly Item[]; readonly next: string | null } {
  const sorted = items.map((item) => ({ item, place: placeOf(item) })).sort((a, b) => (a.place < b.place ? 1 : a.place > b.place ? -1 : 0));
  const after = cursor === undefined ? undefined : decode(cursor);
  const rest = after === undefined ? sorted : sorted.filter(({ place }) => place < after);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return { items: page.map(({ item }) => item), next: last && rest.length > page.length ? Buffer.from(last.place).toString('base64url') : null };
}

function placeOf({ since, trajectoryId, key = '' }: { readonly since: string | null; readonly trajectoryId: string; readonly key?: string }): string {
  return `${since ?? '0000-00-00'} ${trajectoryId} ${key}`;
}

/** The day of the last item of the page that the cursor ended; what comes after it lies on that day or before it. */
export function dayOfCursor(cursor: string): CivilDate {
  return decode(cursor).slice(0, 10);
}

function decode(cursor: string): string {
  const place = Buffer.from(cursor, 'base64url').toString();
  if (!/^\d{4}-\d{2}-\d{2} [0-9a-f-]{36} /.test(place)) throw problem('invalid-query', 'De cursor is niet een die wij hebben gegeven.', [{ pointer: '?cursor', code: 'schema', detail: 'onbekende cursor' }]);
  return place;
}
