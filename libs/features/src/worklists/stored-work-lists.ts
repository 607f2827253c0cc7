import { Injectable } from '@nestjs/common';
import { ViewStorePort } from '@trajectboek/api';
import { AsOf, type CivilDate, type TrajectoryId } from '@trajectboek/events';
import { HANDOVERS } from '@trajectboek/handovers';
import { MEMBERSHIPS } from '@trajectboek/memberships';
import type { FoundRow, RowQuery } from '@trajectboek/view-store';
import { itemOn, openHandoverItem, OPEN_HANDOVERS, OUT_OF_VIEW, POSSIBLE_DUPLICATES, TURNING, TURNING_ALL, WORK_ITEMS, type OpenHandover, type WorkItem } from '@trajectboek/worklists';
import type { CompleteTo, Moment } from '../youths/moment.js';
import { tagsWithin } from '../youths/places.js';
import { StoredRows } from '../youths/stored-rows.js';
import type { WorkListQuery } from './work-list.query.js';

export type StoredItem = WorkItem & { readonly trajectoryId: string };

/** Where the items of a list are stored. */
interface StoredList {
  readonly view: string;
  readonly tags: NonNullable<RowQuery['tags']>;
  itemOf(row: FoundRow, date: CivilDate): WorkItem;
}

const OF_HANDOVERS: StoredList = { view: HANDOVERS.name, tags: {}, itemOf: ({ doc }, date) => openHandoverItem(doc as unknown as OpenHandover, new AsOf(date)) };

function storedList(id: string): StoredList {
  if (id === OPEN_HANDOVERS.id) return OF_HANDOVERS;
  return { view: WORK_ITEMS.name, tags: { list: id === TURNING_ALL.id ? TURNING.map((list) => list.id) : id }, itemOf: ({ doc }, date) => itemOn(doc as unknown as WorkItem, date) };
}

/** Work lists from stored rows: with today's knowledge, on any date. */
@Injectable()
export class StoredWorkLists {
  constructor(
    private readonly store: ViewStorePort,
    private readonly rows: StoredRows,
  ) {}

  /** False for knowledge of the past, for definitions, for a cause on another list, and for the list that compares youths. */
  canAnswer(list: string, moment: Moment, { definition, cause }: WorkListQuery): boolean {
    return !moment.asKnownThen && definition === undefined && list !== POSSIBLE_DUPLICATES.id && (cause === undefined || list === OUT_OF_VIEW.id);
  }

  completeTo(id: string): Promise<CompleteTo> {
    return this.rows.completeTo([storedList(id).view, MEMBERSHIPS.name]);
  }

  /** A page of everyone's items, and how many there are. */
  async page(id: string, { asOf }: Moment, query: WorkListQuery): Promise<{ readonly count: number; readonly items: readonly StoredItem[]; readonly next: string | null }> {
    const list = storedList(id);
    const tags = tagsOf(list, query, asOf);
    const counts = await this.store.count(list.view, { asOf, tags, by: [] });
    const { rows, next } = await this.store.find(list.view, { asOf, tags, limit: query.limit ?? 100, ...(query.cursor !== undefined && { cursor: query.cursor }) });
    return { count: counts.reduce((sum, { count }) => sum + count, 0), items: rows.map((row) => toItem(list, row, asOf)), next };
  }

  /** The items of some youths. */
  async ofYouths(id: string, trajectoryIds: readonly TrajectoryId[], { asOf, query }: { readonly asOf: CivilDate; readonly query: WorkListQuery }): Promise<readonly StoredItem[]> {
    const list = storedList(id);
    const rows = await this.rows.ofYouths(list.view, trajectoryIds, { asOf, tags: tagsOf(list, query, asOf) });
    return rows.map((row) => toItem(list, row, asOf));
  }
}

function toItem(list: StoredList, row: FoundRow, date: CivilDate): StoredItem {
  return { trajectoryId: row.trajectoryId, ...list.itemOf(row, date) };
}

function tagsOf({ tags }: StoredList, { organisation, school, cause, ...places }: WorkListQuery, date: CivilDate): NonNullable<RowQuery['tags']> {
  const exact = Object.entries({ owner: organisation, school, why: cause }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...tags, ...Object.fromEntries(exact), ...tagsWithin(places, date) };
}
