import type { TrajectoryId } from '@trajectboek/events';
import type { FoundRow, ViewRow } from '@trajectboek/view-store';
import { OPEN_END } from './periods.js';
import { sharedTable, tagColumn, type Build } from './schema.js';

/**
 * The columns of a row `r` that is read back, in the order that `toRow` expects.
 * @param tagsOnly true when what the rows of a youth share, which is most of what is read, is not asked
 */
export function rowColumns(build: Pick<Build, 'view' | 'generation' | 'tags'>, tagsOnly = false): string {
  const shared = tagsOnly ? 'NULL' : `(SELECT shared FROM ${sharedTable(build)} AS s WHERE s.trajectory = r.trajectory)`;
  return [shared, 'trajectory', 'key', 'since', '"from"', 'until', 'doc', ...build.tags.map(tagColumn)].join(', ');
}

/** @param values the columns of `rowColumns`, as an array */
export function toRow(tags: readonly string[], values: readonly unknown[]): FoundRow {
  const [shared, trajectory, key, since, from, until, doc, ...tagged] = values;
  return {
    trajectoryId: String(trajectory) as TrajectoryId,
    key: String(key),
    since: String(since),
    from: String(from),
    until: until === OPEN_END ? null : String(until),
    tags: Object.fromEntries(tags.map((tag, index) => [tag, textOrNull(tagged[index])])),
    doc: JSON.parse(String(doc)) as ViewRow['doc'],
    ...(typeof shared === 'string' && { shared }),
  };
}

export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/**
 * What a statement with `setReturnArrays(true)` gives, which the types of Node do not tell. Copied, because Node makes
 * the list in its main realm, where strict comparisons elsewhere (a test runner's sandbox) do not know it.
 */
export function asArrays(rows: unknown): readonly (readonly unknown[])[] {
  return [...(rows as readonly (readonly unknown[])[])];
}
