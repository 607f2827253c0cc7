import { describe, expect, test } from '@jest/globals';
import { Chronicle, knownUntil } from '@trajectboek/events';
import fc from 'fast-check';
import { computeMetric } from './metric-sum.js';
import { METRIC_IDS, type MetricId, type MetricResult } from './metric.js';
import { METRICS } from './registry.js';
import { rulesWith } from './testing/rules.js';
import { differences, isNothing, pathsWithFigures } from './testing/second/agreement.js';
import { AFTERCARE_CLOCKS, CLOCKS } from './testing/second/clocks.js';
import type { Tree } from './testing/second/figures.js';
import { SECOND } from './testing/second/index.js';
import { ADMISSIONS, ADVICE, AFTERCARE, BENEFITS, CLOSINGS, CONTACTS, CREDENTIALS, ENROLMENTS, GUIDES, HOLDERS, INTERNSHIPS, JOBS, LONG_JOBS, MEETINGS, NEEDS, OTHERS, SIGNALS, TRACKS } from './testing/second/kinds.js';
import { asked, HANDOVERS, type Question, type Theme } from './testing/second/lives.js';
import { World } from './testing/second/world.js';

/** Any seed will do; the one that found something can be given again. */
const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const RUNS = Number(process.env['RUNS'] ?? 250);

/** What happens in the lives that a metric is asked about. */
const THEMES: Readonly<Record<MetricId, readonly Theme[]>> = {
  C1: [ENROLMENTS, JOBS, TRACKS, INTERNSHIPS, OTHERS], C2: [HANDOVERS, CONTACTS], C3: [HANDOVERS], C4: [HANDOVERS], C5: [HANDOVERS, ENROLMENTS], C6: [HANDOVERS],
  C7: [GUIDES, GUIDES, ENROLMENTS, JOBS, CLOSINGS], C8: [CONTACTS, HANDOVERS, CLOSINGS],
  C9: [ENROLMENTS, JOBS, TRACKS, CONTACTS, SIGNALS, ADMISSIONS, BENEFITS, OTHERS, CREDENTIALS, CLOSINGS, GUIDES, HANDOVERS],
  C10: [JOBS], C11: [JOBS, LONG_JOBS, LONG_JOBS, CONTACTS, ENROLMENTS], C12: [SIGNALS], C13: [ADVICE], C14: [ENROLMENTS, ENROLMENTS, MEETINGS, MEETINGS, SIGNALS], C15: [BENEFITS], C16: [ADMISSIONS, CONTACTS, ENROLMENTS],
  C17: [INTERNSHIPS], C18: [TRACKS], C19: [SIGNALS, SIGNALS, SIGNALS, ENROLMENTS, JOBS, TRACKS, BENEFITS, CONTACTS, OTHERS], C20: [CONTACTS], C21: [ENROLMENTS, CONTACTS, AFTERCARE, CLOSINGS],
  C22: [ADVICE, ADVICE, ADVICE, ENROLMENTS, SIGNALS, NEEDS, CONTACTS, GUIDES, CLOSINGS, HANDOVERS], C23: [HOLDERS, ENROLMENTS, BENEFITS, SIGNALS, CLOSINGS, HANDOVERS],
  C24: [ENROLMENTS, SIGNALS, CREDENTIALS, CREDENTIALS, JOBS], C25: [JOBS, TRACKS], C26: [NEEDS, CONTACTS, TRACKS, GUIDES],
};
const RULES = rulesWith(AFTERCARE_CLOCKS);

/** The figures under the keys of the metric; of C22 the schemes that were written a second time. */
function figuresOf(metric: MetricId, result: MetricResult): Tree {
  const keys = metric === 'C22' ? CLOCKS.filter((clock) => clock in result) : METRICS[metric].keys;
  return Object.fromEntries(keys.map((key) => [key, result[key] ?? null])) as Tree;
}

function compare(metric: MetricId, { lives, from, to, asOf, knownAt }: Question): Tree {
  const world = new World(lives, { asOf, knownAt });
  try {
    const second = SECOND[metric](world, { from, to, asOf });
    const first = computeMetric({ metric, from, to, asOf, knownAt }, lives.map((life) => new Chronicle(life, knownUntil(knownAt))), RULES);
    if (first['result'] === 'insufficient-data') expect(isNothing(second)).toBe(true);
    else expect(differences(second, figuresOf(metric, first))).toEqual([]);
    return second;
  } finally {
    world.close();
  }
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
