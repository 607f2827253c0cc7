import { METRICS, sourcesOf, type MetricId } from '@trajectboek/continuity-view';

/** What a metric is: label and definition in Dutch, unit, keys of its answer, where it comes from, and where to find it. */
export interface MetricEntry {
  readonly metric: MetricId;
  readonly label: string;
  readonly definition: string;
  readonly unit: string;
  readonly keys: readonly string[];
  readonly sources: readonly string[];
  readonly link: string;
  readonly links: { readonly list: string; readonly worklist: string; readonly definition: string };
}

export function metricEntry(metric: MetricId): MetricEntry {
  const { label, definition, unit, keys, worklist } = METRICS[metric];
  const link = `/v1/metrics/${metric}`;
  return { metric, label, definition, unit, keys, sources: sourcesOf(metric), link, links: { list: `${link}/youths`, worklist: `/v1/worklists/${worklist}`, definition: `${link}/definition` } };
}
