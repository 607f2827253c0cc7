import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { itemsOf, resultOf } from './compute.js';
import { isMetricId, METRIC_IDS } from './metric.js';
import { METRICS } from './registry.js';
import { Tally } from './tally.js';
import { paths, windowDates } from './testing/arbitraries.js';
import { measure, opened, placed, youth } from './testing/given.js';
import { rulesWith } from './testing/rules.js';

describe('every metric', () => {
  test('has a name of its own, and nothing else has', () => {
    expect(['C1', 'C26', 'C27', 'C0', 'c1', ''].filter(isMetricId)).toEqual(['C1', 'C26']);
  });

  test.each(METRIC_IDS)('%s has its own entry, with a label, a definition and a list', (id) => {
    expect(METRICS[id]).toMatchObject({ id, label: expect.any(String), definition: expect.stringMatching(/\?/), worklist: expect.stringMatching(/^[a-z0-9-]+$/) });
  });

  test.each(METRIC_IDS)('%s says that it has no data when there are no youths', (id) => {
    const { result, youthsCounted, ...rest } = measure(id, ['2020-01-01', '2020-12-31', '2020-12-31']);
    expect([result, youthsCounted]).toEqual(['insufficient-data', 0]);
    expect(Object.entries(rest).filter(([key, figure]) => typeof figure === 'number' && !['n', 'censored', 'numerator', 'denominator', 'spells'].includes(key))).toEqual([]);
  });

  test.each(METRIC_IDS)('%s gives its figures under the keys that it names', (id) => {
    const keys = Object.keys(METRICS[id].summarise(new Tally()));
    expect(METRICS[id].keys.filter((key) => !key.startsWith('<')).toSorted()).toEqual(keys.toSorted());
  });
});

describe('the sum of youths', () => {
  test('is the same however it is cut in parts', () => {
    const rules = rulesWith();
    fc.assert(fc.property(paths, windowDates, fc.constantFrom('C1' as const, 'C10' as const, 'C18' as const), (histories, [from, to, asOf], metric) => {
      const chronicles = histories.map((facts) => youth(...facts));
      const parts = chronicles.map((chronicle) => itemsOf(metric, chronicle, { window: { from, to, asOf }, rules }));
      const tally = parts.toReversed().reduce((sum, part) => sum.add(part), new Tally());
      const youths = parts.filter(({ isEmpty }) => !isEmpty).length;
      expect(resultOf({ metric, from, to, asOf }, { tally, youths })).toEqual(measure(metric, [from, to, asOf], ...chronicles));
    }), { numRuns: 100 });
  });

  test('repeats the moment of knowledge, where it was given', () => {
    const question = { metric: 'C10', from: '2020-01-01', to: '2020-12-31', asOf: '2020-12-31' } as const;
    expect(resultOf(question, { tally: new Tally(), youths: 0 })).toMatchObject({ ...question, knownAt: null });
    expect(resultOf({ ...question, knownAt: '2021-01-01' }, { tally: new Tally(), youths: 0 })).toMatchObject({ ...question, knownAt: '2021-01-01' });
  });

  test('carries a label while there are few youths', () => {
    const workers = Array.from({ length: 10 }, () => youth(opened('2020-01-01'), placed('2020-02-01', 'p1')));
    const window = ['2020-01-01', '2020-12-31', '2020-12-31'] as const;
    expect(measure('C10', window, ...workers)).toMatchObject({ youthsCounted: 10, smallNumbers: false });
    expect(measure('C10', window, ...workers.slice(1), youth(opened('2020-01-01')))).toMatchObject({ youthsCounted: 9, smallNumbers: true });
  });
});
