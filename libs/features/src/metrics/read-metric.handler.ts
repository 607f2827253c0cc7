import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Clock, problem, RuleBookPort, type RequestAccess } from '@trajectboek/api';
import { MetricSum, metricRules, type MetricId, type PublicationRules } from '@trajectboek/continuity-view';
import { minus, type CivilDate } from '@trajectboek/events';
import { checkDefinition, matches } from '../in-beeld/list-in-beeld.handler.js';
import { youthRow } from '../in-beeld/youth-row.js';
import { EnabledClocks } from '../youths/enabled-clocks.js';
import { momentOf, type Moment } from '../youths/moment.js';
import { ViewHeads } from '../youths/view-heads.js';
import { Youths, type VisibleYouth } from '../youths/youths.js';
import { metricEntry } from './metric-entry.js';
import { filtersOf, type MetricQuery } from './metric.query.js';

export class ReadMetric extends Query<unknown> {
  constructor(readonly metric: MetricId, readonly query: MetricQuery, readonly access: RequestAccess) {
    super();
  }
}

/** One metric of continuity over the youths that the reader may see. */
@QueryHandler(ReadMetric)
export class ReadMetricHandler implements IQueryHandler<ReadMetric> {
  constructor(
    private readonly youths: Youths,
    private readonly heads: ViewHeads,
    private readonly clocks: EnabledClocks,
    private readonly ruleBook: RuleBookPort,
    private readonly clock: Clock,
  ) {}

  async execute({ metric, query, access }: ReadMetric): Promise<unknown> {
    checkDefinition(this.ruleBook, query.definition);
    const moment = momentOf(query, this.clock.now());
    const window = windowOf(query, moment);
    const published = query.published === 'true' ? this.#publicationRules(moment.asOf) : undefined;
    const answerHead = await this.heads.at(moment, query.minPosition);
    const rules = metricRules(this.ruleBook.value, (chronicle) => this.clocks.for(chronicle));
    const sum = new MetricSum({ metric, ...window, asOf: moment.asOf, knownAt: moment.knownAt, published }, rules);
    const isFiltered = filtersOf(query).length > 0;
    let partial = false;
    for await (const visible of this.youths.all(access, moment)) {
      if (isFiltered && !matches(youthRow(visible, this.ruleBook.value, query.definition), query)) continue;
      sum.add(visible.chronicle);
      partial ||= isSeenInPart(visible);
    }
    return { ...answerHead, ...sum.result(), partial, links: linksOf(metric, query) };
  }

  #publicationRules(date: CivilDate): PublicationRules {
    const { settings } = this.ruleBook.value;
    return { threshold: Number(settings.valueOf('statisticsThreshold', date)), rounding: Number(settings.valueOf('statisticsRounding', date)) };
  }
}

/** @throws ProblemError invalid-query when the period ends before it begins */
function windowOf({ from, to }: MetricQuery, { asOf }: Moment): { readonly from: CivilDate; readonly to: CivilDate } {
  const window = { to: to ?? asOf, from: from ?? minus(to ?? asOf, 'P1Y') };
  if (window.from > window.to) throw problem('invalid-query', 'De periode eindigt voor ze begint.', [{ pointer: '?from', code: 'schema', detail: 'ligt na to' }]);
  return window;
}

/** What the list of youths can be asked as well. */
const LIST_FILTERS: ReadonlySet<string> = new Set(['municipality', 'rmcRegion', 'labourMarketRegion', 'school']);

/** The list behind the figures, for the same places and date, and what the figures mean. */
function linksOf(metric: MetricId, query: MetricQuery): { readonly list: string; readonly definition: string } {
  const { links } = metricEntry(metric);
  const { asOf, knownAt } = query;
  const places = filtersOf(query).filter(([name]) => LIST_FILTERS.has(name));
  const asked = new URLSearchParams({ ...(asOf !== undefined && { asOf }), ...(knownAt !== undefined && { knownAt }), ...Object.fromEntries(places) }).toString();
  return { list: asked === '' ? links.list : `${links.list}?${asked}`, definition: links.definition };
}

/** The source is partial where the reader may not see every fact of a youth: the figure says so (metrics.md). */
function isSeenInPart({ chronicle, whole }: VisibleYouth): boolean {
  return chronicle !== whole.history.chronicle;
}
