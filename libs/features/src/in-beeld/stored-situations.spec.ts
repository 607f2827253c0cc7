import { describe, expect, it } from '@jest/globals';
import type { RequestAccess } from '@trajectboek/api';
import { days, ORGANISATIONS } from '@trajectboek/testing/histories';
import fc from 'fast-check';
import { AUDITOR, CLOCK, guideOf, HEADS, LATER, PAGES, partsOf, RULE_BOOK } from '../testing/asking.js';
import { population, type Told } from '../testing/stored-youths.js';
import { CountInBeeld, CountInBeeldHandler } from './count-in-beeld.handler.js';
import type { CountsQuery, InBeeldQuery } from './in-beeld.query.js';
import { ListInBeeld, ListInBeeldHandler } from './list-in-beeld.handler.js';
import { StoredSituations } from './stored-situations.js';

interface Listed { readonly items: readonly { readonly trajectoryId: string }[]; readonly next: string | null }
interface Counted { readonly cells: readonly object[]; readonly series?: readonly { readonly month: string; readonly cells: readonly object[] }[] }

function lister(told: readonly Told[], access: RequestAccess): (query: InBeeldQuery) => Promise<Listed> {
  const { store, members, youths, rows } = partsOf(told);
  const list = new ListInBeeldHandler(youths, members, new StoredSituations(store, rows), HEADS, PAGES, RULE_BOOK, CLOCK);
  return async (query) => await list.execute(new ListInBeeld(query, access)) as Listed;
}

function counter(told: readonly Told[], access: RequestAccess): (query: CountsQuery) => Promise<Counted> {
  const { store, members, youths, rows } = partsOf(told);
  const counts = new CountInBeeldHandler(youths, members, new StoredSituations(store, rows), HEADS, RULE_BOOK, CLOCK);
  return async (query) => await counts.execute(new CountInBeeld(query, access)) as Counted;
}

const readers = fc.constantFrom(AUDITOR, ...ORGANISATIONS.map(guideOf));
const byText = (items: readonly object[]): readonly string[] => items.map((item) => JSON.stringify(item)).sort();

describe('who is in beeld, from stored rows', () => {
  const filters = fc.constantFrom<InBeeldQuery>({}, { status: 'out-of-view' }, { cause: 'dropped-out' }, { municipality: 'GM0001' }, { status: 'education', municipality: 'GM0002' }, { guide: 'person:1' }, { guide: 'person:2', status: 'work' });

  it('is what the fold says on any date, for who sees all and for who sees some', async () => {
    await fc.assert(fc.asyncProperty(population, days, fc.tuple(filters, readers), async (told, asOf, [filter, reader]) => {
      const ask = lister(told, reader);
      expect(byText((await ask({ limit: 100, asOf, ...filter })).items)).toEqual(byText((await ask({ limit: 100, asOf, ...filter, knownAt: LATER })).items));
    }), { numRuns: 500 });
  });

  it('comes newest first, and in pages that together are the whole', async () => {
    await fc.assert(fc.asyncProperty(population, days, fc.tuple(fc.integer({ min: 1, max: 3 }), readers), async (told, asOf, [limit, reader]) => {
      const ask = lister(told, reader);
      const whole = await ask({ limit: 100, asOf });
      const pages: object[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page = await ask({ limit, asOf, ...(cursor !== undefined && { cursor }) });
        pages.push(...page.items);
        cursor = page.next;
      }
      expect(pages).toEqual(whole.items);
      const since = whole.items.map((item) => String((item as { readonly since?: string }).since));
      expect(since).toEqual(since.toSorted().toReversed());
    }), { numRuns: 200 });
  });

  it('is counted as the fold counts', async () => {
    const axes = fc.constantFrom('status', 'cause', 'municipality', 'school', 'status,municipality', 'rmc-region', 'facet', 'facet,municipality', 'facet,rmc-region', 'status,facet', 'target-group', 'age-band');
    await fc.assert(fc.asyncProperty(population, days, fc.tuple(axes, readers), async (told, asOf, [by, reader]) => {
      const ask = counter(told, reader);
      for (const places of [{}, { municipality: 'GM0001' }]) expect(byText((await ask({ asOf, by, ...places })).cells)).toEqual(byText((await ask({ asOf, by, ...places, knownAt: LATER })).cells));
    }), { numRuns: 500 });
  });

  it('is counted per month as on the last day of each month, also where youths are folded', async () => {
    const axes = fc.constantFrom('status', 'facet', 'age-band', 'status,municipality', 'target-group');
    const months = [['2020-11', '2020-11-30'], ['2020-12', '2020-12-31'], ['2021-01', '2021-01-31'], ['2021-02', '2021-02-28']] as const;
    await fc.assert(fc.asyncProperty(population, days, fc.tuple(axes, readers, fc.constantFrom({}, { knownAt: LATER })), async (told, asOf, [by, reader, knowledge]) => {
      const ask = counter(told, reader);
      const { series, cells } = await ask({ asOf, by, from: '2020-11', to: '2021-02', ...knowledge });
      expect(cells).toEqual((await ask({ asOf, by, ...knowledge })).cells);
      for (const [nth, [month, lastDay]] of months.entries()) {
        expect(series?.[nth]).toMatchObject({ month, cells: (await ask({ asOf: lastDay, by, ...knowledge })).cells });
      }
    }), { numRuns: 150 });
  });

  it('is counted per month with each history read once', async () => {
    const whose = fc.constantFrom(...ORGANISATIONS.map(guideOf));
    let [reads, members] = [0, 0];
    await fc.assert(fc.asyncProperty(population, fc.constantFrom('age-band', 'status'), whose, async (told, by, reader) => {
      const parts = partsOf(told);
      const counts = new CountInBeeldHandler(parts.youths, parts.members, new StoredSituations(parts.store, parts.rows), HEADS, RULE_BOOK, CLOCK);
      await counts.execute(new CountInBeeld({ asOf: '2021-06-01', by, from: '2020-01', to: '2021-12' }, reader));
      expect(parts.read).toEqual([...new Set(parts.read)]);
      [reads, members] = [reads + parts.read.length, members + told.length];
    }), { numRuns: 50 });
    expect(reads).toBeGreaterThan(members / 4);
  });
});
