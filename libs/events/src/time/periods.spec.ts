import { describe, expect, it } from '@jest/globals';
import { Chronicle, type History } from '../recorded/chronicle.js';
import type { Recorded } from '../recorded/recorded-event.js';
import { instantOf, plus } from './civil-date.js';
import { keyedPeriodsOf, periodsOf, type KeyedQuestion } from './periods.js';

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

describe('the periods of several questions', () => {
  const chronicle = new Chronicle([talk('2021-01-01', 0), talk('2021-03-01', 1)]);
  const asked: string[] = [];
  function question(key: string, days: readonly string[], horizon?: string): KeyedQuestion<number> {
    return {
      horizon,
      answers({ asOf }) {
        asked.push(`${key} ${asOf.date}`);
        return new Map([[key, days.filter((day) => asOf.reached(day)).length]].filter(([, count]) => count !== 0) as [string, number][]);
      },
    };
  }
  const periods = (...questions: readonly KeyedQuestion<number>[]): readonly string[] => {
    asked.length = 0;
    return keyedPeriodsOf(chronicle, questions, isSame).map(({ key, from, until, value }) => `${key} ${from} ${until} ${value}`);
  };

  it('stand beside each other, and each is asked only when it may change', () => {
    expect(periods(question('a', ['2021-01-01', '2021-05-01']), question('b', ['2021-04-01']))).toEqual(['a 2021-01-01 2021-05-01 1', 'a 2021-05-01 null 2', 'b 2021-04-01 null 1']);
    expect(asked).toEqual(['a 2021-01-01', 'b 2021-01-01', 'b 2021-04-01', 'a 2021-05-01']);
  });
  it('end before the horizon of their question', () => {
    expect(periods(question('a', ['2021-02-01', '2021-05-01'], '2021-05-01'), question('b', ['2021-05-01']))).toEqual(['a 2021-02-01 null 1', 'b 2021-05-01 null 1']);
    expect(periods(question('a', [], '2021-01-01'))).toEqual([]);
    expect(asked).toEqual([]);
  });
  it('begin on the day that a question names', () => {
    expect(periods({ ...question('a', ['2020-12-01']), start: '2020-11-01' })).toEqual(['a 2020-12-01 null 1']);
  });
  it('end where an answer is gone, and begin again where it comes back', () => {
    const odd: KeyedQuestion<number> = { answers: ({ asOf }) => new Map(['2021-02-01', '2021-03-01'].filter((day) => asOf.reached(day)).length === 1 ? [] : [['a', 1]]) };
    expect(periods(odd)).toEqual(['a 2021-01-01 2021-02-01 1', 'a 2021-03-01 null 1']);
  });
  it('of a question that asks for each next day are refused', () => {
    expect(() => periods({ answers: ({ asOf }) => new Map([['a', Number(asOf.reached(plus(asOf.date, 'P1D')))]]) })).toThrow('do not come to an end');
  });
});
