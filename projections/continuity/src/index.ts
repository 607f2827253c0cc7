export { computeMetric, itemsOf, resultOf, summarise, type Sum } from './compute.js';
export type { Figure, Figures } from './figures/figure.js';
export { METRIC_IDS, isMetricId, type Metric, type MetricContext, type MetricId, type MetricRequest, type MetricResult } from './metric.js';
export { METRICS } from './registry.js';
export { metricRules } from './rules.js';
export type { AftercareOnDate, ClockOnDate, MetricRules, Sight } from './rules.js';
export { Tally, type Lengths } from './tally.js';
export type { Window } from './window.js';
