import { AsOf, birthdayAt, plus, type Chronicle, type CivilDate, type History } from '@trajectboek/events';
import { deadlinesAt, SUBJECT_FACTS, type Deadline, type RuleBook, type YouthOnDate } from '@trajectboek/schemes';
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

/** More changes than any life has: a clock that keeps asking for the next day would otherwise never end. */
const MOST_CHANGES = 20_000;
/** A clock that recurs without end would go on for ever: its periods are worked out up to this age. */
const LAST_AGE = 40;
/** The same for a youth whose birth date is not known, from the first fact on. */
const LONGEST_LIFE_IN_LEDGER = 'P25Y';

interface Open {
  readonly from: CivilDate;
  readonly deadline: Deadline;
  readonly text: string;
}

/**
 * One row per clock and per period in which nothing of it changes, from the first fact on. What stands at the horizon
 * holds on: after it only new periods of recurring clocks are left out.
 * @throws Error when the dates do not come to an end: a rule then has a fault
 */
export function deadlineRowsOf(chronicle: Chronicle, rules: DeadlineRules): readonly ViewRow[] {
  const rows: ViewRow[] = [];
  const horizon = horizonOf(chronicle);
  let open = new Map<string, Open>();
  let date = chronicle.facts[0]?.occurredOn;
  for (let changes = 0; date !== undefined && date < horizon; changes += 1) {
    if (changes >= MOST_CHANGES) throw new Error('the deadlines of a trajectory do not come to an end');
    const asOf = new AsOf(date);
    const next = openOn(deadlinesAt(rules.ruleBook, rules.youthOn(chronicle.on(asOf)), rules), date, open);
    for (const [key, row] of open) if (next.get(key)?.from !== row.from) rows.push(toRow(key, row, date));
    open = next;
    date = asOf.nextChange;
  }
  for (const [key, row] of open) rows.push(toRow(key, row, null));
  return rows;
}

function horizonOf(chronicle: Chronicle): CivilDate {
  const firstDay = chronicle.facts[0]?.occurredOn ?? '1900-01-01';
  const birthDate = SUBJECT_FACTS.birthDate(chronicle.on(new AsOf(firstDay)));
  return birthDate === undefined ? plus(firstDay, LONGEST_LIFE_IN_LEDGER) : birthdayAt(birthDate, LAST_AGE);
}

/** What stands on the date: a clock of which nothing changed keeps its row. */
function openOn(deadlines: readonly Deadline[], from: CivilDate, before: ReadonlyMap<string, Open>): Map<string, Open> {
  return new Map(deadlines.map((deadline) => {
    const key = keyOf(deadline);
    const known = before.get(key);
    if (known?.deadline === deadline) return [key, known];
    const text = JSON.stringify(deadline);
    return [key, known?.text === text ? { ...known, deadline } : { from, deadline, text }];
  }));
}

/** A clock starts once per start event, and a recurring one has its periods. */
function keyOf({ scheme, startedBy, period }: Deadline): string {
  return [scheme, startedBy.source, startedBy.id, period].filter((part) => part !== null).join(' ');
}

function toRow(key: string, { from, deadline }: Open, until: CivilDate | null): ViewRow {
  const { state, scheme, group, type, owner } = deadline;
  return {
    key: `${key} ${from}`, from, until, doc: { ...deadline },
    tags: { state, scheme, group, type, party: owner.party, organisation: owner.organisation, municipality: owner.municipality },
  };
}
