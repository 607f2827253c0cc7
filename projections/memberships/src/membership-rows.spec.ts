import { describe, expect, it } from '@jest/globals';
import { loadRuleBook } from '@trajectboek/catalogue';
import { AsOf, Chronicle, type RecordedEvent } from '@trajectboek/events';
import { parseRuleBook } from '@trajectboek/schemes';
import { hasLegalBasis, levelFor, situationOf, speaksAt, targetGroupsOf, youthOn, type Youth } from '@trajectboek/situation';
import * as f from '@trajectboek/testing/facts';
import { days, histories, ORGANISATIONS } from '@trajectboek/testing/histories';
import type { ViewRow } from '@trajectboek/view-store';
import fc from 'fast-check';
import { MEMBERSHIPS, membershipRows } from './membership-rows.js';

const { settings } = parseRuleBook(loadRuleBook());
const rowsOf = (...events: readonly RecordedEvent[]): readonly ViewRow[] => membershipRows(new Chronicle(events), settings);
const ofKind = (rows: readonly ViewRow[], kind: string): readonly unknown[] => rows.filter(({ tags }) => tags['kind'] === kind).map(({ from, until, tags }) => [from, until, tags['code'], tags['sight']]);

function on(events: readonly RecordedEvent[], date: string): { readonly youth: Youth; readonly rows: readonly ViewRow[] } {
  return { youth: youthOn(new Chronicle(events).on(new AsOf(date)), settings), rows: rowsOf(...events).filter(({ from, until }) => from <= date && (until === null || date < until)) };
}

describe('the rows of the memberships', () => {
  const opening = f.opened('2020-09-01', {}, { by: f.SCHOOL });
  const school = [opening, f.enrolled('2020-09-01')];

  it('are the organisations that may see the youth, and whether they see all of it', () => {
    expect(ofKind(rowsOf(...school, f.benefit('2021-03-01', {}, { by: f.MUNICIPALITY }), f.left('2021-06-01')), 'organisation').toSorted()).toEqual([
      ['2020-09-01', '2021-06-01', f.SCHOOL, 'whole'], ['2020-09-01', '2021-03-01', f.MUNICIPALITY, 'part'],
      ['2021-06-01', null, f.SCHOOL, 'part'], ['2021-03-01', null, f.MUNICIPALITY, 'whole'],
    ].toSorted());
  });
  it('say that an organisation sees a part as soon as anything is closed to who is only involved', () => {
    const secret = f.spoke('2021-02-01', { confidential: true }, { by: f.RMC });
    expect(ofKind(rowsOf(...school, secret), 'organisation')).toContainEqual(['2020-09-01', null, f.SCHOOL, 'part']);
  });
  it('are the guides, the open facets and the target groups with the days on which they hold', () => {
    const rows = rowsOf(...school, f.guide('2020-10-01'), f.guideEnded('2021-01-01'), f.left('2021-06-01'));
    expect(ofKind(rows, 'guide')).toEqual([['2020-10-01', '2021-01-01', expect.stringMatching(/^person:/), null]]);
    expect(ofKind(rows, 'facet')).toContainEqual(['2020-09-01', '2021-06-01', 'education', null]);
    expect(ofKind(rows, 'target-group')).toEqual([['2020-09-01', null, null, null]]);
  });
  it('have only declared tags and say nothing else', () => {
    for (const { tags, doc } of rowsOf(...school)) expect([Object.keys(tags).toSorted(), doc]).toEqual([MEMBERSHIPS.tags.toSorted(), {}]);
    expect(rowsOf()).toEqual([]);
  });

  it('say the same as the folds on any date', () => {
    fc.assert(fc.property(histories, days, (events, date) => {
      const { youth, rows } = on(events, date);
      const codes = (kind: string): readonly unknown[] => rows.filter(({ tags }) => tags['kind'] === kind).map(({ tags }) => tags['code']).sort();
      const hasBegun = youth.history.chronicle.known.some(({ occurredOn }) => occurredOn <= date);
      if (hasBegun) expect(codes('organisation')).toEqual(ORGANISATIONS.filter((organisation) => hasLegalBasis(youth, organisation)));
      if (youth.history.events.length === 0) return;
      expect(codes('facet')).toEqual(situationOf(youth).facets.filter(({ open }) => open).map(({ facet }) => facet).sort());
      expect(codes('guide')).toEqual([...new Set(situationOf(youth).guides.map(({ person }) => person))].sort());
      expect(codes('target-group')).toEqual(targetGroupsOf(youth).length === 0 ? [null] : [...targetGroupsOf(youth)].sort());
    }), { numRuns: 1_000 });
  });
  it('promise the whole to no organisation for which an event does not speak', () => {
    fc.assert(fc.property(histories, days, (events, date) => {
      const { youth, rows } = on(events, date);
      for (const organisation of ORGANISATIONS) {
        const seesAll = youth.history.chronicle.known.every((event) => speaksAt(levelFor(event, organisation, youth), event));
        if (rows.some(({ tags }) => tags['code'] === organisation && tags['sight'] === 'whole')) expect(seesAll).toBe(true);
      }
    }), { numRuns: 2_000 });
  });
});
