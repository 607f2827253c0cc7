import { AsOf, type Chronicle } from '@trajectboek/events';
import { hasFigure, withoutCounts, type Figures } from './figures/figure.js';
import type { Metric, MetricContext, MetricId, MetricRequest, MetricResult } from './metric.js';
import { hidden } from './published/kinds.js';
import { rounded, type PublicationRules } from './published/publication.js';
import { isSuppressed, publishFigures } from './published/publish-figures.js';
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
  /** The same with each youth once, for what is published. */
  readonly persons?: Tally;
  /** How many more youths other questions count, of which this one is a part: it can be subtracted from them. */
  readonly outside?: readonly number[];
}

/** The answer to a question from what the youths add up to, wherever that was added up. */
export function resultOf({ metric: id, from, to, asOf, knownAt, published }: MetricRequest, sum: Sum): MetricResult {
  const { label, definition, unit } = METRICS[id];
  const { tally, youths } = sum;
  const head = { metric: id, label, definition, unit, from, to, asOf, knownAt: knownAt ?? null, smallNumbers: youths < SMALL };
  if (published !== undefined) return { ...head, ...publishedFigures(METRICS[id], sum, published) };
  return { ...head, youthsCounted: youths, suppressed: false, ...summarise(METRICS[id], tally) };
}

function publishedFigures(metric: Metric, { tally, youths, persons = tally, outside = [] }: Sum, rules: PublicationRules): Figures & Pick<MetricResult, 'youthsCounted' | 'suppressed'> {
  const figures = summarise(metric, tally);
  if ([youths, ...outside].some((count) => count > 0 && count < rules.threshold)) return { ...hidden(figures), youthsCounted: null, suppressed: true };
  const published = publishFigures({ figures, persons: metric.summarise(persons) }, { rules, youthsOf: (name) => persons.countOf(name) });
  return { ...published, youthsCounted: rounded(youths, rules), suppressed: isSuppressed(published) };
}
