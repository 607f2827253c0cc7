import type { Chronicle, CivilDate, EventName, RecordedEvent } from '@trajectboek/events';
import { runs as isRunning, type RuleBook } from '../rule-book/rule-book.js';
import type { YouthOnDate } from '../youth-on-date.js';
import type { Clock } from './clock.js';
import { openRuns } from './open-runs.js';
import type { Run } from './run.js';

const NOTHING: readonly never[] = [];

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
  readonly #runs = new Map<Clock, readonly Run[]>();
  #all: { readonly ruleBook: RuleBook; readonly enabled: ReadonlySet<string>; readonly runs: readonly Run[] } | undefined;

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

  /** The runs of the clocks that are switched on, clock by clock; kept for the next date, because few of all clocks ever start. */
  allRuns(ruleBook: RuleBook, enabled: ReadonlySet<string>): readonly Run[] {
    const known = this.#all;
    if (known && known.ruleBook === ruleBook && known.enabled === enabled) return known.runs;
    const runs = ruleBook.clocks.filter((clock) => isRunning(clock, enabled)).flatMap((clock) => this.runsOf(clock));
    this.#all = { ruleBook, enabled, runs };
    return runs;
  }

  runsOf(clock: Clock): readonly Run[] {
    if (!clock.startTypes.some((type) => this.#factsOfType.has(type))) return NOTHING;
    const runs = this.#runs.get(clock) ?? openRuns(clock, this);
    this.#runs.set(clock, runs);
    return runs;
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
