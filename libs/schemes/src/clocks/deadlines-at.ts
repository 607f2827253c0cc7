import { minus, type AsOf, type CivilDate } from '@trajectboek/events';
import { runs as isRunning, type RuleBook } from '../rule-book/rule-book.js';
import type { YouthOnDate } from '../youth-on-date.js';
import { caseFileOf, type CaseFile } from './case-file.js';
import type { Clock } from './clock.js';
import type { Deadline } from './deadline.js';
import type { End, Run } from './run.js';
import { isAsleep } from './sleep.js';
import { endOn, stateOf, type Stage } from './stage.js';
import { toDeadline } from './to-deadline.js';

export interface DeadlineOptions {
  /** Codes of the clocks that are switched on beside those that always run. */
  readonly enabled: ReadonlySet<string>;
  /** Left out: all of them. */
  readonly only?: ((clock: Clock) => boolean) | undefined;
}

/** Whose clocks are asked, and by which rules. */
export interface Question {
  readonly ruleBook: RuleBook;
  readonly youth: YouthOnDate;
  readonly file: CaseFile;
}

/** All clocks that ever ran for a youth, as they stand on the date, by due date. */
export function deadlinesAt(ruleBook: RuleBook, youth: YouthOnDate, options: DeadlineOptions): readonly Deadline[] {
  return deadlinesOfClocks(ruleBook, youth, startedClocks(ruleBook, youth, options));
}

/** The clocks that are switched on and that started for the youth, on any date: few of all. */
export function startedClocks({ clocks }: RuleBook, youth: YouthOnDate, { enabled, only = () => true }: DeadlineOptions): readonly Clock[] {
  const file = caseFileOf(youth);
  return clocks.filter((clock) => only(clock) && isRunning(clock, enabled) && (file.runsOf(clock)?.runs.length ?? 0) > 0);
}

/** The same of these clocks only, whether they are switched on or not. */
export function deadlinesOfClocks(ruleBook: RuleBook, youth: YouthOnDate, clocks: readonly Clock[]): readonly Deadline[] {
  const question: Question = { ruleBook, youth, file: caseFileOf(youth) };
  return clocks.flatMap((clock) => deadlinesOfClock(clock, question)).sort(byDueDate);
}

function deadlinesOfClock(clock: Clock, question: Question): readonly Deadline[] {
  const { asOf } = question.youth.history;
  const started = question.file.runsOf(clock);
  if (!started) return [];
  return started.answer.on(asOf, () => started.runs.filter((run) => asOf.reached(run.startedOn) && !isGone(run, asOf)).flatMap((run) => deadlinesOf(run, question)));
}

function byDueDate(a: Deadline, b: Deadline): number {
  return a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn);
}

/** A run that a new start replaced is gone, unless it was decided before that. */
function isGone({ replacedOn, end, clock, dueDates }: Run, asOf: AsOf): boolean {
  if (replacedOn === null || !asOf.reached(replacedOn)) return false;
  const hadEnded = clock.type === 'window' && dueDates.some(({ dueOn }) => dueOn < replacedOn);
  return !hadEnded && !(end && end.act.on <= replacedOn);
}

function deadlinesOf(run: Run, question: Question): readonly Deadline[] {
  return run.stages.begunBy(question.youth.history.asOf)
    .map((stage) => stage.answer.on(question.youth.history.asOf, () => judge(run, stage, question)))
    .filter((deadline) => deadline !== null);
}

/** Null while it sleeps. */
function judge(run: Run, stage: Stage, question: Question): Deadline | null {
  const end = endOn(stage, question.youth.history.asOf);
  if (isAsleep(run, { stage, end }, question)) return null;
  const { asOf } = question.youth.history;
  const day = lastOpenDay(stage, end, asOf);
  const youth = day === asOf.date ? question.youth : question.file.youthOn(day);
  const warnOn = minus(stage.dueOn, run.clock.warnBefore({ youth, start: run.start }) ?? 'P0D');
  return toDeadline(run, { stage, end, warnOn, state: stateOf(stage, warnOn, asOf), lastOpen: youth }, question);
}

/** The day whose facts and settings count: the date of the view while it is open, the day that decided it after that. */
function lastOpenDay({ startedOn, dueOn }: Stage, end: End | null, asOf: AsOf): CivilDate {
  if (!end && !asOf.passed(dueOn)) return asOf.date;
  const day = end && end.act.on <= dueOn ? end.act.on : dueOn;
  return day < startedOn ? startedOn : day;
}
