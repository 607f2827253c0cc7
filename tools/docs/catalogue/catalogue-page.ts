import { codePlacesOf, GROUP_LABELS, loadCatalogue, loadCoverage, ROLE_LABELS, showingOf, valuesOf, type CatalogueGroup, type CatalogueRow } from '@trajectboek/catalogue';
import { getEventType } from '@trajectboek/events';
import { code, GENERATED, page, table } from '../markdown.js';
import { RESULTS, resultOf, resultText } from './result.js';

/** Every row of the catalogue: how it enters the ledger, where it shows, and whether the product shows it there. */
export function cataloguePage(): string {
  const { rows, groups } = loadCatalogue();
  return page(
    '# The catalogue', GENERATED,
    `${rows.length} registers, programmes, instruments, schemes of money, bodies, documents, laws and reports that the sources name, from [catalogue.yaml](../libs/catalogue/data/catalogue.yaml). ` +
      'A running ledger serves the same at `GET /v1/catalogue` and `GET /v1/catalogue/{code}`. An organisation may use codes of its own in the same fields. Behind an event stands what the row is known by in it: the field that carries its code, or the value of a closed list that it is; where there is neither, it is known by who states the event.',
    'The results are held against the running product by [catalogue.int.spec.ts](../apps/trajectboek/src/promises/catalogue.int.spec.ts): it records an example of every row over HTTP and asks every view that the row names.',
    legend(), summary(groups), ...(Object.keys(groups) as CatalogueGroup[]).map((group) => section(group, groups[group])),
  );
}

function legend(): string {
  const notYet = Object.entries(loadCoverage().notYet).map(([view, reason]) => `- **not yet**: ${code(view)}. ${reason}`);
  return ['## What the results mean', [
    '- **shown**: each view that the row names answers otherwise because of its facts.',
    '- **counted in**: the youth is in that view by other facts; those of the row itself do not change its answer.',
    ...notYet,
    '- **no fact**: nothing about a youth comes from it, so that there is nothing to show.',
    '- **recorded**: its facts are taken in and stand on the timeline; the row names no view.',
  ].join('\n')].join('\n\n');
}

function summary(groups: Readonly<Record<CatalogueGroup, readonly CatalogueRow[]>>): string {
  const lines = Object.entries(groups).map(([group, rows]) => [`[${group}](#${group})`, rows]) as [string, readonly CatalogueRow[]][];
  const all: [string, readonly CatalogueRow[]] = ['all', Object.values(groups).flat()];
  return table(['Group', 'Rows', ...Object.values(RESULTS)], [...lines, all].map(([name, rows]) => [
    name, String(rows.length), ...Object.keys(RESULTS).map((result) => String(rows.filter((row) => resultOf(row) === result).length)),
  ]));
}

function section(group: CatalogueGroup, rows: readonly CatalogueRow[]): string {
  const lines = rows.map((row) => [code(row.code), row.label, ROLE_LABELS[row.role], entersBy(row), viewsOf(row), resultText(row)]);
  return [`## ${group}`, `Dutch: ${GROUP_LABELS[group]}.`, table(['Code', 'Dutch name', 'Role', 'How it enters', 'Where it shows', 'Result'], lines)].join('\n\n');
}

/** The events of the row, with the fields that carry its code and the values that it is; a body has none, it speaks or is spoken of. */
function entersBy(row: CatalogueRow): string {
  const places = codePlacesOf(row);
  return row.events.map((type) => {
    const codes = places.filter((place) => place.type === type).map(({ field }) => code(field));
    const values = Object.entries(valuesOf(row)[type] ?? {}).map(([field, value]) => code(`${field}: ${value}`));
    const fields = [...codes, ...values];
    return `${getEventType(type).label}${fields.length > 0 ? ` (${fields.join(', ')})` : ''}`;
  }).join('; ');
}

function viewsOf(row: CatalogueRow): string {
  return row.views.map((view) => (showingOf(row, view) === 'not-yet' ? `~~${view}~~` : view)).join(', ');
}
