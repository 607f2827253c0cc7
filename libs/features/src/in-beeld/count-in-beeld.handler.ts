import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Clock, problem, RuleBookPort, type RequestAccess } from '@trajectboek/api';
import { publish, type Cell } from '@trajectboek/counts';
import { minus, plus, type CivilDate } from '@trajectboek/events';
import { Members } from '../youths/members.js';
import { ViewHeads } from '../youths/view-heads.js';
import { head, momentOf, type Moment } from '../youths/moment.js';
import { Youths, type VisibleYouth } from '../youths/youths.js';
import { axisOf, countable, countableRow, Counter, labelled, overlappingKind, regroup, ROW_AXES, STORED_AXES, tagOf } from './axes.js';
import type { Axis } from './axis-labels.js';
import type { CountsQuery } from './in-beeld.query.js';
import { checkDefinition, matches } from './list-in-beeld.handler.js';
import { StoredSituations } from './stored-situations.js';
import { youthRow } from './youth-row.js';

export class CountInBeeld extends Query<unknown> {
  constructor(readonly query: CountsQuery, readonly access: RequestAccess) {
    super();
  }
}

const MOST_MONTHS = 120;

interface Asked {
  readonly moment: Moment;
  readonly axes: readonly Axis[];
}

/** How many youths there are per status, cause, place or group, on a date and as a monthly series. */
@QueryHandler(CountInBeeld)
export class CountInBeeldHandler implements IQueryHandler<CountInBeeld> {
  constructor(
    private readonly youths: Youths,
    private readonly members: Members,
    private readonly stored: StoredSituations,
    private readonly heads: ViewHeads,
    private readonly ruleBook: RuleBookPort,
    private readonly clock: Clock,
  ) {}

  async execute({ query, access }: CountInBeeld): Promise<unknown> {
    checkDefinition(this.ruleBook, query.definition);
    const moment = momentOf(query, this.clock.now());
    const by = (query.by ?? 'status').split(',');
    const axes = by.map(axisOf);
    await this.heads.waitFor(query.minPosition);
    const isStored = this.stored.canAnswer(moment, query);
    const answerHead = isStored ? head(moment, await this.stored.completeTo()) : await this.heads.at(moment, undefined);
    const cellsOn = (asOf: CivilDate): Promise<readonly Cell[]> => {
      const asked = { moment: { ...moment, asOf }, axes };
      return isStored ? this.#cells(query, access, asked) : this.#foldedCells(query, access, asked);
    };
    const table = this.#tableOf(await cellsOn(moment.asOf), query, moment.asOf);
    const series = [];
    for (const month of monthsOf(query)) series.push({ month, ...this.#tableOf(await cellsOn(lastDayOf(month)), query, moment.asOf) });
    return { ...answerHead, by, ...table, ...(series.length > 0 && { series }) };
  }

  /** From tallies for who sees everyone, else from the rows of who the reader sees; what rows do not say is folded. */
  async #cells(query: CountsQuery, access: RequestAccess, { moment, axes }: Asked): Promise<readonly Cell[]> {
    const { asOf } = moment;
    const among = await this.members.among(access, asOf);
    const overlapping = overlappingKind(axes);
    const by = [...new Set(axes.map(tagOf))];
    if (among.everyone && axes.every((axis) => STORED_AXES.has(axis))) return regroup(await this.stored.count(query, { asOf, by }), axes, asOf);
    if (among.everyone && overlapping !== undefined && query.school === undefined) return regroup(await this.stored.countMemberships(overlapping, query, { asOf, by }), axes, asOf);
    if (among.everyone || !axes.every((axis) => ROW_AXES.has(axis))) return this.#foldedCells(query, access, { moment, axes });
    const counter = new Counter(axes);
    for (const row of await this.stored.ofYouths(among.whole, query, asOf)) counter.add(countableRow(row, asOf));
    await this.#addFolded(counter, this.youths.some(among.part, access, moment), query);
    return counter.cells();
  }

  async #foldedCells(query: CountsQuery, access: RequestAccess, { moment, axes }: Asked): Promise<readonly Cell[]> {
    const counter = new Counter(axes);
    await this.#addFolded(counter, this.youths.all(access, moment), query);
    return counter.cells();
  }

  async #addFolded(counter: Counter, youths: AsyncIterable<VisibleYouth>, query: CountsQuery): Promise<void> {
    for await (const visible of youths) {
      const row = youthRow(visible, this.ruleBook.value, query.definition);
      if (matches(row, query)) counter.add(countable(row));
    }
  }

  /** The total counts each youth once; where facets or groups overlap there is no such sum, and none is given. */
  #tableOf(cells: readonly Cell[], { by = 'status', published }: CountsQuery, date: CivilDate): object {
    if (published === 'true') return this.#published(cells, date);
    const overlaps = /facet|target-group/.test(by);
    return { ...(!overlaps && { total: cells.reduce((sum, { count }) => sum + count, 0) }), cells: cells.map(({ values, count }) => ({ ...labelled(values), count })), suppressed: 0 };
  }

  #published(cells: readonly Cell[], date: CivilDate): object {
    const { settings } = this.ruleBook.value;
    const rules = { threshold: Number(settings.valueOf('statisticsThreshold', date)), rounding: Number(settings.valueOf('statisticsRounding', date)) };
    const { total, cells: published, suppressed } = publish(cells, rules);
    return { total, suppressed, cells: published.map(({ values, count, suppressed: hidden }) => ({ ...labelled(values), count, ...(hidden && { suppressed: true }) })) };
  }
}

function monthsOf({ from, to }: CountsQuery): readonly string[] {
  if (from === undefined && to === undefined) return [];
  if (from === undefined || to === undefined || from > to) throw problem('invalid-query', 'Geef een eerste en een laatste maand.', [{ pointer: '?from', code: 'schema', detail: 'from en to horen bij elkaar, from niet na to' }]);
  const months = [];
  for (let month = from; month <= to; month = plus(`${month}-01`, 'P1M').slice(0, 7)) months.push(month);
  if (months.length > MOST_MONTHS) throw problem('invalid-query', `Vraag hooguit ${MOST_MONTHS} maanden.`, [{ pointer: '?to', code: 'schema', detail: 'te veel maanden' }]);
  return months;
}

function lastDayOf(month: string): CivilDate {
  return minus(plus(`${month}-01`, 'P1M'), 'P1D');
}
