import { describe, expect, test } from '@jest/globals';
import { MetricSum } from './metric-sum.js';
import type { MetricResult } from './metric.js';
import { opened, placed, youth } from './testing/given.js';
import { rulesWith } from './testing/rules.js';

const QUESTION = { metric: 'C10', from: '2020-01-01', to: '2020-12-31', asOf: '2021-12-31', published: { threshold: 10, rounding: 5 } } as const;
const worker = () => youth(opened('2020-01-01'), placed('2020-02-01', 'p1'));
const idle = () => youth(opened('2020-01-01'));

/** The answer about twenty youths, beside so many more that each wider question counts. */
function besides(outside: Readonly<Record<string, number>>, one = worker): MetricResult {
  const sum = new MetricSum(QUESTION, rulesWith());
  Array.from({ length: 20 }, worker).forEach((chronicle) => sum.add(chronicle));
  for (const [question, count] of Object.entries(outside)) Array.from({ length: count }, one).forEach((chronicle) => sum.addOutside(chronicle, [question]));
  return sum.result();
}

describe('a published answer that can be subtracted from a wider one', () => {
  test.each([[{ region: 9 }, null], [{ region: 10 }, 20], [{}, 20], [{ region: 12, country: 6 }, null], [{ region: 6, country: 6 }, null]])('beside %j of a wider question tells of %s youths', (outside, youthsCounted) => {
    expect(besides(outside)).toMatchObject({ youthsCounted, suppressed: youthsCounted === null });
  });

  test('looks at the others who have something to count', () => {
    expect(besides({ region: 5 }, idle)).toMatchObject({ youthsCounted: 20 });
  });

  test('counts somebody in each of the questions that count him', () => {
    const sum = new MetricSum(QUESTION, rulesWith());
    Array.from({ length: 20 }, worker).forEach((chronicle) => sum.add(chronicle));
    Array.from({ length: 9 }, worker).forEach((chronicle) => sum.addOutside(chronicle, ['region', 'country']));
    sum.addOutside(worker(), ['country']);
    sum.addOutside(worker(), []);
    expect(sum.result()).toMatchObject({ youthsCounted: null });
    sum.addOutside(worker(), ['region']);
    expect(sum.result()).toMatchObject({ youthsCounted: 20 });
  });
});
