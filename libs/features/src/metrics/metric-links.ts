import type { MetricId, Window } from '@trajectboek/continuity-view';
import { metricEntry } from './metric-entry.js';
import { filtersOf, type MeasuredQuery } from './metric.query.js';

/** What a work list can be asked as well. */
const WORK_LIST_FILTERS: ReadonlySet<string> = new Set(['municipality', 'rmcRegion', 'labourMarketRegion', 'school']);

export interface MetricLinks {
  /** Exactly the youths behind the figures; `figure` and `part` may be added to it. */
  readonly list: string;
  /** The work list that is nearest, for the same places and date. */
  readonly worklist: string;
  readonly definition: string;
}

/** Where to find the youths behind figures, what there is to do for them, and what the figures mean. */
export function linksOf(metric: MetricId, query: MeasuredQuery, { from, to, asOf }: Window): MetricLinks {
  const { links } = metricEntry(metric);
  const knownAt = query.knownAt === undefined ? {} : { knownAt: query.knownAt };
  const filters = filtersOf(query);
  return {
    list: withQuery(links.list, { from, to, asOf, ...knownAt, ...Object.fromEntries(filters) }),
    worklist: withQuery(links.worklist, { asOf, ...knownAt, ...Object.fromEntries(filters.filter(([name]) => WORK_LIST_FILTERS.has(name))) }),
    definition: links.definition,
  };
}

function withQuery(address: string, query: Readonly<Record<string, string>>): string {
  return `${address}?${new URLSearchParams(query).toString()}`;
}
