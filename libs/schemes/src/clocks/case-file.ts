import { LastingAnswer, type Chronicle, type CivilDate, type EventName, type RecordedEvent } from '@trajectboek/events';
import type { YouthOnDate } from '../youth-on-date.js';
import type { Clock } from './clock.js';
import type { Deadline } from './deadline.js';
import { openRuns } from './open-runs.js';
import type { Run } from './run.js';

const NOTHING: readonly never[] = [];

/** The runs of one clock, and how they stand. */
export interface ClockRuns {
  readonly clock: Clock;
  readonly runs: readonly Run[];
  readonly answer: LastingAnswer<readonly Deadline[]>;
}

/**
 * What the clocks need of one chronicle, whatever date is asked: its facts in the order that clocks take them, the youth
 * on earlier dates, and the runs of each clock. A run holds all that ever happened to it, with dates; a view of a date
 * looks only at what had happened by then.
 */
export class CaseFile {
  /** Day by day, and within a day in the order of recording. Corrections are among them: to make one can be a duty. */
  readonly facts: readonly RecordedEvent[];
  readonly #factsOfType: ReadonlyMap<EventName, readonly RecordedEvent[]>;
  readonly #youths = new Map<CivilDate, YouthOnDate>();
  readonly #runs = new Map<Clock, ClockRuns>();

  constructor(private readonly someDay: YouthOnDate) {
    const { chronicle } = someDay.history;
    this.facts = [...chronicle.facts, ...amendmentsThatStand(chronicle)].sort(inOrderOfRecordingPerDay);
    this.#factsOfType = Map.groupBy(this.facts, ({ type }) => type);
  }

  factsOf(type: EventName): readonly RecordedEvent[] {
    return this.#factsOfType.get(type) ?? NOTHING;
  }

  youthOn(date: CivilDate): YouthOnDate {
    const youth = this.#youths.get(date) ?? this.someDay.on(date);
    this.#youths.set(date, youth);
    return youth;
  }

  /** The runs of a clock; undefined when nothing that starts it ever happened. Kept for the next date. */
  runsOf(clock: Clock): ClockRuns | undefined {
    if (!clock.startTypes.some((type) => this.#factsOfType.has(type))) return undefined;
    const known = this.#runs.get(clock) ?? { clock, runs: openRuns(clock, this), answer: new LastingAnswer() };
    this.#runs.set(clock, known);
    return known;
  }
}

function amendmentsThatStand({ known, amendments }: Chronicle): readonly RecordedEvent[] {
  return known.filter(({ type, eventId }) => (type === 'EventCorrected' || type === 'EventRetracted') && !amendments.retractedBy.has(eventId));
}

function inOrderOfRecordingPerDay(a: RecordedEvent, b: RecordedEvent): number {
  return compare(a.occurredOn, b.occurredOn) || compare(a.recordedAt, b.recordedAt) || a.position - b.position;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

const files = new WeakMap<Chronicle, CaseFile>();

/** The file of the youth's chronicle; made once, because a projection asks for many dates of one youth. */
export function caseFileOf(youth: YouthOnDate): CaseFile {
  const { chronicle } = youth.history;
  const file = files.get(chronicle) ?? new CaseFile(youth);
  files.set(chronicle, file);
  return file;
}
