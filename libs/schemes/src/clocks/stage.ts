import type { AsOf, CivilDate, LastingAnswer } from '@trajectboek/events';
import type { ClockType } from './clock.js';
import type { Deadline, DeadlineState } from './deadline.js';
import type { Act, End } from './run.js';

/** A run under one due date, or one period of a recurring run. */
export interface Stage {
  readonly type: ClockType;
  readonly startedOn: CivilDate;
  readonly dueOn: CivilDate;
  /** Number of the period, from 1; null for a clock that does not recur. */
  readonly period: number | null;
  readonly tooEarly: Act | null;
  /** What ended it, also when that lies after the evaluation date. */
  readonly end: End | null;
  /** How it stands; null while it sleeps. */
  readonly answer: LastingAnswer<Deadline | null>;
}

/** Where a stage stands. Every date is asked of `asOf`, so that it knows when the answer changes. */
export function stateOf(stage: Stage, warnOn: CivilDate, asOf: AsOf): DeadlineState {
  switch (stage.type) {
    case 'window': return isCancelled(stage, asOf) ? 'cancelled' : runningState(stage, warnOn, asOf) ?? 'ended';
    case 'mark': return isCancelled(stage, asOf) ? 'cancelled' : runningState(stage, warnOn, asOf) ?? 'past';
    case 'deadline':
    case 'limit':
    case 'recurring': return dutyState(stage, warnOn, asOf);
  }
}

/** The end, once it has come. */
export function endOn({ end }: Stage, asOf: AsOf): End | null {
  return end && asOf.reached(end.act.on) ? end : null;
}

function isCancelled(stage: Stage, asOf: AsOf): boolean {
  return stage.end?.kind === 'cancelled' && endOn(stage, asOf) !== null;
}

/** Something that runs out and that nobody can fail: warned on its last day as well. Undefined when it is over. */
function runningState({ dueOn }: Stage, warnOn: CivilDate, asOf: AsOf): DeadlineState | undefined {
  if (asOf.passed(dueOn)) return undefined;
  return asOf.reached(warnOn) || asOf.reached(dueOn) ? 'warned' : 'running';
}

function dutyState(stage: Stage, warnOn: CivilDate, asOf: AsOf): DeadlineState {
  const { dueOn, tooEarly } = stage;
  const end = endOn(stage, asOf);
  if (end) return endState(end, dueOn);
  if (asOf.passed(dueOn)) return 'overdue';
  if (tooEarly && asOf.reached(tooEarly.on)) return 'too-early';
  if (asOf.reached(dueOn)) return 'due';
  return asOf.reached(warnOn) ? 'warned' : 'running';
}

/** A cancellation after the due date does not wipe out a missed deadline. */
function endState({ kind, act }: End, dueOn: CivilDate): DeadlineState {
  const inTime = act.anyDate || act.on <= dueOn;
  if (kind === 'cancelled') return inTime ? 'cancelled' : 'overdue';
  return inTime ? 'met-on-time' : 'met-late';
}
