import type { Chronicle } from '@trajectboek/events';
import { itemsOf, resultOf } from './compute.js';
import type { MetricRequest, MetricResult } from './metric.js';
import type { MetricRules } from './rules.js';
import { Tally } from './tally.js';

/** Adds up one metric, one youth at a time: nothing of a youth is kept but what he adds to the sum. */
export class MetricSum {
  readonly #tally = new Tally();
  readonly #persons = new Tally();
  readonly #outside = new Map<string, number>();
  #youths = 0;

  constructor(
    private readonly request: MetricRequest,
    private readonly rules: MetricRules,
  ) {}

  /** @param chronicle what was known of the youth at `request.knownAt` */
  add(chronicle: Chronicle): void {
    const items = this.#itemsOf(chronicle);
    if (items.isEmpty) return;
    this.#youths += 1;
    this.#tally.add(items);
    if (this.request.published) this.#persons.add(items.once());
  }

  /**
   * A youth who is not in the sum, but is in that of other questions about more youths.
   * @param questions a name for each of those
   */
  addOutside(chronicle: Chronicle, questions: readonly string[]): void {
    if (questions.length === 0 || this.#itemsOf(chronicle).isEmpty) return;
    for (const question of questions) this.#outside.set(question, (this.#outside.get(question) ?? 0) + 1);
  }

  result(): MetricResult {
    return resultOf(this.request, { tally: this.#tally, youths: this.#youths, persons: this.#persons, outside: [...this.#outside.values()] });
  }

  #itemsOf(chronicle: Chronicle): Tally {
    const { metric, from, to, asOf } = this.request;
    return itemsOf(metric, chronicle, { window: { from, to, asOf }, rules: this.rules });
  }
}

/** Computes one metric over some youths. */
export function computeMetric(request: MetricRequest, chronicles: Iterable<Chronicle>, rules: MetricRules): MetricResult {
  const sum = new MetricSum(request, rules);
  for (const chronicle of chronicles) sum.add(chronicle);
  return sum.result();
}
