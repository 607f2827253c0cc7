import { Injectable } from '@nestjs/common';
import { ViewStorePort } from '@trajectboek/api';
import type { CivilDate, TrajectoryId } from '@trajectboek/events';
import { MEMBERSHIPS, type MembershipKind } from '@trajectboek/memberships';
import { SITUATIONS } from '@trajectboek/situations';
import type { CountQuery, FoundRow, FoundRows, RowCount, RowQuery, YouthsQuery } from '@trajectboek/view-store';
import type { CompleteTo, Moment } from '../youths/moment.js';
import { tagsWithin } from '../youths/places.js';
import { StoredRows } from '../youths/stored-rows.js';
import type { InBeeldQuery } from './in-beeld.query.js';

type Tags = NonNullable<RowQuery['tags']>;
type Filters = Partial<Omit<InBeeldQuery, 'limit' | 'cursor'>>;

/** Filters that stored rows cannot answer: youths are folded one by one. */
const NOT_STORED = ['definition', 'ageFrom', 'ageTo'] as const;

/** The stored situations: every youth on any date, as the ledger knows it now. */
@Injectable()
export class StoredSituations {
  constructor(
    private readonly store: ViewStorePort,
    private readonly rows: StoredRows,
  ) {}

  /** False for knowledge of the past, and for what no row is found by. */
  canAnswer(moment: Moment, filters: Filters): boolean {
    return !moment.asKnownThen && NOT_STORED.every((name) => filters[name] === undefined);
  }

  completeTo(): Promise<CompleteTo> {
    return this.rows.completeTo([SITUATIONS.name, MEMBERSHIPS.name]);
  }

  find(filters: Filters, page: Omit<RowQuery, 'tags'>): Promise<FoundRows> {
    return this.store.find(SITUATIONS.name, { ...page, tags: tagsOf(filters, page.asOf) });
  }

  ofYouths(trajectoryIds: readonly TrajectoryId[], filters: Filters, { asOf, tagsOnly = false }: Pick<YouthsQuery, 'asOf' | 'tagsOnly'>): Promise<readonly FoundRow[]> {
    return this.rows.ofYouths(SITUATIONS.name, trajectoryIds, { asOf, tagsOnly, tags: tagsOf(filters, asOf) });
  }

  count(filters: Filters, { asOf, by }: Pick<CountQuery, 'asOf' | 'by'>): Promise<readonly RowCount[]> {
    return this.store.count(SITUATIONS.name, { asOf, by, tags: tagsOf(filters, asOf) });
  }

  /** Counts by what a youth can have several of: facets and target groups. */
  countMemberships(kind: MembershipKind, places: Parameters<typeof tagsWithin>[0], { asOf, by }: Pick<CountQuery, 'asOf' | 'by'>): Promise<readonly RowCount[]> {
    return this.store.count(MEMBERSHIPS.name, { asOf, by, tags: { kind, ...tagsWithin(places, asOf) } });
  }
}

function tagsOf({ status, cause, school, ...places }: Filters, date: CivilDate): Tags {
  const exact = Object.entries({ status, cause, school }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(exact), ...tagsWithin(places, date) };
}
