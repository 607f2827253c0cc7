import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Clock, RuleBookPort, type RequestAccess } from '@trajectboek/api';
import { countedOf, PARTS, type Counted, type MetricContext, type MetricId } from '@trajectboek/continuity-view';
import type { CivilDate, TrajectoryId } from '@trajectboek/events';
import { checkDefinition } from '../in-beeld/list-in-beeld.handler.js';
import { momentOf, type Moment } from '../youths/moment.js';
import { Pages } from '../youths/pages.js';
import { ViewHeads } from '../youths/view-heads.js';
import { MeasuredYouths, windowOf } from './measured-youths.js';
import { metricEntry } from './metric-entry.js';
import { linksOf } from './metric-links.js';
import type { MetricYouthsQuery } from './metric.query.js';

export class ListMetricYouths extends Query<unknown> {
  constructor(readonly metric: MetricId, readonly query: MetricYouthsQuery, readonly access: RequestAccess) {
    super();
  }
}

interface Item {
  readonly trajectoryId: TrajectoryId;
  /** The newest day of what is counted. */
  readonly since: CivilDate | null;
  readonly why: readonly (Counted & { readonly partLabel: string })[];
}

/** Exactly the youths behind a metric, one of its figures, or a part of one: each with what is counted of him. */
@QueryHandler(ListMetricYouths)
export class ListMetricYouthsHandler implements IQueryHandler<ListMetricYouths> {
  constructor(
    private readonly measured: MeasuredYouths,
    private readonly heads: ViewHeads,
    private readonly pages: Pages,
    private readonly ruleBook: RuleBookPort,
    private readonly clock: Clock,
  ) {}

  async execute({ metric, query, access }: ListMetricYouths): Promise<unknown> {
    checkDefinition(this.ruleBook, query.definition);
    const moment = momentOf(query, this.clock.now());
    const window = windowOf(query, moment);
    const answerHead = await this.heads.at(moment, query.minPosition);
    const { label, unit } = metricEntry(metric);
    const { worklist, definition } = linksOf(metric, query, window);
    const items = await this.#items(metric, { query, access, moment }, { window, rules: this.measured.rules });
    return { ...answerHead, metric, label, unit, from: window.from, to: window.to, count: items.length, ...this.pages.of(items, query), links: { worklist, definition } };
  }

  async #items(metric: MetricId, { query, access, moment }: { readonly query: MetricYouthsQuery; readonly access: RequestAccess; readonly moment: Moment }, context: MetricContext): Promise<readonly Item[]> {
    const items: Item[] = [];
    for await (const { trajectoryId, youth } of this.measured.of(query, access, moment)) {
      const counted = countedOf(metric, youth.history.chronicle, context).filter((one) => isAsked(one, query));
      if (counted.length > 0) items.push(toItem(trajectoryId, counted));
    }
    return items;
  }
}

function isAsked({ figure, part }: Counted, asked: MetricYouthsQuery): boolean {
  return (asked.figure === undefined || asked.figure === figure) && (asked.part === undefined || asked.part === part);
}

function toItem(trajectoryId: TrajectoryId, counted: readonly Counted[]): Item {
  const since = counted.flatMap(({ date }) => date ?? []).sort().at(-1) ?? null;
  return { trajectoryId, since, why: counted.map(({ part, ...one }) => ({ ...one, part, partLabel: PARTS[part] })) };
}
