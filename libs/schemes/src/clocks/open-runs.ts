import { civilDateOf, type RecordedEvent } from '@trajectboek/events';
import type { Context } from '../predicates/predicate.js';
import { fieldOf } from '../predicates/paths.js';
import { testEvents } from '../predicates/event-test.js';
import { isInForceOn } from '../rule-book/dates.js';
import type { CaseFile } from './case-file.js';
import type { Clock } from './clock.js';
import { followRun } from './follow-run.js';
import type { Run } from './run.js';
import { termOf, type Term } from './term.js';

/** Every time that the clock started, in the order of the starts. */
export function openRuns(clock: Clock, file: CaseFile): readonly Run[] {
  const runs: Run[] = [];
  for (const start of startsOf(clock, file)) {
    const term = openingOf(clock, start, file);
    if (!term || (clock.instances.kind === 'once' && runs.some((run) => !wasClosedBefore(run, start)))) continue;
    for (const older of runs) if (isReplaced(older, start)) older.replacedOn ??= start.occurredOn;
    runs.push(followRun({ clock, start, term }, file));
  }
  return runs;
}

function startsOf({ startTypes }: Clock, file: CaseFile): readonly RecordedEvent[] {
  const [only] = startTypes;
  if (only && startTypes.length === 1) return file.factsOf(only);
  return file.facts.filter(({ type }) => startTypes.includes(type));
}

/** A clock starts on true only: the event, the dates and whom it applies to are all certain. */
function openingOf(clock: Clock, start: RecordedEvent, file: CaseFile): Term | undefined {
  const isBirthday = clock.due.kind === 'birthday';
  if (!isBirthday && !isInForceOn(clock, start.occurredOn)) return undefined;
  const context: Context = { youth: file.youthOn(start.occurredOn), event: start, start };
  if (testEvents(clock.startsOn, start, context) !== true) return undefined;
  if (clock.appliesAt === 'start' && clock.appliesTo.test({ youth: context.youth, start }) !== true) return undefined;
  const term = termOf(clock, context);
  if (!term) return undefined;
  return isBirthday && !isInForceOn(clock, term.dueOn) ? undefined : { ...term, dueOn: civilDateOf(term.dueOn) };
}

/** A youth who comes back after the closing of his trajectory gets the clocks that run once again. */
function wasClosedBefore({ end }: Run, start: RecordedEvent): boolean {
  return end?.kind === 'cancelled' && end.byClosing && end.act.on <= start.occurredOn;
}

function isReplaced({ clock: { instances }, start }: Run, newer: RecordedEvent): boolean {
  switch (instances.kind) {
    case 'each':
    case 'once': return false;
    case 'latest': return true;
    case 'latestPer': return instances.fields.every((field) => fieldOf(start.data, field) === fieldOf(newer.data, field));
  }
}
