import { AsOf, keyedPeriodsOf, type Chronicle, type CivilDate, type KeyedQuestion, type KeyedStretch } from '@trajectboek/events';
import { clockHorizonOf, deadlinesOfClocks, startedClocks, type Clock, type Deadline, type RuleBook } from '@trajectboek/schemes';
import { lastSchoolOf, municipalityOf, situationOf, youthOn, type Situation, type Youth } from '@trajectboek/situation';
import type { ViewDeclaration, ViewRow } from '@trajectboek/view-store';
import { OPEN_HANDOVERS } from './lists/handovers.js';
import { OUT_OF_VIEW } from './lists/situation.js';
import { isSameItem, workItems, type WorkItem, type WorkList, type WorkListYouth } from './work-item.js';
import { LISTS_OF_ONE } from './work-lists.js';

/**
 * Who has to do what for which youth on which day? One row per thing to do; found by list and owner, place or school, and those
 * out of view by the cause. Open handovers have a view of their own.
 */
export const WORK_ITEMS: ViewDeclaration = {
  name: 'worklists', version: 2, tags: ['list', 'municipality', 'owner', 'school', 'why'],
  selections: [['list'], ['list', 'municipality']],
};

export interface WorkListRules {
  readonly ruleBook: RuleBook;
  /** Codes of the clocks that run for the youth beside those that always run. */
  readonly enabledFor: (chronicle: Chronicle) => ReadonlySet<string>;
}

const LISTS = LISTS_OF_ONE.filter(({ id }) => id !== OPEN_HANDOVERS.id);

/** One item and what it is found by. */
interface Todo {
  readonly list: string;
  readonly item: WorkItem;
  readonly municipality: string | null;
  readonly school: string | null;
}

/** One row per thing to do and period in which nothing of it changes. */
export function workListRows(chronicle: Chronicle, rules: WorkListRules): readonly ViewRow[] {
  const { ruleBook } = rules;
  const questions = questionsOf(chronicle, rules).map(({ list, clocks, horizon }): KeyedQuestion<Todo> => ({
    horizon, answers: (history) => todosOn(new YouthWithWork(youthOn(history, ruleBook.settings), ruleBook, clocks), list),
  }));
  return keyedPeriodsOf(chronicle, questions, isSame).map(toRow);
}

function isSame(a: Todo, b: Todo): boolean {
  return a.municipality === b.municipality && a.school === b.school && isSameItem(a.item, b.item);
}

/** A list, or what one clock has for it: asked apart, so that each is worked out only on the days on which it may change. */
interface ListQuestion {
  readonly list: WorkList;
  readonly clocks: readonly Clock[];
  readonly horizon?: CivilDate;
}

function questionsOf(chronicle: Chronicle, { ruleBook, enabledFor }: WorkListRules): readonly ListQuestion[] {
  const firstDay = chronicle.facts[0]?.occurredOn;
  if (firstDay === undefined) return [];
  const started = startedClocks(ruleBook, youthOn(chronicle.on(new AsOf(firstDay)), ruleBook.settings), { enabled: enabledFor(chronicle) });
  const horizon = clockHorizonOf(chronicle);
  return LISTS.flatMap((list): ListQuestion[] => {
    if (!list.clocks) return [{ list, clocks: [] }];
    const clocks = started.filter(list.clocks);
    return list.clockByClock ? clocks.map((clock) => ({ list, clocks: [clock], horizon })) : [{ list, clocks, horizon }];
  });
}

/** What lists ask of a youth, worked out when one asks. */
class YouthWithWork implements WorkListYouth {
  constructor(readonly youth: Youth, private readonly ruleBook: RuleBook, private readonly clocks: readonly Clock[]) {}

  get situation(): Situation {
    return situationOf(this.youth);
  }

  get deadlines(): readonly Deadline[] {
    return deadlinesOfClocks(this.ruleBook, this.youth, this.clocks);
  }
}

const NOTHING: ReadonlyMap<string, Todo> = new Map();

function todosOn(context: YouthWithWork, list: WorkList): ReadonlyMap<string, Todo> {
  const items = workItems(list, context);
  if (items.length === 0) return NOTHING;
  const [municipality, school] = [municipalityOf(context.youth) ?? null, lastSchoolOf(context.youth) ?? null];
  return new Map(items.map((item) => [`${list.id} ${item.key}`, { list: list.id, item, municipality, school }]));
}

function toRow({ key, from, until, value: { list, item, municipality, school } }: KeyedStretch<Todo>): ViewRow {
  return {
    key: `${key} ${from}`, from, until,
    // A term can be on a list before the day from which it counts.
    since: item.since < from ? item.since : from,
    tags: { list, municipality, school, owner: item.owner, why: list === OUT_OF_VIEW.id ? item.why.code : null },
    doc: { ...item },
  };
}
