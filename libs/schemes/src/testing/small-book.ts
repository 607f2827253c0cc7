import type { CivilDate } from '@trajectboek/events';
import type { Deadline } from '../clocks/deadline.js';
import { deadlinesAt } from '../clocks/deadlines-at.js';
import { parseRuleBook, type RuleBookOptions } from '../rule-book/parse-rule-book.js';
import type { RuleBook } from '../rule-book/rule-book.js';
import { RuleBookError } from '../rule-book/tree.js';
import { youthWith, type Told } from './youths.js';

type Entry = Readonly<Record<string, unknown>>;

/** The parts of a rule document that an example is about; the rest is empty. */
export interface Parts {
  readonly clocks?: readonly Entry[];
  readonly definitions?: readonly Entry[];
  readonly responsibility?: readonly Entry[];
  readonly settings?: readonly Entry[];
  readonly meta?: Entry;
}

const META: Entry = {
  version: '1.0', operators: [], subjectFacts: {},
  parties: { rmc: { nl: 'RMC' }, school: { nl: 'School' }, municipality: { nl: 'Gemeente' }, none: { nl: 'Niemand' } },
  regions: { Polder: ['GM0034', 'GM0995'] },
  eventSets: { talk: [{ event: 'ContactMade' }, { event: 'MeetingHeld' }] },
};

/** A setting of an example. */
export function setting(code: string, value: unknown, more: Entry = {}): Entry {
  return { code, nl: code, value, use: 'example', overridableBy: 'municipality', source: ['example'], confidence: 'stated', ...more };
}

/** A clock of an example: fourteen days for the RMC after a lost job, met by a talk, unless it says otherwise. */
export function clock(code: string, more: Entry = {}): Entry {
  return {
    code, nl: `Klok ${code}`, rule: 'An example.', group: 'work', kind: 'statutory', type: 'deadline', startsOn: { event: 'JobLost' }, due: { after: 'P14D' },
    satisfiedBy: [{ event: 'ContactMade' }], cancelledBy: [], appliesTo: {}, owner: { party: 'rmc' }, source: ['example'], confidence: 'stated', ...more,
  };
}

/** A definition of an example. */
export function definition(code: string, when: unknown, more: Entry = {}): Entry {
  return { code, nl: `Definitie ${code}`, rule: 'An example.', about: 'status', when, source: ['example'], confidence: 'stated', ...more };
}

/** The document of a rule book with these parts and two settings: seven days of warning, and a number that is no period. */
export function documentOf({ clocks = [], definitions = [], responsibility = [], settings = [], meta = {} }: Parts): unknown {
  return { meta: { ...META, ...meta }, clocks, definitions, responsibility, settings: [setting('warnBefore', 'P7D'), setting('number', 3), ...settings] };
}

export function smallBook(parts: Parts, options?: RuleBookOptions): RuleBook {
  return parseRuleBook(documentOf(parts), options);
}

/** What is wrong in a rule document; nothing when it is read. */
export function faultsOf(document: unknown, options?: RuleBookOptions): readonly string[] {
  try {
    parseRuleBook(document, options);
    return [];
  } catch (error) {
    if (error instanceof RuleBookError) return error.faults;
    throw error;
  }
}

export function faultsIn(parts: Parts, options?: RuleBookOptions): readonly string[] {
  return faultsOf(documentOf(parts), options);
}

/** The clocks of the example, as they stand for the youth of the facts on a date. */
export function deadlinesOf(clocks: readonly Entry[], facts: readonly Told[], on: CivilDate): readonly Deadline[] {
  return deadlinesAt(smallBook({ clocks }), youthWith(facts, on), { enabled: new Set() });
}

/** The same in short: state and due date. */
export function statesOf(clocks: readonly Entry[], facts: readonly Told[], on: CivilDate): readonly string[] {
  return deadlinesOf(clocks, facts, on).map(({ state, dueOn }) => `${state} ${dueOn}`);
}

/** Facts that examples tell again and again. */
export const lost = (on: string, placementId = 'p1'): Told => [on, 'JobLost', { placementId, lastWorkingDay: on.slice(0, 10), reason: 'dismissed' }];
export const talk = (on: string, purpose = 'guidance'): Told => [on, 'ContactMade', { purpose, situation: 'looking', supportNeeded: true }];
export const closed = (on: string): Told => [on, 'TrajectoryClosed', { reason: 'moved-abroad' }];
export const opened = (on: string, birthDate = '2000-01-01', municipality = 'GM0153'): Told => [on, 'TrajectoryOpened', { reason: 'mbo', birthDate, municipality }];
