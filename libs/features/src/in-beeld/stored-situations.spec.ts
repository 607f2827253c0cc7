import { describe, expect, it } from '@jest/globals';
import type { Clock, RequestAccess, RuleBookPort } from '@trajectboek/api';
import { AsOf, Chronicle } from '@trajectboek/events';
import { youthOn } from '@trajectboek/situation';
import { days } from '@trajectboek/testing/histories';
import fc from 'fast-check';
import { population, SETTINGS, storeOf, type Told } from '../testing/stored-youths.js';
import { head, type Moment } from '../youths/moment.js';
import type { ViewHeads } from '../youths/view-heads.js';
import type { VisibleYouth, Youths } from '../youths/youths.js';
import { CountInBeeld, CountInBeeldHandler } from './count-in-beeld.handler.js';
import type { CountsQuery, InBeeldQuery } from './in-beeld.query.js';
import { ListInBeeld, ListInBeeldHandler } from './list-in-beeld.handler.js';
import { StoredSituations } from './stored-situations.js';

const AUDITOR = { caller: { role: 'auditor' } } as unknown as RequestAccess;
const RULE_BOOK = { value: { settings: SETTINGS, definitions: new Map() } } as unknown as RuleBookPort;
const CLOCK = { now: () => '2030-01-01T12:00:00.000Z' } as unknown as Clock;
const HEADS = { at: (moment: Moment) => Promise.resolve(head(moment, { position: 0, recordedAt: null })), waitFor: () => Promise.resolve() } as unknown as ViewHeads;
/** Later than anything was recorded: the same knowledge, asked in a way that only the ledger can answer. */
const LATER = '2100-01-01';

function youthsOf(told: readonly Told[]): Youths {
  const all = async function* (_: RequestAccess, { asOf }: Moment): AsyncGenerator<VisibleYouth> {
    for (const { trajectoryId, events } of told) {
      const chronicle = new Chronicle(events);
      const youth = youthOn(chronicle.on(new AsOf(asOf)), SETTINGS);
      if (youth.history.events.length > 0) yield { trajectoryId, chronicle, youth, whole: youth, eyes: undefined };
    }
  };
  return { all } as unknown as Youths;
}

interface Listed { readonly items: readonly { readonly trajectoryId: string }[] }
interface Counted { readonly cells: readonly { readonly count: number }[] }

const byId = ({ items }: Listed): unknown => items.toSorted((a, b) => (a.trajectoryId < b.trajectoryId ? -1 : 1));
const bySize = ({ cells }: Counted): unknown => cells.map((cell) => JSON.stringify(cell)).sort();

describe('who is in beeld, from stored rows', () => {
  const filters = fc.constantFrom<InBeeldQuery>({}, { status: 'out-of-view' }, { cause: 'dropped-out' }, { municipality: 'GM0001' }, { status: 'education', municipality: 'GM0002' });

  it('is what the fold says on any date', async () => {
    await fc.assert(fc.asyncProperty(population, days, filters, async (told, asOf, filter) => {
      const list = new ListInBeeldHandler(youthsOf(told), new StoredSituations(storeOf(told)), HEADS, RULE_BOOK, CLOCK);
      const ask = async (query: InBeeldQuery): Promise<Listed> => (await list.execute(new ListInBeeld({ limit: 100, asOf, ...filter, ...query }, AUDITOR))) as Listed;
      expect(byId(await ask({}))).toEqual(byId(await ask({ knownAt: LATER })));
    }), { numRuns: 300 });
  });

  it('is counted as the fold counts', async () => {
    const axes = fc.constantFrom('status', 'cause', 'municipality', 'school', 'status,municipality', 'rmc-region');
    await fc.assert(fc.asyncProperty(population, days, axes, async (told, asOf, by) => {
      const counts = new CountInBeeldHandler(youthsOf(told), new StoredSituations(storeOf(told)), HEADS, RULE_BOOK, CLOCK);
      const ask = async (query: CountsQuery): Promise<Counted> => (await counts.execute(new CountInBeeld({ asOf, by, ...query }, AUDITOR))) as Counted;
      expect(bySize(await ask({}))).toEqual(bySize(await ask({ knownAt: LATER })));
    }), { numRuns: 300 });
  });
});
