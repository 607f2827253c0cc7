import { describe, expect, it } from '@jest/globals';
import type { RequestAccess } from '@trajectboek/api';
import { AsOf, Chronicle, type CivilDate } from '@trajectboek/events';
import { municipalityOf, situationOf, youthOn } from '@trajectboek/situation';
import { days } from '@trajectboek/testing/histories';
import { OPEN_HANDOVERS, OUT_OF_VIEW, workItems, type WorkItem, type WorkList } from '@trajectboek/worklists';
import fc from 'fast-check';
import { population, SETTINGS, storeOf, type Told } from '../testing/stored-youths.js';
import { pageOf, type Moment } from '../youths/moment.js';
import { StoredWorkLists } from './stored-work-lists.js';
import type { WorkListQuery } from './work-list.query.js';

type Item = WorkItem & { readonly trajectoryId: string };

interface Asked { readonly date: CivilDate; readonly municipality: string | undefined }

function folded(list: WorkList, youths: readonly Told[], { date, municipality }: Asked): readonly Item[] {
  return youths.flatMap(({ trajectoryId, events }) => {
    const youth = youthOn(new Chronicle(events).on(new AsOf(date)), SETTINGS);
    if (youth.history.events.length === 0 || (municipality !== undefined && municipalityOf(youth) !== municipality)) return [];
    return workItems(list, { youth, situation: situationOf(youth), deadlines: [] }).map((item) => ({ trajectoryId, ...item }));
  });
}

/** All pages of a list after each other. */
async function allPages(page: (query: WorkListQuery) => Promise<{ readonly items: readonly Item[]; readonly next: string | null }>, query: WorkListQuery): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const answer = await page({ ...query, ...(cursor !== undefined && { cursor }) });
    items.push(...answer.items);
    cursor = answer.next;
  }
  return items;
}

describe('a work list from stored rows', () => {
  it.each([OPEN_HANDOVERS, OUT_OF_VIEW])('says the same as the fold, in the same order, whatever the size of the page: $id', async (list) => {
    const asked = fc.record({ youths: population, date: days, limit: fc.integer({ min: 1, max: 4 }), municipality: fc.constantFrom(undefined, 'GM0001') });
    await fc.assert(fc.asyncProperty(asked, async ({ youths, date, limit, municipality }) => {
      const stored = new StoredWorkLists(storeOf(youths));
      const query: WorkListQuery = { limit, ...(municipality !== undefined && { municipality }) };
      const moment: Moment = { asOf: date, knownAt: '2030-01-01T00:00:00.000Z', asKnownThen: false };
      const items = folded(list, youths, { date, municipality });
      const expected = await allPages((page) => Promise.resolve(pageOf(items, page)), query);
      expect(await allPages((page) => stored.read(list.id, moment, page), query)).toEqual(expected);
      expect((await stored.read(list.id, moment, query)).count).toBe(items.length);
      expect(expected.map(({ since }) => since)).toEqual(expected.map(({ since }) => since).toSorted().toReversed());
    }), { numRuns: 300 });
  });

  it('does not answer for who may not see all, nor about knowledge of the past, nor what no row is found by', () => {
    const stored = new StoredWorkLists(storeOf([]));
    const moment: Moment = { asOf: '2021-01-01', knownAt: '2030-01-01T00:00:00.000Z', asKnownThen: false };
    const as = (role: string): RequestAccess => ({ caller: { role } }) as unknown as RequestAccess;
    expect(stored.canAnswer('open-handovers', as('auditor'), { moment, query: {} })).toBe(true);
    expect(stored.canAnswer('open-handovers', as('guide'), { moment, query: {} })).toBe(false);
    expect(stored.canAnswer('open-handovers', as('auditor'), { moment: { ...moment, asKnownThen: true }, query: {} })).toBe(false);
    expect(stored.canAnswer('open-handovers', as('auditor'), { moment, query: { guide: 'person:a' } })).toBe(false);
    expect(stored.canAnswer('stale-situation', as('auditor'), { moment, query: {} })).toBe(false);
  });
});
