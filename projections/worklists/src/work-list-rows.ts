import { keyedPeriodsOf, type Chronicle, type History, type KeyedStretch } from '@trajectboek/events';
import { clockHorizonOf, deadlinesAt, type Deadline, type RuleBook } from '@trajectboek/schemes';
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
  name: 'worklists', version: 1, tags: ['list', 'municipality', 'owner', 'school', 'why'],
  selections: [['list'], ['list', 'municipality']],
};

export interface WorkListRules {
  readonly ruleBook: RuleBook;
  /** Codes of the clocks that run for the youth beside those that always run. */
  readonly enabledFor: (chronicle: Chronicle) => ReadonlySet<string>;
}

/** Apart, because terms change on many more days than anything else, and not every day has to ask the other lists again. */
const WITH_TERMS = LISTS_OF_ONE.filter(({ needsDeadlines }) => needsDeadlines === true);
const WITHOUT_TERMS = LISTS_OF_ONE.filter(({ id, needsDeadlines }) => needsDeadlines !== true && id !== OPEN_HANDOVERS.id);

/** One item and what it is found by. */
interface Todo {
  readonly list: string;
  readonly item: WorkItem;
  readonly municipality: string | null;
  readonly school: string | null;
}

/** One row per thing to do and period in which nothing of it changes. */
export function workListRows(chronicle: Chronicle, rules: WorkListRules): readonly ViewRow[] {
  const enabled = rules.enabledFor(chronicle);
  const isSame = (a: Todo, b: Todo): boolean => a.municipality === b.municipality && a.school === b.school && isSameItem(a.item, b.item);
  const answersOf = (lists: readonly WorkList[]) => (history: History) => todosOn(new YouthWithWork(youthOn(history, rules.ruleBook.settings), rules.ruleBook, enabled), lists);
  return [
    ...keyedPeriodsOf(chronicle, { answers: answersOf(WITHOUT_TERMS), isSame }),
    ...keyedPeriodsOf(chronicle, { answers: answersOf(WITH_TERMS), isSame, horizon: clockHorizonOf(chronicle) }),
  ].map(toRow);
}

/** What lists ask of a youth, worked out when one asks. */
class YouthWithWork implements WorkListYouth {
  #situation: Situation | undefined;
  #deadlines: readonly Deadline[] | undefined;

  constructor(readonly youth: Youth, private readonly ruleBook: RuleBook, private readonly enabled: ReadonlySet<string>) {}

  get situation(): Situation {
    return this.#situation ??= situationOf(this.youth);
  }

  get deadlines(): readonly Deadline[] {
    return this.#deadlines ??= deadlinesAt(this.ruleBook, this.youth, { enabled: this.enabled });
  }
}

function todosOn(context: YouthWithWork, lists: readonly WorkList[]): ReadonlyMap<string, Todo> {
  const todos = new Map<string, Todo>();
  const [municipality, school] = [municipalityOf(context.youth) ?? null, lastSchoolOf(context.youth) ?? null];
  for (const list of lists) for (const item of workItems(list, context)) todos.set(`${list.id} ${item.key}`, { list: list.id, item, municipality, school });
  return todos;
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
