import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { NO_QUERY, Open, problem, VALID_QUERY } from '@trajectboek/api';
import { findCatalogueRow, loadCatalogue } from '@trajectboek/catalogue';
import { catalogueAnswer } from './catalogue-answer.js';
import { CatalogueQuery } from './catalogue.query.js';

/** What the code fields of events can say, with Dutch names; organisations may add codes of their own. */
@Controller('v1/catalogue')
export class CatalogueController {
  @Get()
  @Header('Cache-Control', 'public, max-age=300')
  @Open('Alle registers, programma’s, voorzieningen, geldstromen, organisaties, documenten en regels die de bronnen noemen')
  list(@Query(VALID_QUERY) query: CatalogueQuery): unknown {
    const found = loadCatalogue().rows.filter(({ group, role }) => isAsked(query.group, group) && isAsked(query.role, role));
    return { count: found.length, ...pageOf(found, query) };
  }

  @Get(':code')
  @Header('Cache-Control', 'public, max-age=300')
  @Open('Eén regel uit de catalogus')
  one(@Param('code') code: string, @Query(NO_QUERY) _query: undefined): unknown {
    const row = findCatalogueRow(code);
    if (!row) throw problem('not-found', 'Deze code staat niet in de catalogus. Zie /v1/catalogue.');
    return catalogueAnswer(row);
  }
}

function isAsked(asked: string | undefined, value: string): boolean {
  return asked === undefined || asked === value;
}

/** The cursor is the code of the last row of a page. */
function pageOf(rows: ReturnType<typeof loadCatalogue>['rows'], { limit = 100, cursor }: CatalogueQuery): { readonly items: readonly unknown[]; readonly next: string | null } {
  const last = cursor === undefined ? -1 : rows.findIndex(({ code }) => code === cursor);
  if (cursor !== undefined && last < 0) throw problem('invalid-query', 'De cursor is niet een die wij hebben gegeven.', [{ pointer: '?cursor', code: 'schema', detail: 'onbekende cursor' }]);
  const page = rows.slice(last + 1, last + 1 + limit);
  return { items: page.map(catalogueAnswer), next: last + 1 + limit < rows.length ? page.at(-1)?.code ?? null : null };
}
