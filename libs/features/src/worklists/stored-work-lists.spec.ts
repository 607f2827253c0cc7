import { describe, expect, it } from '@jest/globals';
import type { RequestAccess } from '@trajectboek/api';
import { days, ORGANISATIONS } from '@trajectboek/testing/histories';
import { WORK_LISTS } from '@trajectboek/worklists';
import fc from 'fast-check';
import { AUDITOR, CLOCK, CLOCKS, guideOf, HEADS, LATER, PAGES, partsOf, RULE_BOOK } from '../testing/asking.js';
import { population, type Told } from '../testing/stored-youths.js';
import { ReadWorkList, ReadWorkListHandler } from './read-work-list.handler.js';
import { StoredWorkLists } from './stored-work-lists.js';
import type { WorkListQuery } from './work-list.query.js';

interface Listed { readonly count: number; readonly items: readonly object[]; readonly next: string | null }

function reader(told: readonly Told[], access: RequestAccess): (list: string, query: WorkListQuery) => Promise<Listed> {
  const { store, members, youths, rows } = partsOf(told);
  const handler = new ReadWorkListHandler(youths, members, new StoredWorkLists(store, rows), HEADS, CLOCKS, PAGES, RULE_BOOK, CLOCK);
  return async (list, query) => await handler.execute(new ReadWorkList(list, query, access)) as Listed;
}

const access = fc.constantFrom(AUDITOR, ...ORGANISATIONS.map(guideOf));
const byText = ({ items }: Listed): readonly string[] => items.map((item) => JSON.stringify(item)).sort();
const LISTS = [...WORK_LISTS.map(({ id }) => id), 'turning-18-23-27'];

describe('a work list from stored rows', () => {
  const organisation = ORGANISATIONS[0] ?? '';
  const filters = fc.constantFrom<WorkListQuery>({}, {}, { municipality: 'GM0001' }, { school: organisation }, { organisation }, { guide: 'person:1' }, { cause: 'dropped-out' });

  it('says what the fold says on any date: every list, for who sees all and for who sees some', async () => {
    await fc.assert(fc.asyncProperty(population, days, fc.tuple(filters, access), async (told, asOf, [filter, who]) => {
      const ask = reader(told, who);
      for (const list of LISTS) {
        const query: WorkListQuery = { limit: 500, asOf, ...filter };
        const [stored, folded] = [await ask(list, query), await ask(list, { ...query, knownAt: LATER })];
        expect([list, stored.count, byText(stored)]).toEqual([list, folded.count, byText(folded)]);
      }
    }), { numRuns: 100 });
  });

  it.each(['open-handovers', 'out-of-view', 'deadlines-due-and-overdue'])('comes newest first, in pages that together are the whole: %s', async (list) => {
    await fc.assert(fc.asyncProperty(population, days, fc.tuple(fc.integer({ min: 1, max: 4 }), access), async (told, asOf, [limit, who]) => {
      const ask = reader(told, who);
      const whole = await ask(list, { limit: 500, asOf });
      const pages: object[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page = await ask(list, { limit, asOf, ...(cursor !== undefined && { cursor }) });
        expect(page.count).toBe(whole.count);
        pages.push(...page.items);
        cursor = page.next;
      }
      expect(pages).toEqual(whole.items);
    }), { numRuns: 50 });
  });

  it('does not answer about knowledge of the past, for a definition, or for the list that compares youths', () => {
    const { store, rows } = partsOf([]);
    const stored = new StoredWorkLists(store, rows);
    const moment = { asOf: '2021-01-01', knownAt: '2030-01-01T00:00:00.000Z', asKnownThen: false };
    expect(stored.canAnswer('stale-situation', moment, {})).toBe(true);
    expect(stored.canAnswer('stale-situation', { ...moment, asKnownThen: true }, {})).toBe(false);
    expect(stored.canAnswer('out-of-view', moment, { definition: 'rmc-monthly' })).toBe(false);
    expect(stored.canAnswer('possible-duplicates', moment, {})).toBe(false);
    expect([stored.canAnswer('out-of-view', moment, { cause: 'silence' }), stored.canAnswer('home-sitting', moment, { cause: 'silence' })]).toEqual([true, false]);
  });
});
