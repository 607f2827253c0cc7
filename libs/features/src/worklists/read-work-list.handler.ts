import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Clock, problem, RuleBookPort, type RequestAccess } from '@trajectboek/api';
import { deadlinesAt } from '@trajectboek/schemes';
import { isClosed } from '@trajectboek/situation';
import { findWorkList, listIdOf, OUT_OF_VIEW, POSSIBLE_DUPLICATES, PossibleDuplicates, workItems, type WorkItem, type WorkList } from '@trajectboek/worklists';
import { AskedDefinition } from '../in-beeld/asked-definition.js';
import { checkDefinition, matches } from '../in-beeld/list-in-beeld.handler.js';
import { youthRow } from '../in-beeld/youth-row.js';
import { EnabledClocks } from '../youths/enabled-clocks.js';
import { head, momentOf, type Moment } from '../youths/moment.js';
import { Members } from '../youths/members.js';
import { Pages, type Page } from '../youths/pages.js';
import { ViewHeads } from '../youths/view-heads.js';
import { Youths, type VisibleYouth } from '../youths/youths.js';
import { definitionItem } from './definition-item.js';
import { StoredWorkLists, type StoredItem } from './stored-work-lists.js';
import type { WorkListQuery } from './work-list.query.js';

export class ReadWorkList extends Query<unknown> {
  constructor(readonly list: string, readonly query: WorkListQuery, readonly access: RequestAccess) {
    super();
  }
}

/** What a reader gets of an item: not what only the stored rows need. */
function shown({ key: _key, term: _term, ...item }: StoredItem): Omit<StoredItem, 'key' | 'term'> {
  return item;
}

type FoundItem = StoredItem;

interface Asked {
  readonly moment: Moment;
  readonly query: WorkListQuery;
}

type Answer = ReturnType<typeof head> & Page<FoundItem> & { readonly count: number };

/** The things to do of one list, for the youths that the reader may see. */
@QueryHandler(ReadWorkList)
export class ReadWorkListHandler implements IQueryHandler<ReadWorkList> {
  constructor(
    private readonly youths: Youths,
    private readonly members: Members,
    private readonly stored: StoredWorkLists,
    private readonly heads: ViewHeads,
    private readonly clocks: EnabledClocks,
    private readonly pages: Pages,
    private readonly ruleBook: RuleBookPort,
    private readonly clock: Clock,
  ) {}

  async execute({ list: name, query, access }: ReadWorkList): Promise<unknown> {
    const id = listIdOf(name);
    const list = id === POSSIBLE_DUPLICATES.id ? POSSIBLE_DUPLICATES : findWorkList(id);
    if (!list) throw problem('not-supported', 'Deze werklijst is er niet. Zie /v1/worklists.');
    checkDefinition(this.ruleBook, query.definition);
    const moment = momentOf(query, this.clock.now());
    await this.heads.waitFor(query.minPosition);
    const answer = this.stored.canAnswer(id, moment, query) ? await this.#stored(list, access, { moment, query }) : await this.#folded(list, access, { moment, query });
    const asked = new AskedDefinition(this.ruleBook, query.definition, moment.asOf);
    return { ...answer, ...asked.named(), list: id, listLabel: list.label, items: answer.items.map(shown) };
  }

  async #stored(list: Pick<WorkList, 'id'>, access: RequestAccess, { moment, query }: Asked): Promise<Answer> {
    const answerHead = head(moment, await this.stored.completeTo(list.id));
    const among = await this.members.among(access, moment.asOf, query);
    if (among.everyone) return { ...answerHead, ...await this.stored.page(list.id, moment, query) };
    const stored = await this.stored.ofYouths(list.id, among.whole, { asOf: moment.asOf, query });
    return { ...answerHead, ...this.#listed([...stored, ...await this.#itemsOfAll(list, this.youths.some(among.part, access, moment), query)], query) };
  }

  async #folded(list: Pick<WorkList, 'id'>, access: RequestAccess, { moment, query }: Asked): Promise<Answer> {
    const answerHead = await this.heads.at(moment, undefined);
    return { ...answerHead, ...this.#listed(await this.#itemsOfAll(list, this.youths.all(access, moment), query), query) };
  }

  #listed(items: readonly FoundItem[], query: WorkListQuery): Page<FoundItem> & { readonly count: number } {
    const found = items.filter(({ owner }) => query.organisation === undefined || query.organisation === owner);
    return { count: found.length, ...this.pages.of(found, query) };
  }

  #itemsOfAll(list: Pick<WorkList, 'id'>, youths: AsyncIterable<VisibleYouth>, query: WorkListQuery): Promise<readonly FoundItem[]> {
    const ofOne = findWorkList(list.id);
    return ofOne ? this.#foldedItems(ofOne, query, youths) : this.#duplicates(query, youths);
  }

  async #foldedItems(list: WorkList, query: WorkListQuery, youths: AsyncIterable<VisibleYouth>): Promise<readonly FoundItem[]> {
    const found: FoundItem[] = [];
    for await (const visible of youths) found.push(...this.#itemsOf(list, visible, query).map((item) => ({ trajectoryId: visible.trajectoryId, ...item })));
    return found;
  }

  async #duplicates(query: WorkListQuery, youths: AsyncIterable<VisibleYouth>): Promise<readonly FoundItem[]> {
    const duplicates = new PossibleDuplicates();
    for await (const visible of youths) if (matches(youthRow(visible, this.ruleBook.value, query.definition), query)) duplicates.add(visible);
    return duplicates.items();
  }

  #itemsOf(list: WorkList, visible: VisibleYouth, query: WorkListQuery): readonly WorkItem[] {
    const { value: ruleBook } = this.ruleBook;
    const row = youthRow(visible, ruleBook, query.definition);
    if (!matches(row, query)) return [];
    const { youth } = visible;
    if (list.id === OUT_OF_VIEW.id && query.definition !== undefined) return isClosed(youth) ? [] : [definitionItem(visible, row, { ruleBook, code: query.definition })];
    return workItems(list, {
      youth, situation: row.situation,
      deadlines: list.clocks ? deadlinesAt(ruleBook, youth, { enabled: this.clocks.for(visible.whole.history.chronicle), only: list.clocks }) : [],
    });
  }
}
