import type { ProblemFault } from '@trajectboek/api';
import { isBsn } from '@trajectboek/privacy';

export const LONGEST_NAME = 200;

/** What CloudEvents 1.0 does not take in a String: control characters, halves of surrogate pairs and noncharacters. */
const NOT_IN_A_STRING = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u;
/** A text of a field may have more lines. */
const NOT_IN_A_TEXT = /[^\P{Cc}\t\n\r]|[\p{Cs}\p{Noncharacter_Code_Point}]/u;
const NINE_DIGITS = /(?<!\d)\d{9}(?!\d)/g;

export function isPlainText(text: string): boolean {
  return !NOT_IN_A_STRING.test(text);
}

/** A name that a sender gives to an event or a document. */
export function isName(text: string): boolean {
  return text.length > 0 && text.length <= LONGEST_NAME && !/\s/.test(text) && isPlainText(text) && !mentionsBsn(text);
}

/** A number that could be a BSN has no place in what is stored or logged in clear (NL GOV profile for CloudEvents 1.1). */
export function mentionsBsn(text: string): boolean {
  return (text.match(NINE_DIGITS) ?? []).some(isBsn);
}

/** Texts that are no Unicode, wherever they are in a value: kept and sent on they would become other texts. */
export function textFaults(value: unknown): readonly ProblemFault[] {
  const faults: ProblemFault[] = [];
  // A list of what is still to do and no recursion: what was sent may be nested deeper than the stack.
  const open: Place[] = [{ pointer: '', value }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next.value === 'string' && NOT_IN_A_TEXT.test(next.value)) faults.push({ pointer: next.pointer, code: 'schema', detail: 'bevat een teken dat niet mag' });
    for (const inner of placesIn(next)) open.push(inner);
  }
  return faults;
}

interface Place {
  readonly pointer: string;
  readonly value: unknown;
}

function placesIn({ pointer, value }: Place): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([name, inner]) => ({ pointer: `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, value: inner }));
}
