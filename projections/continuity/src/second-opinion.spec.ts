import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { METRIC_IDS, type MetricId } from './metric.js';
import { METRICS } from './registry.js';
import { pathsWithFigures } from './testing/second/agreement.js';
import { CLOCKS } from './testing/second/clocks.js';
import { disagreements, secondAnswer } from './testing/second/compare.js';
import type { Tree } from './testing/second/figures.js';
import { asked, type Question } from './testing/second/lives.js';
import { THEMES } from './testing/second/themes.js';

/** Any seed will do; the one that found something can be given again. */
const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const RUNS = Number(process.env['RUNS'] ?? 250);

function compare(metric: MetricId, question: Question): Tree {
  const second = secondAnswer(metric, question);
  expect(disagreements(metric, question, second)).toEqual([]);
  return second;
}

/** Intervals are compared for C10 only; nothing of a share or a spread of ended items needs to run still. */
const BESIDE: ReadonlySet<string> = new Set(['low', 'high', 'censored']);

/** What has to be above 0 in some of the runs: every key of the metric; of the schemes those that were written a second time. */
function keysOf(metric: MetricId): readonly string[] {
  return metric === 'C22' ? CLOCKS : METRICS[metric].keys.filter((key) => !BESIDE.has(key));
}

describe(`a second way of computing agrees on random lives (SEED=${SEED})`, () => {
  test.each(METRIC_IDS)('about %s, and there is something to compute', (metric) => {
    const seen = new Map<string, number>();
    fc.assert(fc.property(asked(...THEMES[metric]), (question) => {
      for (const path of new Set(pathsWithFigures(compare(metric, question)))) seen.set(path, (seen.get(path) ?? 0) + 1);
    }), { seed: SEED, numRuns: RUNS });
    const runsWith = (key: string): number => Math.max(0, ...[...seen].filter(([path]) => path === `/${key}` || path.startsWith(`/${key}/`)).map(([, times]) => times));
    const often = keysOf(metric).map((key) => [key, runsWith(key)] as const);
    expect(Math.max(...often.map(([, times]) => times))).toBeGreaterThan(RUNS / 8);
    expect(often.filter(([, times]) => times === 0)).toEqual([]);
  });
});
