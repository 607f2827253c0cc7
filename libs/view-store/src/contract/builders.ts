import type { CivilDate, TrajectoryId } from '@trajectboek/events';
import type { Checkpoint, FoundRow, Generation, RowQuery, ViewDeclaration, ViewRow, ViewStore, YouthRows } from '../port.js';

export const AMINA = '00000000-0000-4000-8000-00000000000a' as TrajectoryId;
export const BORIS = '00000000-0000-4000-8000-00000000000b' as TrajectoryId;

export const VIEW: ViewDeclaration = { name: 'test-situations', version: 3, tags: ['municipality', 'status'] };
/** The same, found and counted by both tags together too. */
export const SELECTED: ViewDeclaration = { ...VIEW, selections: [[], ['status'], ['municipality', 'status']] };

export function row(key: string, from: CivilDate, until: CivilDate | null = null): ViewRow {
  return { key, from, until, since: from, tags: {}, doc: {} };
}

export function tagged(key: string, tags: ViewRow['tags']): ViewRow {
  return { ...row(key, '2025-01-01'), tags };
}

export function at(position: number): Checkpoint {
  return { position, recordedAt: '2025-03-01T10:00:00.000Z' };
}

/** A live view with these rows, at position 1. */
export async function built(store: ViewStore, youths: readonly YouthRows[], view = VIEW): Promise<Generation> {
  const generation = await store.begin(view);
  await store.commit(generation, { expected: 0, to: at(1), youths });
  await store.switchTo(generation);
  return generation;
}

export function keysOf(rows: readonly ViewRow[]): readonly string[] {
  return rows.map(({ key }) => key);
}

export async function keysOn(store: ViewStore, asOf: CivilDate): Promise<readonly string[]> {
  const { rows } = await store.find(VIEW.name, { asOf, limit: 100 });
  return keysOf(rows).toSorted();
}

export interface Paging {
  readonly asOf: CivilDate;
  readonly limit: number;
  readonly tags?: NonNullable<RowQuery['tags']>;
  /** What happens between the pages. */
  readonly meanwhile?: (page: number) => Promise<unknown>;
}

export async function allPages(store: ViewStore, { meanwhile, ...query }: Paging): Promise<readonly FoundRow[]> {
  const found: FoundRow[] = [];
  let cursor: string | null = null;
  for (let page = 1; page <= 200; page += 1) {
    const { rows, next } = await store.find(VIEW.name, { ...query, ...(cursor === null ? {} : { cursor }) });
    found.push(...rows);
    if (next === null) return found;
    cursor = next;
    await meanwhile?.(page);
  }
  throw new Error('the pages have no end');
}
