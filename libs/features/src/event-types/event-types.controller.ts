import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ListQuery, NO_QUERY, Open, problem, VALID_QUERY } from '@trajectboek/api';
import { findEventType } from '@trajectboek/events';
import { CATALOGUE, documentOf } from './event-type-document.js';

/** The published language: what can be said, in which shape, with Dutch labels. */
@Controller('v1/event-types')
export class EventTypesController {
  @Get()
  @Header('Cache-Control', 'public, max-age=300')
  @Open('Alle soorten gebeurtenissen met hun JSON Schema')
  list(@Query(VALID_QUERY) _query: ListQuery): unknown {
    return { items: CATALOGUE, next: null };
  }

  @Get(':type')
  @Header('Cache-Control', 'public, max-age=300')
  @Open('Eén soort gebeurtenis met zijn JSON Schema')
  one(@Param('type') name: string, @Query(NO_QUERY) _query: undefined): unknown {
    const type = findEventType(name);
    if (!type) throw problem('unknown-type', 'Kijk in /v1/event-types welke soorten er zijn.');
    return documentOf(type);
  }
}
