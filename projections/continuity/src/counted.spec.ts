import { describe, expect, test } from '@jest/globals';
import { Chronicle, knownUntil } from '@trajectboek/events';
import fc from 'fast-check';
import { countedOf, type Counted } from './counted.js';
import type { Figures } from './figures/figure.js';
import { computeMetric } from './metric-sum.js';
import { METRIC_IDS, type MetricId } from './metric.js';
import { isLevel, kindOf } from './published/kinds.js';
import { enrolled, fact, left, MUNICIPALITY, opened, youth } from './testing/given.js';
import type { Part } from './tally.js';
import { rulesWith } from './testing/rules.js';
import { AFTERCARE_CLOCKS } from './testing/second/clocks.js';
import { asked, type Question } from './testing/second/lives.js';
import { THEMES } from './testing/second/themes.js';

const RULES = rulesWith(AFTERCARE_CLOCKS);
const WINDOW = { from: '2020-01-01', to: '2020-12-31', asOf: '2021-12-31' };

/** What a figure says of how many there are, and the same added up from the items. */
type Told = readonly [said: unknown, added: number];

const numberOf = (items: readonly Counted[], ...parts: readonly Part[]): number => items.filter(({ part }) => parts.includes(part)).length;
const sumOf = (items: readonly Counted[], part: Part): number => items.filter((item) => item.part === part).reduce((sum, { value }) => sum + value, 0);

function toldAt(result: Figures, figure: string, items: readonly Counted[]): readonly Told[] {
  const said = figure === '' ? result : figure.split('.').reduce<unknown>((level, key) => (isLevel(level) ? level[key] : undefined), result);
  if (figure === 'at') return [[result['spells'], items.length]];
  if (figure === 'perYouthPerYear' || figure === 'per100Years') {
    return [[said, (figure === 'per100Years' ? 100 : 1) * sumOf(items, 'numerator') * 365.25 / sumOf(items, 'denominator')]];
  }
  if (!isLevel(said)) return [[said, sumOf(items, 'counted')]];
  const running: readonly Told[] = 'censored' in said ? [[said['censored'], numberOf(items, 'censored')]] : [];
  if (kindOf(said) === 'share') return [[said['numerator'], numberOf(items, 'numerator')], [said['denominator'], numberOf(items, 'numerator', 'denominator')], ...running];
  return [[said['n'], numberOf(items, 'counted')], ...running];
}

/** Levels of figures that rest on others, or have another name for what they count. */
const DERIVED = /^(?:shares\.|shareBetween|at\.)/;

/** The figures that count something, by where they stand. */
function countingIn(level: Figures, path = ''): readonly string[] {
  const below = Object.entries(level).flatMap(([key, figure]) => (isLevel(figure) ? countingIn(figure, path === '' ? key : `${path}.${key}`) : []));
  const counts = ['denominator', 'n', 'censored'].some((key) => Number(level[key] ?? 0) > 0);
  return counts && !DERIVED.test(path) ? [path, ...below] : below;
}

function check(metric: MetricId, { lives, from, to, asOf, knownAt }: Question): number {
  const chronicles = lives.map((life) => new Chronicle(life, knownUntil(knownAt)));
  const result = computeMetric({ metric, from, to, asOf, knownAt }, chronicles, RULES);
  const perYouth = chronicles.map((chronicle) => countedOf(metric, chronicle, { window: { from, to, asOf }, rules: RULES }));
  const items = perYouth.flat();
  expect(perYouth.filter((some) => some.length > 0)).toHaveLength(result.youthsCounted ?? NaN);
  const figures = Map.groupBy(items, ({ figure }) => figure);
  for (const [figure, some] of figures) for (const [said, added] of toldAt(result, figure, some)) {
    if (said !== null || added !== Infinity) expect([figure, said]).toEqual([figure, expect.closeTo(added, 6)]);
  }
  expect(countingIn(result).filter((figure) => !figures.has(figure))).toEqual([]);
  expect(items.filter(({ date }) => date === null || date > asOf)).toEqual([]);
  return items.length;
}

describe('what a metric counts of each youth', () => {
  test.each(METRIC_IDS)('adds up to the figures of %s, and nothing else does', (metric) => {
    let counted = 0;
    fc.assert(fc.property(asked(...THEMES[metric]), (question) => { counted += check(metric, question); }), { numRuns: 60 });
    expect(counted).toBeGreaterThan(0);
  });

  test('says in which part of a figure it is, from which day, and how long', () => {
    const offer = fact('HandoverOffered', '2020-02-01', { handoverId: 'h1', to: MUNICIPALITY, receiverRole: 'rmc', warm: false, answerBy: '2020-02-15' });
    const gone = youth(opened('2020-01-01'), enrolled('2020-01-10'), left('2020-03-01'), offer);
    const counted = (metric: MetricId) => countedOf(metric, gone, { window: WINDOW, rules: RULES });
    expect(counted('C6')).toEqual([{ figure: '', part: 'denominator', date: '2020-02-01', value: 1 }]);
    expect(counted('C1')).toEqual([{ figure: '', part: 'censored', date: '2020-03-01', value: 670 }]);
    expect(counted('C3')).toEqual([{ figure: 'offeredToAccepted', part: 'censored', date: '2020-02-01', value: 699 }]);
    expect(counted('C2')).toEqual([{ figure: 'offered', part: 'counted', date: '2020-02-01', value: 1 }, { figure: 'unanswered', part: 'counted', date: '2020-02-01', value: 1 }]);
    expect(counted('C10')).toEqual([]);
  });
});
