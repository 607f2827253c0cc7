import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Access, Clock, ListQuery, problem, Requires, VALID_QUERY, ViewQuery, type RequestAccess } from '@trajectboek/api';
import { isMetricId, METRIC_IDS, type MetricId } from '@trajectboek/continuity-view';
import { RespondsAsync } from '../jobs/responds-async.js';
import { momentOf } from '../youths/moment.js';
import { ViewHeads } from '../youths/view-heads.js';
import { ListMetricYouths } from './list-metric-youths.handler.js';
import { metricEntry } from './metric-entry.js';
import { MetricQuery, MetricYouthsQuery } from './metric.query.js';
import { ReadMetric } from './read-metric.handler.js';

@Controller('v1/metrics')
export class MetricsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly heads: ViewHeads,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('metrics:read', 'Toon welke maten van doorlopende begeleiding er zijn, met definitie en bron', 'always')
  async list(@Query(VALID_QUERY) query: ListQuery): Promise<unknown> {
    return { ...await this.heads.at(momentOf(query, this.clock.now()), query.minPosition), items: METRIC_IDS.map(metricEntry), next: null };
  }

  @Get(':metric')
  @Requires('metrics:read', 'Bereken een maat van doorlopende begeleiding', 'published')
  @RespondsAsync()
  async read(@Param('metric') metric: string, @Query(VALID_QUERY) query: MetricQuery, @Access() access: RequestAccess): Promise<unknown> {
    return this.queries.execute(new ReadMetric(knownMetric(metric), query, access));
  }

  @Get(':metric/youths')
  @Requires('views:read', 'Toon de jongeren achter een maat: wie, waarom en vanaf wanneer hij telt')
  @RespondsAsync()
  async youths(@Param('metric') metric: string, @Query(VALID_QUERY) query: MetricYouthsQuery, @Access() access: RequestAccess): Promise<unknown> {
    return this.queries.execute(new ListMetricYouths(knownMetric(metric), query, access));
  }

  @Get(':metric/definition')
  @Requires('metrics:read', 'Toon wat een maat telt, over wie, en waar hij vandaan komt', 'always')
  async define(@Param('metric') metric: string, @Query(VALID_QUERY) query: ViewQuery): Promise<unknown> {
    return { ...await this.heads.at(momentOf(query, this.clock.now()), query.minPosition), ...metricEntry(knownMetric(metric)) };
  }
}

/** @throws ProblemError not-supported */
function knownMetric(metric: string): MetricId {
  if (!isMetricId(metric)) throw problem('not-supported', 'Deze maat is er niet. Zie /v1/metrics.');
  return metric;
}
