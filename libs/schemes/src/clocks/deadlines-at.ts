import { dayAfter, minus, type AsOf, type CivilDate } from '@trajectboek/events';
import type { RuleBook } from '../rule-book/rule-book.js';
import type { YouthOnDate } from '../youth-on-date.js';
import { caseFileOf, type CaseFile } from './case-file.js';
import type { Deadline } from './deadline.js';
import type { End, Run } from './run.js';
import { isAsleep } from './sleep.js';
import { endOn, stateOf, type Stage } from './stage.js';
import { toDeadline } from './to-deadline.js';

export interface DeadlineOptions {
  /** Codes of the clocks that are switched on beside those that always run. */
  readonly enabled: ReadonlySet<string>;
}

/** Whose clocks are asked, and by which rules. */
export interface Question {
  readonly ruleBook: RuleBook;
  readonly youth: YouthOnDate;
  readonly file: CaseFile;
}

/** All clocks that ever ran for a youth, as they stand on the date, by due date. */
export function deadlinesAt(ruleBook: RuleBook, youth: YouthOnDate, { enabled }: DeadlineOptions): readonly Deadline[] {
  const question: Question = { ruleBook, youth, file: caseFileOf(youth) };
  const { asOf } = youth.history;
  const deadlines: Deadline[] = [];
  for (const run of question.file.allRuns(ruleBook, enabled)) {
    if (asOf.reached(run.startedOn) && !isGone(run, asOf)) deadlines.push(...deadlinesOf(run, question));
  }
  return deadlines.sort(byDueDate);
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
    .map((stage) => answerFor(run, stage, question))
    .filter((deadline) => deadline !== null);
}

/** Null while it sleeps. What is over is worked out once. */
function answerFor(run: Run, stage: Stage, question: Question): Deadline | null {
  const { asOf } = question.youth.history;
  if (stage.settled && asOf.reached(stage.settled.from)) return stage.settled.deadline;
  const end = endOn(stage, asOf);
  const deadline = judge(run, { stage, end }, question);
  const from = settlesOn(run, stage);
  if (from !== null && asOf.date >= from) stage.settled = { from, deadline };
  return deadline;
}

function judge(run: Run, { stage, end }: { readonly stage: Stage; readonly end: End | null }, question: Question): Deadline | null {
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

/** The first date from which nothing changes any more; null when a later fact may still change it. */
function settlesOn({ clock, startedOn }: Run, { dueOn, end }: Stage): CivilDate | null {
  const afterDue = dayAfter(dueOn);
  if (!end) return afterDue;
  const decided = end.act.on < startedOn ? startedOn : end.act.on;
  return clock.appliesAt === 'start' || decided > afterDue ? decided : afterDue;
}
