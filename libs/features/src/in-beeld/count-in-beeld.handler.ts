import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Clock, problem, RuleBookPort, type RequestAccess } from '@trajectboek/api';
import { publish, type Cell } from '@trajectboek/counts';
import { minus, plus, type CivilDate, type TrajectoryId } from '@trajectboek/events';
import { eyesOf } from '../youths/eyes.js';
import { Members } from '../youths/members.js';
import { ViewHeads } from '../youths/view-heads.js';
import { head, momentOf, type Moment } from '../youths/moment.js';
import { datesByYouth, Youths, type VisibleYouth } from '../youths/youths.js';
import { AskedDefinition } from './asked-definition.js';
import { axisOf, countable, countableRow, Counter, labelled, overlappingKind, regroup, ROW_AXES, STORED_AXES, tagOf } from './axes.js';
import type { Axis } from './axis-labels.js';
import type { CountsQuery } from './in-beeld.query.js';
import { checkDefinition, matches } from './list-in-beeld.handler.js';
import { StoredSituations } from './stored-situations.js';
import { groupsOn, widerThan } from './wider-questions.js';
import { youthRow } from './youth-row.js';

export class CountInBeeld extends Query<unknown> {
  constructor(readonly query: CountsQuery, readonly access: RequestAccess) {
    super();
  }
}

const MOST_MONTHS = 120;
const FILTERS = ['municipality', 'rmcRegion', 'labourMarketRegion', 'school', 'definition'] as const;

interface Asked {
  /** One, and where it is published those about more youths. */
  readonly questions: readonly CountsQuery[];
  readonly access: RequestAccess;
  readonly moment: Moment;
  readonly axes: readonly Axis[];
  /** Each once. */
  readonly dates: readonly CivilDate[];
}

type CellsByDate = ReadonlyMap<CivilDate, readonly Cell[]>;
/** In the order of the questions. */
type Counted = readonly CellsByDate[];

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
    const months = monthsOf(query);
    await this.heads.waitFor(query.minPosition);
    const isStored = this.stored.canAnswer(moment, query);
    const answerHead = isStored ? head(moment, await this.stored.completeTo()) : await this.heads.at(moment, undefined);
    const asked = { questions: query.published === 'true' ? [query, ...widerThan(query, FILTERS, moment.asOf)] : [query], access, moment, axes: by.map(axisOf), dates: [...new Set([moment.asOf, ...months.map(lastDayOf)])] };
    const counted = isStored ? await this.#cells(asked) : await this.#foldedCells(asked);
    const tableOn = (date: CivilDate): object => this.#tableOf(counted.map((cells) => cells.get(date) ?? []), query, moment.asOf);
    const definition = new AskedDefinition(this.ruleBook, query.definition, moment.asOf);
    return { ...answerHead, ...definition.named(), by, ...tableOn(moment.asOf), ...(months.length > 0 && { series: months.map((month) => ({ month, ...tableOn(lastDayOf(month)) })) }) };
  }

  /** From tallies for who sees everyone, else from the rows of who the reader sees; what rows do not say is folded. */
  async #cells(asked: Asked): Promise<Counted> {
    const { questions, access: { caller }, axes } = asked;
    const seesEveryone = eyesOf(caller) === 'all';
    const overlapping = overlappingKind(axes);
    const by = [...new Set(axes.map(tagOf))];
    if (seesEveryone && axes.every((axis) => STORED_AXES.has(axis))) return forEach(asked, async (query, asOf) => regroup(await this.stored.count(query, { asOf, by }), axes, asOf));
    if (seesEveryone && overlapping !== undefined && questions.every(({ school }) => school === undefined)) {
      return forEach(asked, async (query, asOf) => regroup(await this.stored.countMemberships(overlapping, query, { asOf, by }), axes, asOf));
    }
    return seesEveryone || !axes.every((axis) => ROW_AXES.has(axis)) ? this.#foldedCells(asked) : this.#cellsOfMembers(asked);
  }

  /** Who is seen in part is folded once for all dates. */
  async #cellsOfMembers({ questions, access, moment, axes, dates }: Asked): Promise<Counted> {
    const tables = questions.map((query) => new CountersByDate(query, dates, axes));
    const tagsOnly = !axes.includes('facet');
    const inPart: (readonly [TrajectoryId, CivilDate])[] = [];
    for (const asOf of dates) {
      const { whole, part } = await this.members.among(access, asOf);
      for (const { query, counters } of tables) for (const row of await this.stored.ofYouths(whole, query, { asOf, tagsOnly })) counters.get(asOf)?.add(countableRow(row, asOf));
      for (const trajectoryId of part) inPart.push([trajectoryId, asOf]);
    }
    return this.#counted(tables, this.youths.someOn(datesByYouth(inPart), access, moment));
  }

  #foldedCells({ questions, access, moment, axes, dates }: Asked): Promise<Counted> {
    return this.#counted(questions.map((query) => new CountersByDate(query, dates, axes)), this.youths.allOn(dates, access, moment));
  }

  async #counted(tables: readonly CountersByDate[], youths: AsyncIterable<VisibleYouth>): Promise<Counted> {
    for await (const visible of youths) {
      const row = youthRow(visible, this.ruleBook.value, tables[0]?.query.definition);
      for (const { query, counters } of tables) {
        if (matches(row, query)) counters.get(visible.youth.asOf.date)?.add(countable(row));
      }
    }
    return tables.map(({ counters }) => new Map([...counters].map(([date, counter]) => [date, counter.cells()])));
  }

  /** The total counts each youth once; where facets or groups overlap there is no such sum, and none is given. */
  #tableOf([cells = [], ...wider]: readonly (readonly Cell[])[], { by = 'status', published }: CountsQuery, date: CivilDate): object {
    if (published === 'true') return this.#published(cells, wider, date);
    const overlaps = /facet|target-group/.test(by);
    return { ...(!overlaps && { total: cells.reduce((sum, { count }) => sum + count, 0) }), cells: cells.map(({ values, count }) => ({ ...labelled(values), count })), suppressed: 0 };
  }

  #published(cells: readonly Cell[], wider: readonly (readonly Cell[])[], date: CivilDate): object {
    const { settings } = this.ruleBook.value;
    const rules = { threshold: Number(settings.valueOf('statisticsThreshold', date)), rounding: Number(settings.valueOf('statisticsRounding', date)) };
    const { total, cells: published, suppressed } = publish(cells, rules, { wider, groups: groupsOn(date) });
    return { total, suppressed, cells: published.map(({ values, count, suppressed: hidden }) => ({ ...labelled(values), count, ...(hidden && { suppressed: true }) })) };
  }
}

/** What one question counts on each date. */
class CountersByDate {
  readonly counters: ReadonlyMap<CivilDate, Counter>;

  constructor(readonly query: CountsQuery, dates: readonly CivilDate[], axes: readonly Axis[]) {
    this.counters = new Map(dates.map((date) => [date, new Counter(axes)]));
  }
}

async function forEach({ questions, dates }: Asked, cellsOn: (query: CountsQuery, date: CivilDate) => Promise<readonly Cell[]>): Promise<Counted> {
  const counted: CellsByDate[] = [];
  for (const query of questions) {
    const cells = new Map<CivilDate, readonly Cell[]>();
    for (const date of dates) cells.set(date, await cellsOn(query, date));
    counted.push(cells);
  }
  return counted;
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
