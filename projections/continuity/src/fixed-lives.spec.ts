import { describe, expect, test } from '@jest/globals';
import { METRIC_IDS } from './metric.js';
import { disagreements } from './testing/second/compare.js';
import { fixedLives } from './testing/second/fixed-lives.js';

describe('a second way of computing agrees on the same lives each time', () => {
  test.each(METRIC_IDS)('about %s', (metric) => {
    for (const { question, second } of fixedLives(metric)) expect(disagreements(metric, question, second)).toEqual([]);
  });
});
