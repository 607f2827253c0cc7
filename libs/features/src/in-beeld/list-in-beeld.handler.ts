import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Clock, problem, RuleBookPort, type RequestAccess } from '@trajectboek/api';
import type { CivilDate, TrajectoryId } from '@trajectboek/events';
import { statusSince, type Youth } from '@trajectboek/situation';
import type { FoundRow } from '@trajectboek/view-store';
import { Members } from '../youths/members.js';
import { ViewHeads } from '../youths/view-heads.js';
import { head, momentOf, type Moment } from '../youths/moment.js';
import { Pages } from '../youths/pages.js';
import { Youths, type VisibleYouth } from '../youths/youths.js';
import { AskedDefinition } from './asked-definition.js';
import { LABEL_OF } from './axis-labels.js';
import type { InBeeldQuery } from './in-beeld.query.js';
import { StoredSituations } from './stored-situations.js';
import { youthRow, type YouthRow } from './youth-row.js';

export class ListInBeeld extends Query<unknown> {
  constructor(readonly query: InBeeldQuery, readonly access: RequestAccess) {
    super();
  }
}

/** Who is in beeld and who is not, by what was asked. */
@QueryHandler(ListInBeeld)
export class ListInBeeldHandler implements IQueryHandler<ListInBeeld> {
  constructor(
    private readonly youths: Youths,
    private readonly members: Members,
    private readonly stored: StoredSituations,
    private readonly heads: ViewHeads,
    private readonly pages: Pages,
    private readonly ruleBook: RuleBookPort,
    private readonly clock: Clock,
  ) {}

  async execute({ query, access }: ListInBeeld): Promise<unknown> {
    checkDefinition(this.ruleBook, query.definition);
    const moment = momentOf(query, this.clock.now());
    await this.heads.waitFor(query.minPosition);
    if (!this.stored.canAnswer(moment, query)) return this.#folded(query, access, moment);
    const answerHead = head(moment, await this.stored.completeTo());
    const among = await this.members.among(access, moment.asOf, query);
    if (among.everyone) return { ...answerHead, ...await this.#storedPage(query, moment) };
    const stored = await this.stored.ofYouths(among.whole, query, { asOf: moment.asOf, tagsOnly: true });
    const found = [...stored.map(storedItem), ...await this.#itemsOf(this.youths.some(among.part, access, moment), query)];
    const { items, next } = this.pages.of(found, query);
    return { ...answerHead, count: found.length, items: await this.#opened(items, new Set(among.whole), moment), next };
  }

  /** What only stored documents say is read for the page, not for all that were put in order. */
  async #opened(page: readonly Item[], whole: ReadonlySet<TrajectoryId>, { asOf }: Moment): Promise<readonly Item[]> {
    const ids = page.map(({ trajectoryId }) => trajectoryId).filter((trajectoryId) => whole.has(trajectoryId));
    const items = new Map((await this.stored.ofYouths(ids, {}, { asOf })).map((row) => [row.trajectoryId, storedItem(row)]));
    return page.map((item) => items.get(item.trajectoryId) ?? item);
  }

  async #storedPage(query: InBeeldQuery, { asOf }: Moment): Promise<object> {
    const { rows, next } = await this.stored.find(query, { asOf, limit: query.limit ?? 100, ...(query.cursor !== undefined && { cursor: query.cursor }) });
    return { items: rows.map(storedItem), next };
  }

  async #folded(query: InBeeldQuery, access: RequestAccess, moment: Moment): Promise<object> {
    const answerHead = await this.heads.at(moment, undefined);
    const asked = new AskedDefinition(this.ruleBook, query.definition, moment.asOf);
    const found = await this.#itemsOf(this.youths.all(access, moment), query, asked);
    return { ...answerHead, ...asked.named(), count: found.length, ...this.pages.of(found, query), ...asked.undecided() };
  }

  async #itemsOf(youths: AsyncIterable<VisibleYouth>, query: InBeeldQuery, asked?: AskedDefinition): Promise<readonly Item[]> {
    const found: Item[] = [];
    const { definition, ...filters } = query;
    for await (const visible of youths) {
      const row = youthRow(visible, this.ruleBook.value, definition);
      if (matches(row, query)) found.push(toItem(row, visible.youth));
      else if (matches(row, filters)) asked?.note(row);
    }
    return found;
  }
}

function storedItem({ trajectoryId, since, tags: { status = null, cause = null, municipality = null }, doc }: FoundRow): Item {
  return {
    trajectoryId, status, statusLabel: status === null ? null : LABEL_OF.status(status), cause, causeLabel: cause === null ? null : LABEL_OF.cause(cause),
    since, municipality, lastContact: doc['lastContact'] ?? null, why: [],
  };
}

/** @throws ProblemError invalid-query */
export function checkDefinition({ value }: RuleBookPort, definition: string | undefined): void {
  if (definition === undefined || value.definitions.has(definition)) return;
  throw problem('invalid-query', 'Deze definitie kennen we niet.', [{ pointer: '?definition', code: 'schema', detail: 'is geen definitie van schemes' }]);
}

interface Item {
  readonly trajectoryId: TrajectoryId;
  readonly status: string | null;
  readonly statusLabel: string | null | undefined;
  readonly cause: string | null;
  readonly causeLabel: string | null | undefined;
  readonly since: CivilDate;
  readonly municipality: string | null;
  readonly lastContact: unknown;
  readonly why: readonly string[];
}

function toItem({ trajectoryId, situation, municipality, why }: YouthRow, youth: Youth): Item {
  const { status, statusLabel, cause, causeLabel, lastContact } = situation;
  return { trajectoryId, status, statusLabel, cause, causeLabel, since: statusSince(youth), municipality, lastContact, why: why ?? [] };
}

/** True when the youth has everything that was asked for. */
export function matches(row: YouthRow, query: Partial<InBeeldQuery>): boolean {
  const same = (asked: string | undefined, value: string | null): boolean => asked === undefined || asked === value;
  return (query.definition === undefined || row.why !== null)
    && same(query.status, row.situation.status) && same(query.cause, row.situation.cause)
    && same(query.municipality, row.municipality) && same(query.rmcRegion, row.rmcRegion) && same(query.labourMarketRegion, row.labourMarketRegion)
    && same(query.school, row.school)
    && (query.guide === undefined || row.guides.includes(query.guide))
    && (query.targetGroup === undefined || row.targetGroups.includes(query.targetGroup))
    && (query.ageFrom === undefined || (row.age !== null && row.age >= query.ageFrom))
    && (query.ageTo === undefined || (row.age !== null && row.age <= query.ageTo));
}
