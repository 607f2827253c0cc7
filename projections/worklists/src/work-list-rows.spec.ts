import { describe, expect, it } from '@jest/globals';
import { Chronicle, plus, type CivilDate, type RecordedEvent } from '@trajectboek/events';
import { readScenario, recordedEventsOf } from '@trajectboek/testing';
import { days, histories } from '@trajectboek/testing/histories';
import type { ViewRow } from '@trajectboek/view-store';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { itemOn } from './lists/deadlines.js';
import { OPEN_HANDOVERS } from './lists/handovers.js';
import { itemsWith, RULES } from './testing/on-list.js';
import type { WorkItem } from './work-item.js';
import { WORK_ITEMS, workListRows } from './work-list-rows.js';
import { LISTS_OF_ONE } from './work-lists.js';

const PROGRAMMES = ['monthly-match', 'pupil-review'];
const DEMO = new URL('../../../apps/trajectboek/demo/', import.meta.url);

const rowsOf = (events: readonly RecordedEvent[]): readonly ViewRow[] => workListRows(new Chronicle(events), { ruleBook: RULES, enabledFor: () => new Set(PROGRAMMES) });

/** What the rows say of a date, as the lists do: list and item. */
function fromRows(rows: readonly ViewRow[], date: CivilDate): readonly string[] {
  return rows.filter(({ from, until }) => from <= date && (until === null || date < until)).map(({ tags, doc }) => JSON.stringify([tags['list'], itemOn(doc as unknown as WorkItem, date)])).sort();
}

function fromLists(events: readonly RecordedEvent[], date: CivilDate): readonly string[] {
  return LISTS_OF_ONE.filter(({ id }) => id !== OPEN_HANDOVERS.id).flatMap(({ id }) => itemsWith(PROGRAMMES, id)(date, events).map(({ term: _clock, ...item }) => JSON.stringify([id, item]))).sort();
}

describe('the rows of the work lists', () => {
  it('say of any day what the lists say, whatever happened', () => {
    fc.assert(fc.property(histories, fc.array(days, { minLength: 2, maxLength: 4 }), (events, dates) => {
      const rows = rowsOf(events);
      // A youth of whom nothing stands, or nothing had happened yet, is on no list.
      const first = new Chronicle(events).facts[0]?.occurredOn ?? '9999-12-31';
      for (const date of dates.filter((day) => day >= first)) expect(fromRows(rows, date)).toEqual(fromLists(events, date));
    }), { numRuns: 100 });
  });

  it.each(readdirSync(DEMO).filter((file) => file.endsWith('.yaml')))('say what the lists say on every day around its events: %s', (file) => {
    const streams = [...recordedEventsOf(readScenario(readFileSync(new URL(file, DEMO), 'utf8'))).values()].slice(0, 2);
    for (const events of streams) {
      const rows = rowsOf(events);
      const { facts } = new Chronicle(events);
      const dates = new Set(facts.flatMap(({ occurredOn }) => [occurredOn, plus(occurredOn, 'P1D'), plus(occurredOn, 'P29D'), plus(occurredOn, 'P13M')]));
      for (const date of dates) expect(fromRows(rows, date)).toEqual(fromLists(events, date));
    }
  });

  it('have a key each, a day since when that does not lie after the first day, and tags that the view declares', () => {
    fc.assert(fc.property(histories, (events) => {
      const rows = rowsOf(events);
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      for (const { since = '', from, tags } of rows) {
        expect(since <= from).toBe(true);
        expect(Object.keys(tags).toSorted()).toEqual(WORK_ITEMS.tags.toSorted());
      }
    }), { numRuns: 50 });
  });

  it('do not depend on the order in which events arrived', () => {
    fc.assert(fc.property(histories, fc.nat(), (events, seed) => {
      const shuffled = events.map((event, index) => ({ event, place: (index * 7919 + seed) % 101 })).sort((a, b) => a.place - b.place).map(({ event }) => event);
      expect(rowsOf(shuffled)).toEqual(rowsOf(events));
    }), { numRuns: 50 });
  });
});
