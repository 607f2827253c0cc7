import { instantOf, isMoment, type Instant } from '@trajectboek/events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { countLines } from './lines.js';
import type { DraftEvent, Entry, EntrySource } from './entry.js';

type Line = Readonly<Record<string, unknown>>;

/**
 * A file with one JSON object per line: a CloudEvent, or a youth: `{"subject": "<own name>", "identity": {…},
 * "municipality": "GM0153"}`, of whom later lines may use the own name as subject. Read as a stream, of any length.
 */
export async function ndjsonSource(file: string): Promise<EntrySource> {
  return { file, count: await countLines(file), entries: () => entriesOf(file) };
}

async function* entriesOf(file: string): AsyncGenerator<Entry> {
  let number = 0;
  let last: Instant = instantOf('1900-01-01');
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number += 1;
    if (text.trim() === '') continue;
    const entry = toEntry(text, { line: `${file}:${number}`, last });
    if (entry.kind === 'event') last = entry.recordedAt;
    yield entry;
  }
}

function toEntry(text: string, { line, last }: { readonly line: string; readonly last: Instant }): Entry {
  const value = parse(text);
  if (!value) return { kind: 'unreadable', line, detail: 'is geen JSON-object' };
  if (value['identity'] !== undefined) return youthEntry(value, line);
  return eventEntry({ ...value, ...(value['specversion'] === undefined && { specversion: '1.0' }) }, { line, last });
}

/** A line without a time that can be read keeps its place in the file. */
export function eventEntry(value: Line, { line, last }: { readonly line: string; readonly last: Instant }): Entry {
  const { time } = value;
  return { kind: 'event', event: value as unknown as DraftEvent, line, story: null, recordedAt: isMoment(time) ? instantOf(time) : last };
}

export function youthEntry({ subject, identity, municipality }: Line, line: string): Entry {
  if (typeof subject !== 'string' || typeof identity !== 'object' || identity === null) {
    return { kind: 'unreadable', line, detail: 'een regel met een jongere heeft subject en identity nodig' };
  }
  return { kind: 'youth', youth: { key: subject, identity: identity as Line, municipality } };
}

function parse(text: string): Line | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Line : undefined;
  } catch {
    return undefined;
  }
}
