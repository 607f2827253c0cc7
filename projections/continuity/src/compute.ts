import { AsOf, type Chronicle } from '@trajectboek/events';
import { hasFigure, withoutCounts, type Figures } from './figures/figure.js';
import type { Metric, MetricContext, MetricId, MetricRequest, MetricResult } from './metric.js';
import type { MetricRules } from './rules.js';
import { METRICS } from './registry.js';
import { Tally } from './tally.js';

/** What one youth adds to a metric. */
export function itemsOf(id: MetricId, chronicle: Chronicle, context: MetricContext): Tally {
  const history = chronicle.on(new AsOf(context.window.asOf));
  return METRICS[id].itemsOf(context.rules.youthOn(history), context);
}

/** The figures of a tally; says `insufficient-data` where none could be computed, and then gives no zeros for them. */
export function summarise(metric: Metric, tally: Tally): Figures {
  const figures = metric.summarise(tally);
  if (tally.isEmpty) return { ...withoutCounts(figures), result: 'insufficient-data' };
  return hasFigure(figures) ? figures : { ...figures, result: 'insufficient-data' };
}

/** Below so many youths a figure says little: it carries the label (metrics.md). */
const SMALL = 10;

/** What some youths come to together; `youths` = how many of them have an item in the window. */
export interface Sum {
  readonly tally: Tally;
  readonly youths: number;
}

/** The answer to a question from what the youths add up to, wherever that was added up. */
export function resultOf({ metric: id, from, to, asOf, knownAt }: MetricRequest, { tally, youths }: Sum): MetricResult {
  const { label, definition, unit } = METRICS[id];
  const head = { metric: id, label, definition, unit, from, to, asOf, knownAt: knownAt ?? null };
  return { ...head, youthsCounted: youths, smallNumbers: youths < SMALL, ...summarise(METRICS[id], tally) };
}

/**
 * Computes one metric over some youths.
 * @param chronicles what was known of each youth at `request.knownAt`
 */
export function computeMetric(request: MetricRequest, chronicles: Iterable<Chronicle>, rules: MetricRules): MetricResult {
  const { metric, from, to, asOf } = request;
  const tally = new Tally();
  let youths = 0;
  for (const chronicle of chronicles) {
    const items = itemsOf(metric, chronicle, { window: { from, to, asOf }, rules });
    if (!items.isEmpty) youths += 1;
    tally.add(items);
  }
  return resultOf(request, { tally, youths });
}
