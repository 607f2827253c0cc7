import type { CivilDate, RecordedEvent } from '@trajectboek/events';
import type { Clock } from './clock.js';
import type { Stages } from './stages.js';

/** An event that decided something about a run, and the date from which it did. */
export interface Act {
  readonly on: CivilDate;
  readonly event: RecordedEvent;
  /** It counts whatever its own date. */
  readonly anyDate: boolean;
}

export type End =
  | { readonly kind: 'met'; readonly act: Act }
  | { readonly kind: 'cancelled'; readonly act: Act; readonly waiver: string | null; readonly byClosing: boolean };

/** A due date and the date from which it is the due date: an extension moves it. */
export interface DueDate {
  readonly since: CivilDate;
  readonly dueOn: CivilDate;
}

/** What happened to one run, from its start to the newest fact of the chronicle. */
export interface RunFacts {
  readonly clock: Clock;
  readonly start: RecordedEvent;
  readonly startedOn: CivilDate;
  /** In order of `since`; the first holds from the start on. */
  readonly dueDates: readonly [DueDate, ...DueDate[]];
  /** An act before it does not count and is shown as too early. */
  readonly notBefore: CivilDate | null;
  /** What counts as satisfying, in order; a recurring clock may have many, another at most the one that ended it. */
  readonly acts: readonly Act[];
  readonly tooEarly: Act | null;
  readonly end: End | null;
}

/** One time that a clock started for a youth, with everything that ever happened to it. */
export interface Run extends RunFacts {
  readonly stages: Stages;
  /** The day on which a new start replaced this one. */
  replacedOn: CivilDate | null;
}
