import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plus, type TrajectoryId } from '@trajectboek/events';
import { asStored } from '@trajectboek/view-store';
import { decodeRow, encodeRow, foundRow, placeText, sortable } from './encoding.js';
import { dayNumber, dayText, endText } from './periods.js';

const TAGS = ['guide', 'status'];
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '%', '%00', '\0', '\u0001', '\u0001\0', '=', '\n', '\u001f', '{x}', 'é', '\u{1f600}'));
const date = fc.integer({ min: 0, max: 109_571 }).map((days) => plus('1900-01-01', `P${days}D`));
const rows = fc.record({ key: text, from: date, until: fc.option(date), since: date, tags: fc.record({ guide: fc.option(text), status: fc.option(text) }), doc: fc.record({ note: text }) });

function compareBytes(a: string, b: string): number {
  return Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

describe('a row as text', () => {
  it('comes back as it was, whatever signs it has', () => {
    fc.assert(fc.property(rows, text, (row, youth) => {
      const value = encodeRow(TAGS, row);
      expect(decodeRow(TAGS, sortable(row.key), value)).toEqual(asStored({ tags: TAGS }, row));
      const trajectoryId = youth as TrajectoryId;
      const member = `${placeText({ ...row, trajectoryId })}${dayText(dayNumber(row.from))}${endText(row.until)}`;
      expect(foundRow(TAGS, member, value)).toEqual({ ...asStored({ tags: TAGS }, row), trajectoryId });
    }), { numRuns: 500 });
  });

  it('has its place in the order of a list: newest since, then youth, then key', () => {
    const places = fc.record({ since: date, trajectoryId: text.map((id) => id as TrajectoryId), key: text });
    fc.assert(fc.property(places, places, (a, b) => {
      const expected = compareBytes(b.since, a.since) || compareBytes(a.trajectoryId, b.trajectoryId) || compareBytes(a.key, b.key);
      expect(compareBytes(placeText(a), placeText(b))).toBe(expected);
    }), { numRuns: 1000 });
  });

  it('keeps a lone half of a sign from breaking a script', () => {
    expect(decodeRow(TAGS, 'k', encodeRow(TAGS, { key: 'k', from: '2025-01-01', until: null, tags: { guide: '\ud800' }, doc: {} })).tags['guide']).toBe('\ufffd');
  });
});

describe('a day', () => {
  it('has a number above 0 when a row can have it, and stays in range when it cannot', () => {
    expect(['1900-01-01', '1800-01-01', 'soon'].map(dayNumber)).toEqual([1, 0, 0]);
    expect(endText('2199-12-31') < endText(null)).toBe(true);
    expect(dayNumber('9999-12-31')).toBe(36 ** 4 - 2);
  });
});
