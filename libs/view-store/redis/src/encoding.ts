import type { TrajectoryId } from '@trajectboek/events';
import type { FoundRow, Place, ViewRow } from '@trajectboek/view-store';
import { dayNumber, endOf, endText, lengthClassOf, newestFirst, startOf } from './periods.js';

/** Ends an id or a key inside a member; what is longer sorts after it. */
const END = '\0';
const TAG = '\u001f';
const DATES_WIDTH = 9;
const START_WIDTH = 4;

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
 * A row as its youth's hash holds it: a head with all that indexes need (class, start, end, tags), a line end, the document.
 * JSON has no line ends of its own.
 */
export function encodeRow(tags: readonly string[], row: ViewRow): string {
  const dates = `${lengthClassOf(row)}${newestFirst(dayNumber(row.from))}${endText(row.until)}`;
  return `${dates}${tags.map((tag) => `${TAG}${tagText(row.tags[tag] ?? null)}`).join('')}\n${JSON.stringify(row.doc)}`;
}

export function decodeRow(tags: readonly string[], key: string, value: string): ViewRow {
  const lineEnd = value.indexOf('\n');
  const [dates = '', ...texts] = value.slice(0, lineEnd).split(TAG);
  return {
    key: original(key),
    from: startOf(dates.slice(1, 1 + START_WIDTH)),
    until: endOf(dates.slice(1 + START_WIDTH, DATES_WIDTH)),
    tags: Object.fromEntries(tags.map((tag, index) => [tag, tagValue(texts[index] ?? '')])),
    doc: JSON.parse(value.slice(lineEnd + 1)) as ViewRow['doc'],
  };
}

/** What every member of an index at this place starts with; an end of four digits follows. */
export function placeText({ from, trajectoryId, key }: Place): string {
  return `${newestFirst(dayNumber(from))}${sortable(trajectoryId)}${END}${sortable(key)}${END}`;
}

/** @param member an entry of an index, @param value the row it points at */
export function foundRow(tags: readonly string[], member: string, value: string): FoundRow {
  const [youth = '', key = ''] = member.slice(START_WIDTH).split(END);
  return { ...decodeRow(tags, key, value), trajectoryId: trajectoryOf(youth) };
}

export function trajectoryOf(youth: string): TrajectoryId {
  return original(youth) as TrajectoryId;
}
