import { Chronicle, knownUntil } from '@trajectboek/events';
import { computeMetric } from '../../metric-sum.js';
import type { MetricId, MetricResult } from '../../metric.js';
import { METRICS } from '../../registry.js';
import { rulesWith } from '../rules.js';
import { differences, isNothing } from './agreement.js';
import { AFTERCARE_CLOCKS, CLOCKS } from './clocks.js';
import type { Tree } from './figures.js';
import { SECOND } from './index.js';
import type { Question } from './lives.js';
import { World } from './world.js';

const RULES = rulesWith(AFTERCARE_CLOCKS);

/** The figures under the keys of the metric; of C22 the schemes that were written a second time. */
function figuresOf(metric: MetricId, result: MetricResult): Tree {
  const keys = metric === 'C22' ? CLOCKS.filter((clock) => clock in result) : METRICS[metric].keys;
  return Object.fromEntries(keys.map((key) => [key, result[key] ?? null])) as Tree;
}

/** What the second way of computing says. */
export function secondAnswer(metric: MetricId, { lives, from, to, asOf, knownAt }: Question): Tree {
  const world = new World(lives, { asOf, knownAt });
  try {
    return SECOND[metric](world, { from, to, asOf });
  } finally {
    world.close();
  }
}

/** Where the fold says something else, as paths. */
export function disagreements(metric: MetricId, { lives, from, to, asOf, knownAt }: Question, second: Tree): readonly string[] {
  const first = computeMetric({ metric, from, to, asOf, knownAt }, lives.map((life) => new Chronicle(life, knownUntil(knownAt))), RULES);
  if (first['result'] !== 'insufficient-data') return differences(second, figuresOf(metric, first));
  return isNothing(second) ? [] : ['the fold has no data'];
}
