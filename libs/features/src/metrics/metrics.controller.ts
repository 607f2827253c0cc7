import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Access, Clock, ListQuery, Requires, VALID_QUERY, type RequestAccess } from '@trajectboek/api';
import { METRICS } from '@trajectboek/continuity-view';
import { MetricQuery } from '../in-beeld/in-beeld.query.js';
import { momentOf } from '../youths/moment.js';
import { ViewHeads } from '../youths/view-heads.js';
import { ReadMetric } from './read-metric.handler.js';

@Controller('v1/metrics')
export class MetricsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly heads: ViewHeads,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('metrics:read', 'Toon welke maten van doorlopende begeleiding er zijn', 'always')
  async list(@Query(VALID_QUERY) query: ListQuery): Promise<unknown> {
    return { ...await this.heads.at(momentOf(query, this.clock.now()), query.minPosition), items: Object.entries(METRICS).map(([metric, { label, definition, unit }]) => ({ metric, label, definition, unit, link: `/v1/metrics/${metric}` })), next: null };
  }

  @Get(':metric')
  @Requires('metrics:read', 'Bereken een maat van doorlopende begeleiding')
  async read(@Param('metric') metric: string, @Query(VALID_QUERY) query: MetricQuery, @Access() access: RequestAccess): Promise<unknown> {
    return this.queries.execute(new ReadMetric(metric, query, access));
  }
}
