import { Injectable } from '@nestjs/common';
import { findRole } from '@trajectboek/access';
import { ViewStorePort, type RequestAccess } from '@trajectboek/api';
import type { CivilDate } from '@trajectboek/events';
import { SITUATIONS } from '@trajectboek/situations';
import type { CountQuery, FoundRows, RowCount, RowQuery } from '@trajectboek/view-store';
import type { CompleteTo, Moment } from '../youths/moment.js';
import { tagsWithin } from '../youths/places.js';
import type { InBeeldQuery } from './in-beeld.query.js';

type Tags = NonNullable<RowQuery['tags']>;
type Filters = Partial<Omit<InBeeldQuery, 'limit' | 'cursor'>>;

/** Filters that the stored rows cannot answer: they are folded youth by youth. */
const NOT_STORED = ['definition', 'guide', 'targetGroup', 'ageFrom', 'ageTo'] as const;

/** The stored situations: every youth on any date, as the ledger knows it now, for who may see all of them. */
@Injectable()
export class StoredSituations {
  constructor(private readonly store: ViewStorePort) {}

  /** False for knowledge of the past, for a reader who may not see all, and for what no row is found by. */
  canAnswer({ caller }: RequestAccess, moment: Moment, filters: Filters): boolean {
    return !moment.asKnownThen && findRole(caller.role)?.reach === 'all' && NOT_STORED.every((name) => filters[name] === undefined);
  }

  /** Asked before the rows, so that it never promises more than they have. */
  async completeTo(): Promise<CompleteTo> {
    return (await this.store.live(SITUATIONS.name))?.checkpoint ?? { position: 0, recordedAt: null };
  }

  find(filters: Filters, page: Omit<RowQuery, 'tags'>): Promise<FoundRows> {
    return this.store.find(SITUATIONS.name, { ...page, tags: tagsOf(filters, page.asOf) });
  }

  count(filters: Filters, { asOf, by }: Pick<CountQuery, 'asOf' | 'by'>): Promise<readonly RowCount[]> {
    return this.store.count(SITUATIONS.name, { asOf, by, tags: tagsOf(filters, asOf) });
  }
}

function tagsOf({ status, cause, school, ...places }: Filters, date: CivilDate): Tags {
  const exact = Object.entries({ status, cause, school }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(exact), ...tagsWithin(places, date) };
}
