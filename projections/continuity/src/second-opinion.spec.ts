import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { daysBetween, plus } from '@trajectboek/events';
import { distribution } from './figures/distribution.js';
import { attempts, contacts, handovers, jobs, paths, RUNS, toFacts, windowDates } from './testing/arbitraries.js';
import { field, isIn, longestSilence, retention, searches, trackOutcomes, transitionGaps, workSpells, type Naive, type WindowDates } from './testing/day-by-day.js';
import { measure, youth, type Fact } from './testing/given.js';
import { answers, arrivals, reachBy, triesOf, waits, withContact } from './testing/naive-counts.js';

const NOTHING = { result: 'insufficient-data' };

function together(parts: readonly Naive[]): Readonly<Record<string, unknown>> {
  const running = parts.reduce((sum, part) => sum + part.running, 0);
  return distribution({ ended: parts.flatMap(({ ended }) => ended), running: Array.from({ length: running }, () => 0) });
}

function sumOf(parts: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const sum: Record<string, number> = {};
  for (const part of parts) for (const [name, times] of Object.entries(part)) sum[name] = (sum[name] ?? 0) + times;
  return sum;
}

const chroniclesOf = (histories: readonly (readonly Fact[])[]) => histories.map((facts) => youth(...facts));

function monthsByCounting(from: string, to: string): number {
  let months = 0;
  while (plus(from, `P${months + 1}M`) <= to) months += 1;
  return months + daysBetween(plus(from, `P${months}M`), to) / daysBetween(plus(from, `P${months}M`), plus(from, `P${months + 1}M`));
}

describe('a second way of computing agrees on random histories', () => {
  test('about transition gaps (C1)', () => {
    fc.assert(fc.property(paths, windowDates, (histories, dates) => {
      expect(measure('C1', dates, ...chroniclesOf(histories))).toMatchObject(together(histories.map((facts) => transitionGaps(facts, dates))));
    }), RUNS);
  });

  test('about internships (C17)', () => {
    fc.assert(fc.property(paths, windowDates, (histories, dates) => {
      const reasons = histories.flat().filter(({ type, at }) => type === 'InternshipEnded' && isIn(at, dates)).map((end) => field(end, 'reason'));
      const found = together(histories.map((facts) => searches(facts, dates)));
      const isEmpty = reasons.length + Number(found['n']) + Number(found['censored']) === 0;
      expect(measure('C17', dates, ...chroniclesOf(histories))).toMatchObject(isEmpty ? NOTHING : {
        converted: { numerator: reasons.filter((reason) => reason === 'converted-to-contract').length, denominator: reasons.length },
        sentAway: { numerator: reasons.filter((reason) => reason === 'sent-away').length, denominator: reasons.length },
        daysSearching: found,
      });
    }), RUNS);
  });

  test('about track outcomes (C18)', () => {
    fc.assert(fc.property(paths, windowDates, (histories, dates) => {
      const { started = 0, completed, ...byResult } = sumOf(histories.map((facts) => trackOutcomes(facts, dates)));
      const result = measure('C18', dates, ...chroniclesOf(histories));
      expect(result).toMatchObject(started === 0 ? NOTHING : { started, completed });
      if (started > 0) expect(result['byResult']).toEqual(byResult);
    }), RUNS);
  });

  test('about handovers (C2) and how long they take (C3)', () => {
    fc.assert(fc.property(handovers, windowDates, (plans, dates) => {
      const chronicles = chroniclesOf(plans.map(toFacts));
      const by = sumOf(plans.map((plan) => answers(plan, dates)));
      expect(measure('C2', dates, ...chronicles)).toMatchObject((by['offered'] ?? 0) === 0 ? NOTHING : by);
      const [offeredToAccepted, acceptedToCompleted] = [together(plans.map((plan) => waits(plan, dates))), together(plans.map((plan) => arrivals(plan, dates)))];
      const counted = [offeredToAccepted, acceptedToCompleted].flatMap(({ n, censored }) => [Number(n), Number(censored)]);
      expect(measure('C3', dates, ...chronicles)).toMatchObject(counted.every((number) => number === 0) ? NOTHING : { offeredToAccepted, acceptedToCompleted });
    }), RUNS);
  });

  test('about contact and silence (C8)', () => {
    fc.assert(fc.property(contacts, windowDates, (histories, dates) => {
      const asOf = dates[2];
      const open = histories.filter((facts) => facts.some(({ type, at }) => type === 'TrajectoryOpened' && at <= asOf));
      const silences = open.flatMap((facts) => longestSilence(facts, dates) ?? []);
      const shares = [30, 90, 180].map((count) => [count, { numerator: withContact(open, count, asOf), denominator: open.length }]);
      expect(measure('C8', dates, ...chroniclesOf(histories))).toMatchObject(open.length === 0 ? NOTHING
        : { withContact: Object.fromEntries(shares), longestSilence: together([{ ended: silences, running: 0 }]) });
    }), RUNS);
  });

  test('about retention (C10)', () => {
    fc.assert(fc.property(jobs, windowDates, (histories, [from, to, soon]) => {
      const dates: WindowDates = [from, to, plus(soon, 'P9M')];
      const spells = histories.flatMap((facts) => workSpells(facts, dates[2])).filter(([start]) => isIn(start, dates))
        .map(([start, end]) => ({ time: monthsByCounting(start, end ?? dates[2]), ended: end !== undefined }));
      const result = measure('C10', dates, ...chroniclesOf(histories));
      if (spells.length === 0) return expect(result).toMatchObject(NOTHING);
      for (const moment of [3, 6, 12, 24, 36]) {
        const [atRisk, survival] = retention(spells, moment);
        expect(result).toMatchObject({ spells: spells.length, at: { [moment]: { atRisk, survival: survival === null ? null : expect.closeTo(survival, 9) } } });
      }
      return undefined;
    }), RUNS);
  });

  test('about reach (C20)', () => {
    fc.assert(fc.property(attempts, windowDates, (histories, dates) => {
      const counted = histories.flat().filter(({ at }) => isIn(at, dates));
      const result = measure('C20', dates, ...chroniclesOf(histories));
      if (counted.length === 0) return expect(result).toMatchObject(NOTHING);
      return expect(result).toMatchObject({
        attempted: counted.length, reached: counted.filter((attempt) => field(attempt, 'reached') === true).length,
        byChannel: reachBy('channel', counted), byDayPart: reachBy('dayPart', counted),
        attemptsUntilFirstContact: together(histories.map((facts) => triesOf(facts, dates))),
      });
    }), RUNS);
  });
});
