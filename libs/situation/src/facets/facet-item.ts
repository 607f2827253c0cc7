import type { CivilDate, RecordedEvent } from '@trajectboek/events';
import type { PeriodSetting } from '../youth.js';

/** One thing that holds a facet open. */
export interface FacetItem {
  readonly event: RecordedEvent;
  readonly since: CivilDate;
  /** Facts that change or review it; with its start and with what is said about the situation they keep it fresh. */
  readonly reviews: readonly RecordedEvent[];
  readonly staleAfter: PeriodSetting;
}

type ItemOptions = Partial<Omit<FacetItem, 'event'>>;

export function itemOf(event: RecordedEvent, options: ItemOptions = {}): FacetItem {
  return { event, since: event.occurredOn, reviews: [], staleAfter: 'staleAfter', ...options };
}
