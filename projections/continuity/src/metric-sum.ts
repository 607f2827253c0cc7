import type { Chronicle } from '@trajectboek/events';
import { itemsOf, resultOf } from './compute.js';
import type { MetricRequest, MetricResult } from './metric.js';
import type { MetricRules } from './rules.js';
import { Tally } from './tally.js';

/** Adds up one metric, one youth at a time: nothing of a youth is kept but what he adds to the sum. */
export class MetricSum {
  readonly #tally = new Tally();
  readonly #persons = new Tally();
  #youths = 0;

  constructor(
    private readonly request: MetricRequest,
    private readonly rules: MetricRules,
  ) {}

  /** @param chronicle what was known of the youth at `request.knownAt` */
  add(chronicle: Chronicle): void {
    const { metric, from, to, asOf, published } = this.request;
    const items = itemsOf(metric, chronicle, { window: { from, to, asOf }, rules: this.rules });
    if (items.isEmpty) return;
    this.#youths += 1;
    this.#tally.add(items);
    if (published) this.#persons.add(items.once());
  }

  result(): MetricResult {
    return resultOf(this.request, { tally: this.#tally, youths: this.#youths, persons: this.#persons });
  }
}

/** Computes one metric over some youths. */
export function computeMetric(request: MetricRequest, chronicles: Iterable<Chronicle>, rules: MetricRules): MetricResult {
  const sum = new MetricSum(request, rules);
  for (const chronicle of chronicles) sum.add(chronicle);
  return sum.result();
}
