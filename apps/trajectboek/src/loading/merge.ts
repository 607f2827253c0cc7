import type { Entry, EntrySource } from './entry.js';

interface Head {
  readonly entry: Entry;
  readonly rest: AsyncIterator<Entry>;
}

/**
 * The entries of all files together, events in the order of their recording moments, ties in the order of the files. Within
 * a file the order stays as it is, so that files of any length need no memory.
 */
export async function* mergeEntries(sources: readonly EntrySource[]): AsyncGenerator<Entry> {
  const heads: Head[] = [];
  for (const source of sources) {
    const head = await advance(source.entries()[Symbol.asyncIterator]());
    if (head) heads.push(head);
  }
  while (heads.length > 0) {
    const index = firstOf(heads);
    const head = heads[index];
    if (!head) return;
    yield head.entry;
    const next = await advance(head.rest);
    heads.splice(index, 1, ...(next ? [next] : []));
  }
}

async function advance(rest: AsyncIterator<Entry>): Promise<Head | undefined> {
  const { done, value } = await rest.next();
  return done ? undefined : { entry: value, rest };
}

function firstOf(heads: readonly Head[]): number {
  return heads.reduce((first, { entry }, index) => (momentOf(entry) < momentOf(heads[first]?.entry) ? index : first), 0);
}

/** What is not an event has no moment and goes before what is. */
function momentOf(entry: Entry | undefined): string {
  return entry?.kind === 'event' ? entry.recordedAt : '';
}
