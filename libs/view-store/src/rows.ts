import { isCivilDate } from '@trajectboek/events';
import { isDeepStrictEqual } from 'node:util';
import type { StoredRow, ViewDeclaration, ViewRow } from './port.js';

/** What is wrong with the rows of one youth, without their content. Empty when they can be stored. */
export function rowFaults(view: ViewDeclaration, rows: readonly ViewRow[]): readonly string[] {
  const keys = new Set(rows.map(({ key }) => key));
  const faults: string[] = keys.size < rows.length ? ['two rows have the same key'] : [];
  for (const row of rows) addFaultsOf(row, view, faults);
  return faults;
}

function addFaultsOf({ key, from, until, since = from, tags }: ViewRow, view: ViewDeclaration, faults: string[]): void {
  if (key === '') faults.push('a key is empty');
  if (!isCivilDate(from)) faults.push('from is not a date');
  if (until !== null && !isCivilDate(until)) faults.push('until is not a date');
  if (!isCivilDate(since) || since > from) faults.push('since is not a date on or before from');
  if (Object.values(tags).includes('')) faults.push('a tag is empty');
  for (const tag of Object.keys(tags)) if (!view.tags.includes(tag)) faults.push(`the tag ${tag} is not declared`);
}

/** The row as a store gives it back: every declared tag, the document as JSON. */
export function asStored(view: Pick<ViewDeclaration, 'tags'>, { key, from, until, since = from, tags, doc }: ViewRow): StoredRow {
  const all = Object.fromEntries(view.tags.map((tag) => [tag, tags[tag] ?? null]));
  return { key, from, until, since, tags: all, doc: JSON.parse(JSON.stringify(doc)) as ViewRow['doc'] };
}

export function isSameRow(a: ViewRow, b: ViewRow): boolean {
  return a.key === b.key && a.from === b.from && a.until === b.until && (a.since ?? a.from) === (b.since ?? b.from)
    && isDeepStrictEqual({ ...a.tags }, { ...b.tags }) && isDeepStrictEqual(a.doc, b.doc);
}

/** The combinations by which a view is found and counted. */
export function selectionsOf({ tags, selections = [[], ...tags.map((tag) => [tag])] }: Pick<ViewDeclaration, 'tags' | 'selections'>): readonly (readonly string[])[] {
  return selections;
}
