import { keyedPeriodsOf, type Chronicle, type History, type KeyedQuestion, type KeyedStretch } from '@trajectboek/events';
import { clockHorizonOf, deadlinesAt, type Deadline, type RuleBook, type YouthOnDate } from '@trajectboek/schemes';
import type { ViewDeclaration, ViewRow } from '@trajectboek/view-store';

/** What is due for whom, on which day? Found by clock, state, owner and place; no tag is personal. */
export const DEADLINES: ViewDeclaration = { name: 'deadlines', version: 1, tags: ['state', 'scheme', 'municipality', 'organisation', 'party', 'group', 'type'] };

/** Where the rules and the facets of a youth come from. */
export interface DeadlineRules {
  readonly ruleBook: RuleBook;
  /** Codes of the clocks that are switched on beside those that always run. */
  readonly enabled: ReadonlySet<string>;
  readonly youthOn: (history: History) => YouthOnDate;
}

/**
 * One row per clock and per period in which nothing of it changes, from the first fact on. What stands at the horizon
 * holds on: after it only new periods of recurring clocks are left out.
 * @throws Error when the dates do not come to an end: a rule then has a fault
 */
export function deadlineRowsOf(chronicle: Chronicle, rules: DeadlineRules): readonly ViewRow[] {
  const question: KeyedQuestion<Deadline> = {
    horizon: clockHorizonOf(chronicle),
    answers: (history) => new Map(deadlinesAt(rules.ruleBook, rules.youthOn(history), rules).map((deadline) => [keyOf(deadline), deadline])),
  };
  return keyedPeriodsOf(chronicle, [question], (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b)).map(toRow);
}

/** A clock starts once per start event, and a recurring one has its periods. */
function keyOf({ scheme, startedBy, period }: Deadline): string {
  return [scheme, startedBy.source, startedBy.id, period].filter((part) => part !== null).join(' ');
}

function toRow({ key, from, until, value: deadline }: KeyedStretch<Deadline>): ViewRow {
  const { state, scheme, group, type, owner } = deadline;
  return {
    key: `${key} ${from}`, from, until, doc: { ...deadline },
    tags: { state, scheme, group, type, party: owner.party, organisation: owner.organisation, municipality: owner.municipality },
  };
}
