import type { CivilDate, Period } from '@trajectboek/events';
import type { Confidence } from '../definitions/definition.js';
import type { Duty } from '../responsibility/rule-set.js';
import type { ClockKind, ClockType } from './clock.js';

export const DEADLINE_STATES = ['running', 'warned', 'due', 'too-early', 'overdue', 'met-on-time', 'met-late', 'cancelled', 'ended', 'past'] as const;
/**
 * deadline, limit, recurring: running, warned, due (on the day), overdue, met-on-time, met-late, cancelled, and too-early:
 * still open, and what was done came before it could count. Window: running, warned, ended, cancelled. Mark: running,
 * warned, past, cancelled.
 */
export type DeadlineState = (typeof DEADLINE_STATES)[number];

export interface EventReference {
  readonly source: string;
  readonly id: string;
}

export interface DeadlineOwner {
  readonly party: string;
  readonly partyLabel: string;
  /** Path of the fact that tells the organisation; null where the source names none. */
  readonly of: string | null;
  /** URN of the organisation where it is known. */
  readonly organisation: string | null;
  /** Municipality code where the party is one of a municipality. */
  readonly municipality: string | null;
}

/** One clock of one youth on a date. */
export interface Deadline {
  /** Code of the clock. */
  readonly scheme: string;
  /** Dutch name. */
  readonly label: string;
  readonly group: string;
  readonly kind: ClockKind;
  readonly type: ClockType;
  /** Only `must` can be missed. */
  readonly duty: Duty;
  readonly state: DeadlineState;
  /** True when it was due, was not met in time, and had to be. */
  readonly missed: boolean;
  readonly startedOn: CivilDate;
  readonly warnOn: CivilDate;
  /** The last day; an act on it is in time. */
  readonly dueOn: CivilDate;
  /** An act before it does not count; null when the clock sets no such day. */
  readonly notBefore: CivilDate | null;
  /** Number of the period of a recurring clock, from 1; null for another clock. */
  readonly period: number | null;
  readonly owner: DeadlineOwner;
  readonly source: readonly string[];
  /** How sure the duty is. */
  readonly confidence: Confidence;
  /** How sure the date is: where it comes from a setting, as sure as that setting. */
  readonly dateConfidence: Confidence;
  /** Classes of data that a retention clock is about; empty for another clock. */
  readonly dataClasses: readonly string[];
  readonly startedBy: EventReference;
  /** What met or cancelled it. */
  readonly stoppedBy: EventReference | null;
  readonly stoppedOn: CivilDate | null;
  /** What was done too early to count. */
  readonly tooEarly: EventReference | null;
  /** Code of the waiver that stopped it. */
  readonly waiver: string | null;
  /** How often a scheme asks for contact while it runs; null when it does not. */
  readonly contactEvery: Period | null;
  /** Days on which there was such contact; filled only for a scheme that asks for it. */
  readonly contactsOn: readonly CivilDate[];
}
