import { dayAfter, LastingAnswer, type AsOf, type CivilDate } from '@trajectboek/events';
import type { Context } from '../predicates/predicate.js';
import type { End, RunFacts } from './run.js';
import type { Stage } from './stage.js';
import { dueOfPeriod } from './term.js';

/** The stages of a run: one per due date that it had, or the periods of a recurring clock, made when they are asked for. */
export class Stages {
  readonly #made: Stage[];
  readonly #isRecurring: boolean;

  /** @param atStart the youth on the day of the start */
  constructor(private readonly run: RunFacts, private readonly atStart: Context) {
    this.#isRecurring = run.clock.type === 'recurring';
    this.#made = this.#isRecurring ? [] : run.dueDates.map(({ dueOn }) => wholeOf(run, dueOn));
  }

  /** What had begun by the date: the run under the due date of then, or its periods so far. */
  begunBy(asOf: AsOf): readonly Stage[] {
    if (this.#isRecurring) return this.#periodsBy(asOf);
    const current = this.run.dueDates.findLastIndex(({ since }) => asOf.reached(since));
    return this.#made.slice(Math.max(current, 0), Math.max(current, 0) + 1);
  }

  #periodsBy(asOf: AsOf): readonly Stage[] {
    for (let next = this.#nextPeriod(); next && asOf.reached(next.startedOn); next = this.#nextPeriod()) this.#made.push(next);
    const begun = this.#made.findIndex(({ startedOn }) => !asOf.reached(startedOn));
    return begun < 0 ? this.#made : this.#made.slice(0, begun);
  }

  /** Every period is judged by itself, and an act counts for the period it falls in. None begins after a cancellation. */
  #nextPeriod(): Stage | undefined {
    const { run } = this;
    const last = this.#made.at(-1);
    const startedOn = last ? dayAfter(last.dueOn) : run.startedOn;
    const period = this.#made.length + 1;
    const dueOn = dueOfPeriod(run.clock, period, this.atStart);
    if (dueOn === undefined || (run.end && run.end.act.on < startedOn)) return undefined;
    return { type: 'recurring', startedOn, dueOn, period, tooEarly: null, end: endWithin(run, { from: startedOn, until: dueOn, isFirst: !last }), answer: new LastingAnswer() };
  }
}

function wholeOf({ clock, startedOn, tooEarly, end }: RunFacts, dueOn: CivilDate): Stage {
  return { type: clock.type, startedOn, dueOn, period: null, tooEarly, end, answer: new LastingAnswer() };
}

interface Days {
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly isFirst: boolean;
}

/** The first period also has what happened before the start, as far as the clock looks back. */
function endWithin({ acts, end }: RunFacts, { from, until, isFirst }: Days): End | null {
  const act = acts.find(({ on }) => (isFirst || on >= from) && on <= until);
  if (act) return { kind: 'met', act };
  return end && end.act.on >= from && end.act.on <= until ? end : null;
}
