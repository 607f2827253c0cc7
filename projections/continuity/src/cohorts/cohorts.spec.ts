import { describe, expect, test } from '@jest/globals';
import { findFaults, getEventType } from '@trajectboek/events';
import type { Share } from '../figures/share.js';
import { mismatchOf } from '../testing/mismatch.js';
import { FIGURES } from './figures.js';
import { ask, askOneOfEach, percentageOf, type Answer, type Check, type Cohort, type Groups } from './testing/cohort.js';
import { COHORTS } from './testing/all.js';

function groupsOf({ groups }: Cohort): Groups {
  return Object.values(groups);
}

/** Every question of every cohort, with where the figure stands. */
const CHECKS = COHORTS.flatMap((cohort) => cohort.checks.map((check) => ({ cohort, check, title: `${cohort.figure} by ${check.by}, ${check.window[2]} (${FIGURES[cohort.figure].source})` })));
const GROUPS = COHORTS.flatMap((cohort) => Object.entries(cohort.groups).map(([name, group]) => ({ cohort, group, title: `${cohort.figure}, ${name}` })));

const answers = new Map<Check, Answer>();

/** Over all youths; each question is computed once. */
function answerOf(cohort: Cohort, check: Check): Answer {
  const answer = answers.get(check) ?? ask(check, groupsOf(cohort));
  answers.set(check, answer);
  return answer;
}

function meantIn(cohort: Cohort): number {
  return groupsOf(cohort).filter(({ beside }) => !beside).reduce((sum, { size }) => sum + size, 0);
}

/** Every share in an answer, however deep. */
function sharesIn(answer: unknown): readonly Share[] {
  if (typeof answer !== 'object' || answer === null) return [];
  return 'denominator' in answer && 'low' in answer ? [answer as Share] : Object.values(answer).flatMap(sharesIn);
}

describe('a cohort in the proportions of the source', () => {
  test.each(CHECKS)('counts what the source counted: $title', ({ cohort, check }) => {
    expect(mismatchOf(check.counts, answerOf(cohort, check))).toEqual([]);
  });

  test.each(CHECKS.filter(({ check }) => check.printed))('comes to the percentage that the source prints: $title', ({ cohort, check }) => {
    for (const printed of check.printed ?? []) {
      const [lowest, highest] = printed.percent;
      const percentage = percentageOf(printed, answerOf(cohort, check), meantIn(cohort));
      expect(percentage).toBeGreaterThanOrEqual(lowest);
      expect(percentage).toBeLessThanOrEqual(highest);
    }
  });

  test.each(CHECKS)('answers the same from one youth of each group: $title', ({ cohort, check }) => {
    expect(askOneOfEach(check, groupsOf(cohort))).toEqual(answerOf(cohort, check));
  });

  test.each(GROUPS)('fails with one youth less, unless the figure is not about that youth: $title', ({ cohort, group }) => {
    const groups = groupsOf(cohort).map((one) => (one === group ? { ...one, size: one.size - 1 } : one));
    const failing = cohort.checks.filter((check) => mismatchOf(check.counts, askOneOfEach(check, groups)).length > 0);
    expect(failing.length > 0).toBe(group.beside !== true);
  });

  test.each(COHORTS)('is told in words of the language: $figure', (cohort) => {
    const facts = groupsOf(cohort).flatMap((group) => group.facts);
    expect(facts.flatMap(({ type, at, data }) => findFaults(getEventType(type), { ...data, occurredAt: at }))).toEqual([]);
  });

  test('has an interval around each share, at the ends of which the figure is just not surprising', () => {
    const shares = CHECKS.flatMap(({ cohort, check }) => sharesIn(answerOf(cohort, check))).filter(({ denominator }) => denominator > 0);
    for (const { value, low, high, denominator } of shares) {
      for (const end of [low, high]) {
        const [p, q] = [Number(value), Number(end)];
        const isCutOff = p === q && (q === 0 || q === 1);
        if (!isCutOff) expect((p - q) ** 2).toBeCloseTo((1.959964 ** 2 * q * (1 - q)) / denominator, 8);
      }
    }
    expect(shares.length).toBeGreaterThanOrEqual(8);
  });
});
