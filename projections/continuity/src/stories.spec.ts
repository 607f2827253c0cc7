import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Chronicle, knownUntil } from '@trajectboek/events';
import { readScenario, recordedEventsOf } from '@trajectboek/testing';
import { computeMetric } from './metric-sum.js';
import { isMetricId } from './metric.js';
import { mismatchOf } from './testing/mismatch.js';
import { rulesWith } from './testing/rules.js';

const DEMO = new URL('../../../apps/trajectboek/demo/', import.meta.url);
const STORIES = readdirSync(DEMO).filter((file) => file.endsWith('.yaml')).map((file) => readScenario(readFileSync(new URL(file, DEMO), 'utf8')));

const CHECKS = STORIES.flatMap((story) => {
  const youths = [...recordedEventsOf(story).values()];
  return story.checks.filter(({ view }) => view === 'metric').map((check) => {
    const { metric, from, to, asOf, knownAt } = check;
    return { story, youths, check, title: [story.id, metric, from, to, asOf, knownAt].filter(Boolean).join(' ') };
  });
});

describe('the metrics of the stories are as told', () => {
  test.each(CHECKS)('$title', ({ story, youths, check: { metric = '', from = '', to = '', asOf = '', knownAt, expect: expected } }) => {
    if (!isMetricId(metric)) throw new Error(`${metric} is not a metric`);
    const known = knownAt === undefined ? undefined : knownUntil(knownAt);
    const rules = rulesWith(story.settings.programmesEnabled ?? []);
    const result = computeMetric({ metric, from, to, asOf, knownAt }, youths.map((events) => new Chronicle(events, known)), rules);
    expect(mismatchOf(expected, result)).toEqual([]);
  });

  test('and there are enough of them to mean something', () => {
    expect(CHECKS.length).toBeGreaterThanOrEqual(100);
  });
});
