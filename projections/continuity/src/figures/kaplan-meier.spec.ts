import { describe, expect, test } from '@jest/globals';
import { retentionAt } from './kaplan-meier.js';

/** Freireich et al. 1963, the 6-MP arm: the textbook example; estimates and standard errors as printed in Klein and Moeschberger. */
const TEXTBOOK = {
  ended: [6, 6, 6, 7, 10, 13, 16, 22, 23],
  running: [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35],
};
const PRINTED = [[6, 21, 0.857, 0.0764], [7, 17, 0.807, 0.0869], [10, 15, 0.753, 0.0963], [13, 12, 0.69, 0.1068], [16, 11, 0.627, 0.1141], [22, 7, 0.538, 0.1282], [23, 6, 0.448, 0.1346]] as const;

describe('Kaplan-Meier retention', () => {
  test.each(PRINTED)('gives the printed figures of the textbook example at %s', (moment, atRisk, survival, error) => {
    const estimate = retentionAt(TEXTBOOK, [moment])[String(moment)];
    expect(estimate?.atRisk).toBe(atRisk);
    expect(estimate?.survival).toBeCloseTo(survival, 3);
    expect(Number(estimate?.high) - Number(estimate?.survival)).toBeCloseTo(Math.min(1 - survival, 1.96 * error), 2);
  });

  test('is 1 with a closed interval while nobody stopped', () => {
    expect(retentionAt({ ended: [], running: [14, 20] }, [12])).toEqual({ 12: { atRisk: 2, endedBy: 0, survival: 1, low: 1, high: 1 } });
  });

  test('is 0 when everybody stopped, also beyond the last one', () => {
    expect(retentionAt({ ended: [3, 5], running: [] }, [24])).toEqual({ 24: { atRisk: 0, endedBy: 2, survival: 0, low: 0, high: 0 } });
  });

  test('is unknown, not carried on, beyond the last one who was still followed', () => {
    expect(retentionAt({ ended: [3], running: [5] }, [24])).toEqual({ 24: { atRisk: 0, endedBy: 1, survival: null, low: null, high: null } });
  });

  test('counts a spell that ends on the moment itself as at risk and as ended', () => {
    expect(retentionAt({ ended: [12], running: [30] }, [12])['12']).toMatchObject({ atRisk: 2, endedBy: 1, survival: 0.5 });
  });

  test('does not depend on the order of the lengths', () => {
    const shuffled = { ended: TEXTBOOK.ended.toReversed(), running: [35, 6, 32, 9, 34, 10, 11, 32, 17, 25, 19, 20] };
    const moments = PRINTED.map(([moment]) => moment);
    expect(retentionAt(shuffled, moments)).toEqual(retentionAt(TEXTBOOK, moments));
  });

  test('knows of those who are still followed after shorter spells that ended later', () => {
    expect(retentionAt({ ended: [20, 30], running: [1, 2, 3, 25] }, [10, 22])).toMatchObject({ 10: { atRisk: 3, endedBy: 0 }, 22: { atRisk: 2, endedBy: 1 } });
  });

  test('stays between 0 and 1', () => {
    const { low, high } = retentionAt({ ended: [1, 2], running: [40] }, [2])['2'] ?? {};
    expect([low, high]).toEqual([0, expect.any(Number)]);
    expect(high).toBeLessThanOrEqual(1);
  });
});
