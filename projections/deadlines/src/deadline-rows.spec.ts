import { describe, expect, it } from '@jest/globals';
import { loadRuleBook } from '@trajectboek/catalogue';
import { AsOf, Chronicle, plus, type RecordedEvent } from '@trajectboek/events';
import { deadlinesAt, parseRuleBook } from '@trajectboek/schemes';
import { youthOn } from '@trajectboek/situation';
import { OTHER_YOUTH, recorded, SCHOOL, YOUTH } from '@trajectboek/testing';
import type { ViewRow } from '@trajectboek/view-store';
import fc from 'fast-check';
import { DEADLINES, deadlineRowsOf, type DeadlineRules } from './deadline-rows.js';

const RULE_BOOK = parseRuleBook(loadRuleBook());
const RULES: DeadlineRules = { ruleBook: RULE_BOOK, enabled: new Set(['monthly-match', 'pupil-review']), youthOn: (history) => youthOn(history, RULE_BOOK.settings) };

function leaver(youth: typeof YOUTH): RecordedEvent[] {
  return [
    recorded('TrajectoryOpened', { occurredAt: '2019-08-20', reason: 'mbo', birthDate: '2002-03-04', municipality: 'GM0153' }, { youth }),
    recorded('EnrolmentStarted', { occurredAt: '2019-09-01', institution: SCHOOL, schoolType: 'entree' }, { youth }),
    recorded('EnrolmentEnded', { occurredAt: '2020-02-01', institution: SCHOOL, reason: 'unmotivated', destination: 'none', withBasicQualification: false }, { youth }),
    recorded('ContactMade', { occurredAt: '2020-03-10', purpose: 'return-to-view', situation: 'nothing', supportNeeded: true }, { youth }),
    recorded('EnrolmentStarted', { occurredAt: '2020-04-01', institution: SCHOOL, schoolType: 'pro' }, { youth }),
  ];
}

const rowsOf = (events: readonly RecordedEvent[]): readonly ViewRow[] => deadlineRowsOf(new Chronicle(events), RULES);
const statesOf = (rows: readonly ViewRow[], scheme: string): unknown[] => rows.filter(({ tags }) => tags['scheme'] === scheme).map(({ from, until, tags }) => [from, until, tags['state']]);

describe('the rows of the deadlines', () => {
  const rows = rowsOf(leaver(YOUTH));

  it('follow a clock from day to day, also on days to come', () => {
    expect(statesOf(rows, 'transition-gap')).toEqual([
      ['2020-02-01', '2020-02-22', 'running'], ['2020-02-22', '2020-02-29', 'warned'], ['2020-02-29', '2020-03-01', 'due'],
      ['2020-03-01', '2020-04-01', 'overdue'], ['2020-04-01', null, 'met-late'],
    ]);
    expect(statesOf(rows, 'age-18')).toEqual([['2019-08-20', '2019-09-04', 'running'], ['2019-09-04', '2020-03-05', 'warned'], ['2020-03-05', null, 'past']]);
  });

  it('come to an end for a clock that recurs for ever', () => {
    expect(statesOf(rows, 'development-perspective-yearly').at(-1)).toEqual([expect.any(String), null, expect.any(String)]);
  });

  it('have only declared tags', () => {
    for (const { tags } of rows) expect(Object.keys(tags).sort()).toEqual([...DEADLINES.tags].sort());
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });

  it('are those of one youth', () => {
    expect(rowsOf(leaver(OTHER_YOUTH).slice(0, 2)).some(({ tags }) => tags['scheme'] === 'transition-gap')).toBe(false);
    expect(rowsOf([])).toEqual([]);
  });

  it('say the same as the clocks on any date, whatever the order in which events came', () => {
    fc.assert(fc.property(fc.shuffledSubarray(leaver(YOUTH), { minLength: 1 }), fc.integer({ min: 0, max: 5_000 }), (some, days) => {
      const date = plus('2019-08-20', `P${days}D`);
      const chronicle = new Chronicle(some);
      const asked = deadlinesAt(RULE_BOOK, youthOn(chronicle.on(new AsOf(date)), RULE_BOOK.settings), RULES);
      const stored = deadlineRowsOf(new Chronicle(some), RULES).filter(({ from, until }) => from <= date && (until === null || date < until));
      const brief = (doc: object): string => JSON.stringify(doc);
      expect(stored.map(({ doc }) => brief(doc)).sort()).toEqual(asked.map(brief).sort());
    }), { numRuns: 300 });
  });
});
