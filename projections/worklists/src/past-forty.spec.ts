import { describe, expect, it } from '@jest/globals';
import { Chronicle } from '@trajectboek/events';
import * as f from '@trajectboek/testing/facts';
import { itemOn } from './lists/deadlines.js';
import { itemsWith, RULES } from './testing/on-list.js';
import type { WorkItem } from './work-item.js';
import { workListRows } from './work-list-rows.js';

describe('the rows of the work lists of somebody past forty', () => {
  it.each([['1975-03-10', '2020-09-01', '2021-09-02'], ['1981-03-10', '2020-09-01', '2021-09-02']])('say what the lists say: born on %s', (birthDate, enrolledOn, date) => {
    const events = [f.opened('2020-08-01', { birthDate }), f.enrolled(enrolledOn)];
    const rows = workListRows(new Chronicle(events), { ruleBook: RULES, enabledFor: () => new Set() }).filter(({ from, until, tags }) => tags['list'] === 'bsa-overdue' && from <= date && (until === null || date < until));
    expect(rows.map(({ doc }) => itemOn(doc as unknown as WorkItem, date).dueOn)).toEqual(itemsWith([], 'bsa-overdue')(date, events).map(({ dueOn }) => dueOn));
  });
});
