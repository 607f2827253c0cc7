import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Clock, problem, RuleBookPort, type RequestAccess } from '@trajectboek/api';
import { statusSince, type Youth } from '@trajectboek/situation';
import type { FoundRow } from '@trajectboek/view-store';
import { ViewHeads } from '../youths/view-heads.js';
import { head, momentOf, pageOf, type Moment } from '../youths/moment.js';
import { Youths } from '../youths/youths.js';
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
    private readonly stored: StoredSituations,
    private readonly heads: ViewHeads,
    private readonly ruleBook: RuleBookPort,
    private readonly clock: Clock,
  ) {}

  async execute({ query, access }: ListInBeeld): Promise<unknown> {
    checkDefinition(this.ruleBook, query.definition);
    const moment = momentOf(query, this.clock.now());
    if (this.stored.canAnswer(access, moment, query)) return this.#fromStored(query, moment);
    const answerHead = await this.heads.at(moment, query.minPosition);
    const found: Item[] = [];
    for await (const visible of this.youths.all(access, moment)) {
      const row = youthRow(visible, this.ruleBook.value, query.definition);
      if (matches(row, query)) found.push(toItem(row, visible.youth));
    }
    const { items, next } = pageOf(found, query);
    return { ...answerHead, count: found.length, items, next };
  }

  async #fromStored(query: InBeeldQuery, moment: Moment): Promise<unknown> {
    await this.heads.waitFor(query.minPosition);
    const completeTo = await this.stored.completeTo();
    const { rows, next } = await this.stored.find(query, { asOf: moment.asOf, limit: query.limit ?? 100, ...(query.cursor !== undefined && { cursor: query.cursor }) });
    return { ...head(moment, completeTo), items: rows.map(storedItem), next };
  }
}

function storedItem({ trajectoryId, tags: { status = null, cause = null, municipality = null }, doc }: FoundRow): object {
  return {
    trajectoryId, status, statusLabel: status === null ? null : LABEL_OF.status(status), cause, causeLabel: cause === null ? null : LABEL_OF.cause(cause),
    since: doc['since'], municipality, lastContact: doc['lastContact'], why: [],
  };
}

/** @throws ProblemError invalid-query */
export function checkDefinition({ value }: RuleBookPort, definition: string | undefined): void {
  if (definition === undefined || value.definitions.has(definition)) return;
  throw problem('invalid-query', 'Deze definitie kennen we niet.', [{ pointer: '?definition', code: 'schema', detail: 'is geen definitie van schemes' }]);
}

type Item = ReturnType<typeof toItem>;

function toItem({ trajectoryId, situation, municipality, why }: YouthRow, youth: Youth) {
  const { status, statusLabel, cause, causeLabel, lastContact } = situation;
  return { trajectoryId, status, statusLabel, cause, causeLabel, since: statusSince(youth), municipality, lastContact, why: why ?? [] };
}

/** True when the youth has everything that was asked for. */
export function matches(row: YouthRow, query: Partial<InBeeldQuery>): boolean {
  const same = (asked: string | undefined, value: string | null): boolean => asked === undefined || asked === value;
  return row.why !== null
    && same(query.status, row.situation.status) && same(query.cause, row.situation.cause)
    && same(query.municipality, row.municipality) && same(query.rmcRegion, row.rmcRegion) && same(query.labourMarketRegion, row.labourMarketRegion)
    && same(query.school, row.school)
    && (query.guide === undefined || row.guides.includes(query.guide))
    && (query.targetGroup === undefined || row.targetGroups.includes(query.targetGroup))
    && (query.ageFrom === undefined || (row.age !== null && row.age >= query.ageFrom))
    && (query.ageTo === undefined || (row.age !== null && row.age <= query.ageTo));
}
