import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Clock, problem, RuleBookPort, type RequestAccess } from '@trajectboek/api';
import { computeMetric, isMetricId, METRICS, metricRules } from '@trajectboek/continuity-view';
import { minus } from '@trajectboek/events';
import type { MetricQuery } from '../in-beeld/in-beeld.query.js';
import { matches } from '../in-beeld/list-in-beeld.handler.js';
import { youthRow } from '../in-beeld/youth-row.js';
import { EnabledClocks } from '../youths/enabled-clocks.js';
import { momentOf } from '../youths/moment.js';
import { ViewHeads } from '../youths/view-heads.js';
import { Youths, type VisibleYouth } from '../youths/youths.js';

export class ReadMetric extends Query<unknown> {
  constructor(readonly metric: string, readonly query: MetricQuery, readonly access: RequestAccess) {
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
    if (!isMetricId(metric)) throw problem('not-supported', 'Deze maat is er niet. Zie /v1/metrics.');
    const moment = momentOf(query, this.clock.now());
    const window = { to: query.to ?? moment.asOf, from: query.from ?? minus(query.to ?? moment.asOf, 'P1Y') };
    if (window.from > window.to) throw problem('invalid-query', 'De periode eindigt voor ze begint.', [{ pointer: '?from', code: 'schema', detail: 'ligt na to' }]);
    const answerHead = await this.heads.at(moment, query.minPosition);
    const chosen: VisibleYouth[] = [];
    for await (const visible of this.youths.all(access, moment)) {
      if (matches(youthRow(visible, this.ruleBook.value, query.definition), query)) chosen.push(visible);
    }
    const rules = metricRules(this.ruleBook.value, (chronicle) => this.clocks.for(chronicle));
    const result = computeMetric({ metric, ...window, asOf: moment.asOf, knownAt: moment.knownAt }, chosen.map(({ chronicle }) => chronicle), rules);
    return { ...answerHead, ...result, suppressed: false, partial: chosen.some(seenInPart), links: { list: `/v1/worklists/${METRICS[metric].worklist}`, definition: '/v1/metrics' } };
  }
}

/** The source is partial where the reader may not see every fact of a youth: the figure says so (metrics.md). */
function seenInPart({ chronicle, whole }: VisibleYouth): boolean {
  return chronicle !== whole.history.chronicle;
}
