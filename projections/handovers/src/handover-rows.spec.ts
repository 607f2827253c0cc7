import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AsOf, Chronicle, type RecordedEvent } from '@trajectboek/events';
import type { Settings } from '@trajectboek/schemes';
import { municipalityOf, situationOf, youthOn } from '@trajectboek/situation';
import * as f from '@trajectboek/testing/facts';
import { days, histories } from '@trajectboek/testing/histories';
import type { ViewRow } from '@trajectboek/view-store';
import { openHandoverItem, OPEN_HANDOVERS, workItems, type OpenHandover } from '@trajectboek/worklists';
import { handoverRows, HANDOVERS } from './handover-rows.js';

const SETTINGS: Settings = { valueOf: (code) => (code === 'contactAttemptsLost' ? 2 : code === 'rmcUpperAge' ? 23 : 'P14D') };
const rowsOf = (...events: readonly RecordedEvent[]): readonly ViewRow[] => handoverRows(new Chronicle(events), SETTINGS);
const opening = f.opened('2021-01-01');
const offer = f.offered('2021-03-01');

describe('the rows of open handovers', () => {
  it('are the days on which it was somebody’s turn', () => {
    expect(rowsOf(opening, offer, f.accepted('2021-03-05'), f.arrived('2021-03-09')).map(({ from, until, since, tags }) => [from, until, tags['owner'], since])).toEqual([
      ['2021-03-01', '2021-03-05', f.MUNICIPALITY, '2021-03-01'], ['2021-03-05', '2021-03-09', f.MUNICIPALITY, '2021-03-05'],
    ]);
  });
  it('come to the giver when it was given back, until it is offered again', () => {
    const rows = rowsOf(opening, offer, f.returned('2021-03-05'), f.offered('2021-03-08', { handoverId: 'h2', to: f.RMC }));
    expect(rows.map(({ from, until, tags }) => [from, until, tags['owner']])).toEqual([
      ['2021-03-01', '2021-03-05', f.MUNICIPALITY], ['2021-03-05', '2021-03-08', f.SCHOOL], ['2021-03-08', null, f.RMC],
    ]);
  });
  it('move with the youth, and stop while the trajectory is closed', () => {
    const rows = rowsOf(opening, offer, f.moved('2021-04-01', { from: '2021-04-01' }), f.closed('2021-05-01'), f.opened('2021-06-01'));
    expect(rows.map(({ from, until, since, tags }) => [from, until, tags['municipality'], since])).toEqual([
      ['2021-03-01', '2021-04-01', 'GM0153', '2021-03-01'], ['2021-04-01', '2021-05-01', 'GM0200', '2021-03-01'], ['2021-06-01', null, 'GM0153', '2021-03-01'],
    ]);
  });
  it('are none for a youth without a handover, and have only declared tags', () => {
    expect(rowsOf(opening, f.enrolled('2021-01-01'))).toEqual([]);
    for (const { tags } of rowsOf(opening, offer)) expect(Object.keys(tags).sort()).toEqual([...HANDOVERS.tags].sort());
  });

  it('say the same as the fold on any date', () => {
    fc.assert(fc.property(histories, days, (events, date) => {
      const youth = youthOn(new Chronicle(events).on(new AsOf(date)), SETTINGS);
      const rows = rowsOf(...events).filter(({ from, until }) => from <= date && (until === null || date < until));
      const stored = rows.map(({ doc }) => openHandoverItem(doc as unknown as OpenHandover, new AsOf(date)));
      expect(stored).toEqual(workItems(OPEN_HANDOVERS, { youth, situation: situationOf(youth), deadlines: [] }));
      for (const { tags } of rows) expect(tags['municipality']).toBe(municipalityOf(youth) ?? null);
    }), { numRuns: 2_000 });
  });
});
