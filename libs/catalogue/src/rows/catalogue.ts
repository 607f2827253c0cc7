import { parse } from 'yaml';
import { once, readDataFile } from '../data-file.js';
import { parseCatalogue } from './parse-catalogue.js';
import type { Catalogue, CatalogueRow } from './row.js';

/**
 * Everything the sources name, as it stands in data/catalogue.yaml; the same object each time.
 * @throws CatalogueError when the file is not sound
 */
export const loadCatalogue: () => Catalogue = once(() => parseCatalogue(parse(readDataFile('data/catalogue.yaml'))));

const byCode = once(() => new Map(loadCatalogue().rows.map((row) => [row.code, row])));

/** Undefined for a code that an organisation added itself. */
export function findCatalogueRow(code: string): CatalogueRow | undefined {
  return byCode().get(code);
}

/** The Dutch name of a code in an event; a code that the catalogue does not know is its own name. */
export function catalogueLabelOf(code: string): string {
  return findCatalogueRow(code)?.label ?? code;
}
