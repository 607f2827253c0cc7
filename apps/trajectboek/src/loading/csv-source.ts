import { findEventType, instantOf, type FieldDescription, type Instant } from '@trajectboek/events';
import { parse } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { UserError } from '../cli/user-error.js';
import { countLines } from './lines.js';
import type { Entry, EntrySource } from './entry.js';
import { eventEntry, youthEntry } from './ndjson-source.js';

type Row = Readonly<Record<string, string>>;

const REQUIRED = ['type', 'subject', 'source', 'id', 'occurredAt'];
const KNOWN = new Set([...REQUIRED, 'time', 'municipality', 'identity.bsn', 'identity.educationNumber', 'identity.given', 'identity.family', 'identity.birthDate']);
const LIST_SEPARATOR = '|';

/**
 * A file with a header row: `type,subject,source,id,time,occurredAt` and a column `data.<field>` per field of the event.
 * An empty cell is an absent field; values in a list are separated by `|`. With columns `municipality` and
 * `identity.bsn`, `identity.educationNumber`, or `identity.given`, `identity.family` and `identity.birthDate` the youth of
 * a row is opened first, and `subject` is then a name of the file's own.
 */
export async function csvSource(file: string): Promise<EntrySource> {
  return { file, count: Math.max(await countLines(file) - 1, 0), entries: () => entriesOf(file) };
}

async function* entriesOf(file: string): AsyncGenerator<Entry> {
  const opened = new Set<string>();
  let number = 1;
  let last: Instant = instantOf('1900-01-01');
  const rows = createReadStream(file).pipe(parse({ columns: (header: string[]) => checkHeader(file, header), bom: true, trim: true, skip_empty_lines: true }));
  for await (const row of rows as AsyncIterable<Row>) {
    number += 1;
    const line = `${file}:${number}`;
    const youth = youthOf(row, line);
    if (youth?.kind === 'youth' && !opened.has(youth.youth.key)) {
      opened.add(youth.youth.key);
      yield youth;
    }
    const entry = eventEntry(toCloudEvent(row), { line, last });
    if (entry.kind === 'event') last = entry.recordedAt;
    yield entry;
  }
}

function checkHeader(file: string, header: readonly string[]): string[] {
  const missing = REQUIRED.filter((name) => !header.includes(name));
  const unknown = header.filter((name) => !KNOWN.has(name) && !name.startsWith('data.'));
  if (missing.length > 0) throw new UserError(`${file} mist de kolommen ${missing.join(', ')}.`);
  if (unknown.length > 0) throw new UserError(`${file} heeft kolommen die we niet kennen: ${unknown.join(', ')}.`);
  return [...header];
}

function youthOf(row: Row, line: string): Entry | undefined {
  const { given, family, ...others } = prefixed(row, 'identity.');
  const name = given !== undefined && family !== undefined ? { name: { given, family } } : {};
  const identity = { ...others, ...name };
  return Object.keys(identity).length === 0 ? undefined : youthEntry({ subject: row['subject'], identity, municipality: row['municipality'] }, line);
}

function toCloudEvent(row: Row): Readonly<Record<string, unknown>> {
  const { type = '', subject, source, id, time, occurredAt } = row;
  const fields = findEventType(type)?.fields ?? [];
  const data = Object.entries(prefixed(row, 'data.')).map(([name, text]) => [name, valueOf(text, fields.find((field) => field.name === name))] as const);
  return {
    specversion: '1.0', type: findEventType(type)?.wireType ?? type, subject, source, id,
    ...(time !== undefined && time !== '' && { time }),
    data: { ...Object.fromEntries(data), occurredAt },
  };
}

/** The filled cells of the columns with a prefix, by what stands after it. */
function prefixed(row: Row, prefix: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(row)
    .filter(([name, text]) => name.startsWith(prefix) && text !== '')
    .map(([name, text]) => [name.slice(prefix.length), text]));
}

/** A cell as the language types its field; a cell that cannot be that stays text, so that the ledger names the fault. */
function valueOf(text: string, field: FieldDescription | undefined): unknown {
  switch (field?.schema['type']) {
    case 'boolean': return text === 'true' ? true : text === 'false' ? false : text;
    case 'integer': return /^-?\d+$/.test(text) ? Number(text) : text;
    case 'array': return text.split(LIST_SEPARATOR).map((one) => one.trim());
    case 'object': return parsedOr(text);
    default: return text;
  }
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
