import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Access, Requires, VALID_QUERY, type RequestAccess } from '@trajectboek/api';
import { RespondsAsync } from '../jobs/responds-async.js';
import { CountInBeeld } from './count-in-beeld.handler.js';
import { CountsQuery, InBeeldQuery } from './in-beeld.query.js';
import { ListInBeeld } from './list-in-beeld.handler.js';

@Controller('v1/in-beeld')
export class InBeeldController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Requires('views:read', 'Toon wie er in beeld is en wie niet')
  @RespondsAsync()
  async list(@Query(VALID_QUERY) query: InBeeldQuery, @Access() access: RequestAccess): Promise<unknown> {
    return this.queries.execute(new ListInBeeld(query, access));
  }

  @Get('counts')
  @Requires('views:read', 'Tel jongeren per status, oorzaak, gemeente of regio', 'published')
  @RespondsAsync()
  async count(@Query(VALID_QUERY) query: CountsQuery, @Access() access: RequestAccess): Promise<unknown> {
    return this.queries.execute(new CountInBeeld(query, access));
  }
}
