import { parse } from 'yaml';
import { once, readDataFile } from '../data-file.js';
import type { CatalogueRow } from './row.js';

/**
 * What the product shows of a row in a view that it names. `shown`: the view answers otherwise because of the facts of the
 * row. `counted`: the youth is in the view by facts of others, and those of the row do not change the answer. `not-yet`: there
 * is no such view yet. `no-fact`: the row leaves no fact about a youth, so that there is nothing to show.
 */
export type Showing = 'shown' | 'counted' | 'not-yet' | 'no-fact';

export interface Coverage {
  /** Why there is no such view yet, by view. */
  readonly notYet: Readonly<Record<string, string>>;
  /** Codes of rows by view. */
  readonly counted: Readonly<Record<string, readonly string[]>>;
}

/** data/coverage.yaml; a test of the running product holds it against every row and view. @throws Error when it is not sound */
export const loadCoverage: () => Coverage = once(() => {
  const document: unknown = parse(readDataFile('data/coverage.yaml'));
  if (!isCoverage(document)) throw new Error('coverage.yaml needs notYet and counted');
  return document;
});

export function showingOf({ code, events }: Pick<CatalogueRow, 'code' | 'events'>, view: string): Showing {
  const { notYet, counted } = loadCoverage();
  if (events.length === 0) return 'no-fact';
  if (Object.hasOwn(notYet, view)) return 'not-yet';
  return counted[view]?.includes(code) ? 'counted' : 'shown';
}

function isCoverage(document: unknown): document is Coverage {
  return typeof document === 'object' && document !== null && 'notYet' in document && 'counted' in document;
}
