import { Injectable } from '@nestjs/common';
import { findRole } from '@trajectboek/access';
import { ViewStorePort, type RequestAccess } from '@trajectboek/api';
import { AsOf, type CivilDate } from '@trajectboek/events';
import { HANDOVERS } from '@trajectboek/handovers';
import { CAUSE_LABELS, type Cause } from '@trajectboek/situation';
import { SITUATIONS } from '@trajectboek/situations';
import type { FoundRow, RowQuery } from '@trajectboek/view-store';
import { OPEN_HANDOVERS, openHandoverItem, OUT_OF_VIEW, outOfViewItem, type OpenHandover, type WorkItem } from '@trajectboek/worklists';
import { dayOfCursor, pageOf, type CompleteTo, type Moment } from '../youths/moment.js';
import { tagsWithin } from '../youths/places.js';
import type { WorkListQuery } from './work-list.query.js';

type StoredItem = WorkItem & { readonly trajectoryId: string };

export interface StoredPage {
  readonly completeTo: CompleteTo;
  readonly count: number;
  readonly items: readonly StoredItem[];
  readonly next: string | null;
}

interface StoredList {
  readonly view: string;
  readonly tags: Readonly<Record<string, string>>;
  itemOf(row: FoundRow, date: CivilDate): WorkItem;
}

/** Lists whose items are rows of a stored view; both views can be found by the day since when an item is on the list. */
const STORED: ReadonlyMap<string, StoredList> = new Map([
  [OPEN_HANDOVERS.id, { view: HANDOVERS.name, tags: {}, itemOf: ({ doc }, date) => openHandoverItem(doc as unknown as OpenHandover, new AsOf(date)) }],
  [OUT_OF_VIEW.id, { view: SITUATIONS.name, tags: { status: 'out-of-view' }, itemOf: ({ tags, doc }) => outOfViewItem(storedSituation(tags['cause'] ?? null, doc)) }],
]);

/** Work lists from stored rows: for who may see every youth, with today's knowledge, on any date. */
@Injectable()
export class StoredWorkLists {
  constructor(private readonly store: ViewStorePort) {}

  canAnswer(list: string, { caller }: RequestAccess, { moment, query }: { readonly moment: Moment; readonly query: WorkListQuery }): boolean {
    const { definition, guide, school, organisation, cause } = query;
    const hasTags = [definition, guide, school].every((filter) => filter === undefined)
      && (organisation === undefined || list === OPEN_HANDOVERS.id) && (cause === undefined || list === OUT_OF_VIEW.id);
    return STORED.has(list) && hasTags && !moment.asKnownThen && findRole(caller.role)?.reach === 'all';
  }

  async read(id: string, { asOf }: Moment, query: WorkListQuery): Promise<StoredPage> {
    const list = STORED.get(id);
    if (!list) throw new Error(`the list ${id} is not stored`);
    const completeTo = (await this.store.live(list.view))?.checkpoint ?? { position: 0, recordedAt: null };
    const tags = { ...list.tags, ...tagsWithin(query, asOf), ...(query.organisation !== undefined && { owner: query.organisation }), ...(query.cause !== undefined && { cause: query.cause }) };
    const days = await this.store.count(list.view, { asOf, tags, by: ['since'] });
    const rows = await this.#rowsOf(list, { asOf, tags }, { days, query });
    const items = rows.map((row): StoredItem => ({ trajectoryId: row.trajectoryId, ...list.itemOf(row, asOf) }));
    return { completeTo, count: days.reduce((sum, { count }) => sum + count, 0), ...pageOf(items, query) };
  }

  /** The rows of as many days, newest first, as the page and the item after it need. */
  async #rowsOf({ view }: StoredList, found: Pick<RowQuery, 'asOf' | 'tags'>, { days, query }: { readonly days: Awaited<ReturnType<ViewStorePort['count']>>; readonly query: WorkListQuery }): Promise<readonly FoundRow[]> {
    const after = query.cursor === undefined ? undefined : dayOfCursor(query.cursor);
    const newest = days.map(({ values, count }) => ({ day: values['since'] ?? '', count })).filter(({ day }) => after === undefined || day <= after)
      .sort((a, b) => (a.day < b.day ? 1 : -1));
    const since: string[] = [];
    let limit = 0;
    let beyond = 0;
    for (const { day, count } of newest) {
      if (beyond > (query.limit ?? 100)) break;
      since.push(day);
      limit += count;
      // Of the cursor's own day a part was on the page before.
      if (day !== after) beyond += count;
    }
    return limit === 0 ? [] : (await this.store.find(view, { ...found, tags: { ...found.tags, since }, limit })).rows;
  }
}

function storedSituation(cause: string | null, doc: FoundRow['doc']): Parameters<typeof outOfViewItem>[0] {
  const event = doc['causeEvent'] as WorkItem['events'][number] | null;
  return { since: String(doc['since']), cause, causeLabel: cause === null ? null : CAUSE_LABELS[cause as Cause], event };
}
