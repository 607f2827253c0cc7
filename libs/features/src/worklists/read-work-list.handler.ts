import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Clock, problem, RuleBookPort, type RequestAccess } from '@trajectboek/api';
import { deadlinesAt } from '@trajectboek/schemes';
import { isClosed } from '@trajectboek/situation';
import { findWorkList, listIdOf, OUT_OF_VIEW, POSSIBLE_DUPLICATES, PossibleDuplicates, workItems, type WorkItem, type WorkList } from '@trajectboek/worklists';
import { checkDefinition, matches } from '../in-beeld/list-in-beeld.handler.js';
import { youthRow } from '../in-beeld/youth-row.js';
import { EnabledClocks } from '../youths/enabled-clocks.js';
import { head, momentOf, pageOf, type Moment } from '../youths/moment.js';
import { ViewHeads } from '../youths/view-heads.js';
import { Youths, type VisibleYouth } from '../youths/youths.js';
import { definitionItem } from './definition-item.js';
import { StoredWorkLists } from './stored-work-lists.js';
import type { WorkListQuery } from './work-list.query.js';

export class ReadWorkList extends Query<unknown> {
  constructor(readonly list: string, readonly query: WorkListQuery, readonly access: RequestAccess) {
    super();
  }
}

function withoutKey<Item extends { readonly key: string }>({ key: _key, ...item }: Item): Omit<Item, 'key'> {
  return item;
}

type FoundItem = WorkItem & { readonly trajectoryId: string };

/** The things to do of one list, for the youths that the reader may see. */
@QueryHandler(ReadWorkList)
export class ReadWorkListHandler implements IQueryHandler<ReadWorkList> {
  constructor(
    private readonly youths: Youths,
    private readonly stored: StoredWorkLists,
    private readonly heads: ViewHeads,
    private readonly clocks: EnabledClocks,
    private readonly ruleBook: RuleBookPort,
    private readonly clock: Clock,
  ) {}

  async execute({ list: name, query, access }: ReadWorkList): Promise<unknown> {
    const id = listIdOf(name);
    const list = id === POSSIBLE_DUPLICATES.id ? POSSIBLE_DUPLICATES : findWorkList(id);
    if (!list) throw problem('not-supported', 'Deze werklijst is er niet. Zie /v1/worklists.');
    checkDefinition(this.ruleBook, query.definition);
    const moment = momentOf(query, this.clock.now());
    if (this.stored.canAnswer(id, access, { moment, query })) return this.#fromStored(list, moment, query);
    const answerHead = await this.heads.at(moment, query.minPosition);
    const all = 'itemsOf' in list ? await this.#foldedItems(list, query, this.youths.all(access, moment)) : await this.#duplicates(query, this.youths.all(access, moment));
    const found = all.filter(({ owner }) => query.organisation === undefined || query.organisation === owner);
    const { items, next } = pageOf(found, query);
    return { ...answerHead, list: id, listLabel: list.label, count: found.length, items: items.map(withoutKey), next };
  }

  async #fromStored({ id, label }: Pick<WorkList, 'id' | 'label'>, moment: Moment, query: WorkListQuery): Promise<unknown> {
    await this.heads.waitFor(query.minPosition);
    const { completeTo, count, items, next } = await this.stored.read(id, moment, query);
    return { ...head(moment, completeTo), list: id, listLabel: label, count, items: items.map(withoutKey), next };
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
      deadlines: list.needsDeadlines ? deadlinesAt(ruleBook, youth, { enabled: this.clocks.for(visible.whole.history.chronicle) }) : [],
    });
  }
}
