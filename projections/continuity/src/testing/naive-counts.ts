import { daysBetween, plus } from '@trajectboek/events';
import type { PlannedHandover } from './arbitraries.js';
import { field, isIn, type Naive, type WindowDates } from './day-by-day.js';
import type { Fact } from './given.js';

/** What a list of planned handovers comes to, from the plan and not from the facts. */
export function answers(plans: readonly PlannedHandover[], window: WindowDates): Readonly<Record<string, number>> {
  const by = { offered: 0, accepted: 0, returned: 0, unanswered: 0 };
  for (const { on, term, answer, after } of plans) {
    if (!isIn(on, window)) continue;
    const age = daysBetween(on, window[2]);
    const isAnswered = answer !== undefined && after <= age;
    by.offered += 1;
    if (isAnswered && answer === 'HandoverAccepted') by.accepted += 1;
    if (isAnswered && answer === 'HandoverReturned') by.returned += 1;
    if (!isAnswered && age > term) by.unanswered += 1;
  }
  return by;
}

export function waits(plans: readonly PlannedHandover[], window: WindowDates): Naive {
  const counted = plans.filter(({ on }) => isIn(on, window)).map((plan) => ({ ...plan, isAnswered: plan.answer !== undefined && plan.after <= daysBetween(plan.on, window[2]) }));
  return {
    ended: counted.filter(({ isAnswered, answer }) => isAnswered && answer === 'HandoverAccepted').map(({ after }) => after),
    running: counted.filter(({ isAnswered }) => !isAnswered).length,
  };
}

export function arrivals(plans: readonly PlannedHandover[], window: WindowDates): Naive {
  const accepted = plans.filter(({ answer }) => answer === 'HandoverAccepted').map(({ on, after, arrives }) => ({ on: plus(on, `P${after}D`), arrives: arrives ?? Infinity }));
  const lengths = accepted.filter(({ on }) => isIn(on, window)).map(({ on, arrives }) => (arrives <= daysBetween(on, window[2]) ? arrives : Infinity));
  return { ended: lengths.filter((length) => length !== Infinity), running: lengths.filter((length) => length === Infinity).length };
}

/** How many youths with an open trajectory had contact on one of the last days. */
export function withContact(histories: readonly (readonly Fact[])[], count: number, asOf: string): number {
  const recent = Array.from({ length: count + 1 }, (_, index) => new Date(Date.parse(asOf) - index * 86_400_000).toISOString().slice(0, 10));
  return histories.filter((facts) => facts.some(({ type, at }) => type === 'ContactMade' && recent.includes(at))).length;
}

/** Attempted and reached per value of a field. */
export function reachBy(name: string, attempts: readonly Fact[]): Readonly<Record<string, { attempted: number; reached: number }>> {
  const by: Record<string, { attempted: number; reached: number }> = {};
  for (const attempt of attempts) {
    const cell = (by[String(field(attempt, name))] ??= { attempted: 0, reached: 0 });
    cell.attempted += 1;
    cell.reached += Number(field(attempt, 'reached'));
  }
  return by;
}

/** Counts on from the first attempt in the window until one reaches. */
export function triesOf(attempts: readonly Fact[], window: WindowDates): Naive {
  let [tries, state]: [number, 'before' | 'trying' | 'reached'] = [0, 'before'];
  for (const attempt of attempts.filter(({ at }) => at <= window[2])) {
    if (state === 'before' && isIn(attempt.at, window)) state = 'trying';
    if (state !== 'trying') continue;
    tries += 1;
    if (field(attempt, 'reached') === true) state = 'reached';
  }
  return { ended: state === 'reached' ? [tries] : [], running: Number(state === 'trying') };
}
