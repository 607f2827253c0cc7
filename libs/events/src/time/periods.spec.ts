import { describe, expect, it } from '@jest/globals';
import { Chronicle, type History } from '../recorded/chronicle.js';
import type { Recorded } from '../recorded/recorded-event.js';
import { instantOf, plus } from './civil-date.js';
import { periodsOf } from './periods.js';

function talk(on: string, position: number): Recorded<'ContactMade'> {
  return {
    type: 'ContactMade', data: { occurredAt: on, purpose: 'guidance', situation: 'looking', supportNeeded: false },
    trajectoryId: 't', eventId: `e${position}`, source: 'urn:nld:oin:00000099000000000001', id: String(position), organisation: 'urn:nld:oin:00000099000000000001',
    occurredOn: on, occurredAt: instantOf(on), recordedAt: instantOf(on), revision: position, position,
  } as Recorded<'ContactMade'>;
}

const isSame = (a: unknown, b: unknown): boolean => a === b;
const isRecent = ({ asOf, events }: History): boolean => {
  const last = events.at(-1);
  return last !== undefined && !asOf.passed(plus(last.occurredOn, 'P30D'));
};

describe('the periods of an answer', () => {
  it('run from the first fact to the next change, and the last has no end', () => {
    expect(periodsOf(new Chronicle([talk('2021-01-01', 0)]), { answer: isRecent, isSame })).toEqual([
      { from: '2021-01-01', until: '2021-02-01', value: true }, { from: '2021-02-01', until: null, value: false },
    ]);
  });
  it('are one where the answer stays the same', () => {
    const chronicle = new Chronicle([talk('2021-01-20', 1), talk('2021-01-01', 0)]);
    expect(periodsOf(chronicle, { answer: isRecent, isSame })).toEqual([
      { from: '2021-01-01', until: '2021-02-20', value: true }, { from: '2021-02-20', until: null, value: false },
    ]);
  });
  it('end with the last day that is asked about', () => {
    const chronicle = new Chronicle([talk('2021-01-01', 0)]);
    expect(periodsOf(chronicle, { answer: isRecent, isSame, lastDay: '2021-01-31' })).toEqual([{ from: '2021-01-01', until: null, value: true }]);
    expect(periodsOf(chronicle, { answer: isRecent, isSame, lastDay: '2021-02-01' })).toHaveLength(2);
  });
  it('are none without a fact', () => {
    expect(periodsOf(new Chronicle([]), { answer: isRecent, isSame })).toEqual([]);
  });
  it('of a question that asks for each next day are refused', () => {
    const endless = ({ asOf }: History): boolean => asOf.reached(plus(asOf.date, 'P1D'));
    expect(() => periodsOf(new Chronicle([talk('2021-01-01', 0)]), { answer: endless, isSame })).toThrow('do not come to an end');
  });
});
