import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AsOf, Chronicle, plus, type EventDataOf, type EventName, type RecordedEvent, type TrajectoryId } from '@trajectboek/events';
import type { Settings } from '@trajectboek/schemes';
import { situationOf, statusSince, youthOn } from '@trajectboek/situation';
import { MUNICIPALITY, OTHER_YOUTH, recorded, SCHOOL, YOUTH } from '@trajectboek/testing';
import type { ViewRow } from '@trajectboek/view-store';
import { SITUATIONS, situationRows } from './situation-rows.js';

const VALUES: Readonly<Record<string, string | number>> = { contactWindow: 'P90D', staleAfter: 'P12M', staleTrackAfter: 'P6M', transitionGap: 'P28D', handoverArrival: 'P14D', refusalFollowUp: 'P28D', contactAttemptsLost: 2, rmcUpperAge: 23 };
const SETTINGS: Settings = { valueOf: (code) => VALUES[code] ?? 'P14D' };

function story(youth: TrajectoryId): RecordedEvent[] {
  const told = <Name extends EventName>(type: Name, data: EventDataOf<Name> & { occurredAt: string }): RecordedEvent => recorded(type, data, { youth }) as RecordedEvent;
  return [
    told('TrajectoryOpened', { occurredAt: '2020-09-01', reason: 'mbo', birthDate: '2003-02-01', municipality: 'GM0153' }),
    told('EnrolmentStarted', { occurredAt: '2020-09-01', institution: SCHOOL, schoolType: 'mbo-2' }),
    told('EnrolmentEnded', { occurredAt: '2021-03-01', institution: SCHOOL, reason: 'other', destination: 'none', withBasicQualification: false }),
    told('ContactMade', { occurredAt: '2021-03-10', purpose: 'exit', situation: 'nothing', supportNeeded: true }),
    told('ResidenceChanged', { occurredAt: '2021-04-01', municipality: 'GM0200', from: '2021-04-15' }),
  ];
}

const rowsOf = (events: readonly RecordedEvent[]): readonly ViewRow[] => situationRows(new Chronicle(events), SETTINGS);
const rowOn = (rows: readonly ViewRow[], date: string): ViewRow | undefined => rows.find(({ from, until }) => from <= date && (until === null || date < until));

describe('the rows of a situation', () => {
  const rows = rowsOf(story(YOUTH));

  it('follow each other without a gap, from the first fact to no end', () => {
    expect(rows[0]?.from).toBe('2020-09-01');
    rows.slice(1).forEach(({ from }, index) => expect(rows[index]?.until).toBe(from));
    expect(rows.at(-1)?.until).toBeNull();
  });

  it('say on each day what held then, also on days to come', () => {
    const told = ['2021-02-28', '2021-03-05', '2021-03-10', '2021-06-08', '2021-06-09', '2026-02-01'].map((date) => rowOn(rows, date)?.tags).map((tags) => [tags?.['status'], tags?.['cause']]);
    expect(told).toEqual([['education', null], ['out-of-view', 'silence'], ['in-contact', null], ['in-contact', null], ['out-of-view', 'transition-gap'], ['out-of-view', 'aged-out']]);
  });

  it('keep since when the status holds while other things change', () => {
    expect(rowOn(rows, '2021-04-20')).toMatchObject({ tags: { municipality: 'GM0200', school: SCHOOL }, since: '2021-03-10' });
    expect(rowOn(rows, '2026-03-01')?.since).toBe('2021-06-09');
  });

  it('have only declared tags and no birth date', () => {
    for (const { tags } of rows) expect(Object.keys(tags).sort()).toEqual([...SITUATIONS.tags].sort());
    expect(JSON.stringify(rows)).not.toContain('2003-02-01');
  });

  it('are those of one youth', () => {
    const other = rowsOf(story(OTHER_YOUTH).slice(0, 2));
    expect(other.at(-1)?.tags).toMatchObject({ status: 'education', cause: null, school: SCHOOL });
    expect(rowsOf([])).toEqual([]);
  });

  it('say the same as the fold on any date, whatever the order in which events came', () => {
    const events = [...story(YOUTH), recorded('ResponsibilityTaken', { occurredAt: '2024-05-01', role: 'lead', organisation: MUNICIPALITY, ground: 'participatiewet' })];
    fc.assert(fc.property(fc.shuffledSubarray(events, { minLength: 1 }), fc.integer({ min: 0, max: 3_000 }), (some, days) => {
      const date = plus('2020-09-01', `P${days}D`);
      const youth = youthOn(new Chronicle(some).on(new AsOf(date)), SETTINGS);
      const row = rowOn(rowsOf(some), date);
      if (!row) return;
      const { status, cause, causeOn, lastContact } = situationOf(youth);
      expect([row.tags['status'], row.tags['cause'], row.doc['causeOn'], row.doc['lastContact']]).toEqual([status, cause, causeOn, lastContact]);
      expect(row.since).toBe(statusSince(youth));
    }), { numRuns: 1_000 });
  });
});
