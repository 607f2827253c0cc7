import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Access, Clock, ListQuery, Requires, VALID_QUERY, type RequestAccess } from '@trajectboek/api';
import { WORK_LISTS } from '@trajectboek/worklists';
import { RespondsAsync } from '../jobs/responds-async.js';
import { momentOf } from '../youths/moment.js';
import { ViewHeads } from '../youths/view-heads.js';
import { ReadWorkList } from './read-work-list.handler.js';
import { WorkListQuery } from './work-list.query.js';

@Controller('v1/worklists')
export class WorkListsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly heads: ViewHeads,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('views:read', 'Toon welke werklijsten er zijn', 'always')
  async list(@Query(VALID_QUERY) query: ListQuery): Promise<unknown> {
    return { ...await this.heads.at(momentOf(query, this.clock.now()), query.minPosition), items: WORK_LISTS.map(({ id, label }) => ({ list: id, listLabel: label, link: `/v1/worklists/${id}` })), next: null };
  }

  @Get(':list')
  @Requires('views:read', 'Toon een werklijst: wie, sinds wanneer, voor wanneer, waarom en wat nu')
  @RespondsAsync()
  async read(@Param('list') list: string, @Query(VALID_QUERY) query: WorkListQuery, @Access() access: RequestAccess): Promise<unknown> {
    return this.queries.execute(new ReadWorkList(list, query, access));
  }
}
