import type { TrajectoryId } from '@trajectboek/events';
import type { FoundRow, Place, StoredRow, ViewRow } from '@trajectboek/view-store';
import { dayNumber, dayText, endClassOf, endOf, endText, fromOf, newestFirst, sinceOf } from './periods.js';

/** Ends an id or a key inside a member; what is longer sorts after it. */
const END = '\0';
const TAG = '\u001f';
const WIDTH = 4;

/** An id or a key in which `END` does not occur, of which the order of bytes is that of the original. */
export function sortable(text: string): string {
  return text.toWellFormed().replaceAll('\u0001', '\u0001\u0002').replaceAll('\0', '\u0001\u0001');
}

function original(text: string): string {
  return text.replaceAll('\u0001\u0001', '\0').replaceAll('\u0001\u0002', '\u0001');
}

/** A value of a tag as it stands in the head of a row and in the name of an index; null is the empty text. */
export function tagText(value: string | null): string {
  return value === null ? '' : `=${value.toWellFormed().replace(/[\0-\u001f%]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
}

export function tagValue(text: string): string | null {
  return text === '' ? null : text.slice(1).replace(/%([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/**
 * A row as its youth's hash holds it: a head with all that indexes and tallies need (year of the end, since, from, until,
 * tags), a line end, the document. JSON has no line ends of its own.
 */
export function encodeRow(tags: readonly string[], row: ViewRow): string {
  const { from, until, since = from } = row;
  const dates = `${endClassOf(row)}${newestFirst(dayNumber(since))}${dayText(dayNumber(from))}${endText(until)}`;
  return `${dates}${tags.map((tag) => `${TAG}${tagText(row.tags[tag] ?? null)}`).join('')}\n${JSON.stringify(row.doc)}`;
}

export function decodeRow(tags: readonly string[], key: string, value: string): StoredRow {
  const lineEnd = value.indexOf('\n');
  const [dates = '', ...texts] = value.slice(0, lineEnd).split(TAG);
  const part = (nth: number): string => dates.slice(nth * WIDTH, (nth + 1) * WIDTH);
  return {
    key: original(key),
    from: fromOf(part(2)),
    until: endOf(part(3)),
    since: sinceOf(part(1)),
    tags: Object.fromEntries(tags.map((tag, index) => [tag, tagValue(texts[index] ?? '')])),
    doc: JSON.parse(value.slice(lineEnd + 1)) as ViewRow['doc'],
  };
}

/** What every member of an index at this place starts with; two dates of four digits follow. */
export function placeText({ since, trajectoryId, key }: Place): string {
  return `${newestFirst(dayNumber(since))}${sortable(trajectoryId)}${END}${sortable(key)}${END}`;
}

/** @param member an entry of an index, @param value the row it points at */
export function foundRow(tags: readonly string[], member: string, value: string): FoundRow {
  const [youth = '', key = ''] = member.slice(WIDTH).split(END);
  return { ...decodeRow(tags, key, value), trajectoryId: trajectoryOf(youth) };
}

/** What the rows of a youth share, where they share anything. */
export function sharedIn(value: unknown): { readonly shared?: string } {
  return typeof value === 'string' ? { shared: value } : {};
}

export function trajectoryOf(youth: string): TrajectoryId {
  return original(youth) as TrajectoryId;
}
