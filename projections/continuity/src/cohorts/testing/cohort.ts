import { AsOf, type Chronicle, type CivilDate } from '@trajectboek/events';
import { itemsOf, resultOf } from '../../compute.js';
import { computeMetric } from '../../metric-sum.js';
import type { MetricId, MetricResult } from '../../metric.js';
import { Tally } from '../../tally.js';
import { youth, type Fact } from '../../testing/given.js';
import { rulesWith } from '../../testing/rules.js';
import type { FigureId } from '../figures.js';
import type { CountedBy } from '../source-figure.js';

/** Youths to whom the same happened. */
export interface Group {
  readonly size: number;
  readonly facts: readonly Fact[];
  /** They are like the others, and none of the figures is about them. */
  readonly beside?: boolean;
}

/** A percentage as the source prints it: from the lowest to the highest number that is printed so. */
export interface Printed {
  /** Keys of the answer that are added up (`byResult/work`); `less` is taken off. */
  readonly part: readonly string[];
  readonly less?: readonly string[];
  /** Keys that are added up, or all youths of the cohort but those beside it. */
  readonly of: readonly string[] | 'youths';
  readonly percent: readonly [lowest: number, highest: number];
}

/** One question with what the source answers. */
export interface Check {
  readonly by: CountedBy;
  /** From, to and as of; of the counts by status only as of matters. */
  readonly window: readonly [CivilDate, CivilDate, CivilDate];
  /** The numbers that the source gives, or that its percentages come to in a cohort of this size. */
  readonly counts: object;
  readonly printed?: readonly Printed[];
}

/** Made-up youths to whom what the source counted happened in the same proportion. */
export interface Cohort {
  readonly figure: FigureId;
  /** What the source does not say and the cohort had to fill in. */
  readonly assumed: string;
  readonly groups: Readonly<Record<string, Group>>;
  readonly checks: readonly Check[];
}

/** Printed as a whole number: 64 stands for 63.5 up to 64.5. With decimals the same, for the last of them. */
export function rounded(percentage: string): readonly [number, number] {
  const half = 0.5 * 10 ** -(percentage.split('.')[1]?.length ?? 0);
  return [Number(percentage) - half, Number(percentage) + half];
}

/** How many of a whole a percentage is; a cohort in which that is no whole number is not in proportion. */
export function partOf(whole: number, percentage: number): number {
  const part = (whole * percentage) / 100;
  if (Math.abs(part - Math.round(part)) > 1e-9) throw new Error(`${percentage}% of ${whole} is no number of youths`);
  return Math.round(part);
}

export type Groups = readonly Group[];
export type Answer = MetricResult | Readonly<Record<string, number>>;

/** The answer over all youths of the groups, each with a path of his own. */
export function ask({ by, window: [from, to, asOf] }: Check, groups: Groups): Answer {
  const youths = groups.flatMap(({ size, facts }) => Array.from({ length: size }, () => youth(...facts)));
  return by === 'status' ? statuses(asOf, youths.map((chronicle) => [chronicle, 1])) : computeMetric({ metric: by, from, to, asOf }, youths, rulesWith());
}

/** The same from one youth of each group, who counts as often as the group is large. */
export function askOneOfEach(check: Check, groups: Groups): Answer {
  const { by, window: [, , asOf] } = check;
  return by === 'status' ? statuses(asOf, groups.map(({ size, facts }) => [youth(...facts), size])) : metricOf(by, check, groups);
}

function metricOf(metric: MetricId, { window: [from, to, asOf] }: Check, groups: Groups): MetricResult {
  const tally = new Tally();
  let youths = 0;
  for (const { size, facts } of groups) {
    const items = itemsOf(metric, youth(...facts), { window: { from, to, asOf }, rules: rulesWith() });
    if (!items.isEmpty) youths += size;
    for (let times = 0; times < size; times += 1) tally.add(items);
  }
  return resultOf({ metric, from, to, asOf }, { tally, youths });
}

/** How many youths have each status on a date. */
function statuses(asOf: CivilDate, youths: readonly (readonly [Chronicle, times: number])[]): Readonly<Record<string, number>> {
  const rules = rulesWith();
  const counts: Record<string, number> = {};
  for (const [chronicle, times] of youths) {
    const { status } = rules.sightOn(rules.youthOn(chronicle.on(new AsOf(asOf))));
    counts[status] = (counts[status] ?? 0) + times;
  }
  return counts;
}

/** The number at a path of keys; what is not there was not counted. */
function numberAt(answer: object, path: string): number {
  const found = path.split('/').reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined), answer);
  return typeof found === 'number' ? found : 0;
}

function sumAt(answer: object, paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + numberAt(answer, path), 0);
}

/** @param youths how many youths the figure is about */
export function percentageOf({ part, less = [], of }: Printed, answer: object, youths: number): number {
  return (100 * (sumAt(answer, part) - sumAt(answer, less))) / (of === 'youths' ? youths : sumAt(answer, of));
}
