import { describe, expect, it } from '@jest/globals';
import type { LedgerStorePort, RequestAccess } from '@trajectboek/api';
import { AsOf, Chronicle, type RecordedEvent, type TrajectoryId } from '@trajectboek/events';
import { hasLegalBasis, youthOn } from '@trajectboek/situation';
import { days, ORGANISATIONS } from '@trajectboek/testing/histories';
import { LISTS_OF_ONE } from '@trajectboek/worklists';
import fc from 'fast-check';
import { ListInBeeld, ListInBeeldHandler } from '../in-beeld/list-in-beeld.handler.js';
import { StoredSituations } from '../in-beeld/stored-situations.js';
import { AUDITOR, CLOCK, CLOCKS, guideOf, HEADS, LATER, PAGES, partsOf, RULE_BOOK } from '../testing/asking.js';
import { population, type Told } from '../testing/stored-youths.js';
import { ReadWorkList, ReadWorkListHandler } from '../worklists/read-work-list.handler.js';
import { StoredWorkLists } from '../worklists/stored-work-lists.js';
import { eyesOf } from '../youths/eyes.js';
import type { Histories } from '../youths/histories.js';
import { LiveFeed } from './live-feed.js';
import { LAST_PART, placeOf, type StreamPlace } from './stream-place.js';
import { subscriptionTo, type StreamQuery } from './stream.query.js';
import { YouthSides } from './youth-sides.js';

type Place = StreamPlace & { readonly edition: string };
interface Message { readonly id: string; readonly event: string; readonly data: Readonly<Record<string, unknown>> & { readonly trajectoryId: string } }
interface Listed { readonly items: readonly Readonly<Record<string, unknown>>[] }

/** The youths with their events one after the other in one ledger. */
function inOneLedger(told: readonly Told[]): readonly RecordedEvent[] {
  const longest = Math.max(...told.map(({ events }) => events.length));
  const mixed = Array.from({ length: longest }, (_, nth) => told.flatMap(({ trajectoryId, events }) => (events[nth] ? [{ ...events[nth], trajectoryId }] : []))).flat();
  return mixed.map((event, index): RecordedEvent => ({ ...event, position: index + 1 }));
}

const toldOf = (ledger: readonly RecordedEvent[]): readonly Told[] =>
  [...Map.groupBy(ledger, ({ trajectoryId }) => trajectoryId)].map(([trajectoryId, events]) => ({ trajectoryId, events }));

function feedOf(ledger: readonly RecordedEvent[]): { readonly feed: LiveFeed; readonly reads: () => number } {
  let reads = 0;
  const store = { readAll: (after: number, limit: number) => Promise.resolve(ledger.filter(({ position }) => position > after).slice(0, limit).map(({ position, trajectoryId }) => ({ position, envelope: { trajectoryId } }))) };
  const histories = {
    of: (trajectoryId: TrajectoryId) => {
      reads += 1;
      return Promise.resolve(ledger.filter((event) => event.trajectoryId === trajectoryId));
    },
  };
  return { feed: new LiveFeed(store as unknown as LedgerStorePort, histories as unknown as Histories, new YouthSides(RULE_BOOK, CLOCKS)), reads: () => reads };
}

const placeAt = (position: number, asOf: string): Place => ({ position, part: LAST_PART, edition: `${asOf}/0` });

async function textAfter(feed: LiveFeed, place: Place, { access, query = {}, upTo }: { readonly access: RequestAccess; readonly query?: StreamQuery; readonly upTo: number }): Promise<string> {
  let text = '';
  for (let at = place; at.position < upTo || at.part < LAST_PART;) {
    const page = await feed.page({ eyes: eyesOf(access.caller), subscription: subscriptionTo(query) }, at, Math.max(upTo, at.position));
    text += Buffer.from(page.bytes ?? []).toString();
    at = { ...at, position: page.upTo, part: LAST_PART };
  }
  return text;
}

function messagesIn(text: string): readonly Message[] {
  return text.split('\n\n').filter(Boolean).map((block) => {
    const [id = '', event = '', data = ''] = block.split('\n').map((line) => line.slice(line.indexOf(': ') + 2));
    return { id, event, data: JSON.parse(data) as Message['data'] };
  });
}

/** What the lists say when they are asked. */
async function asked(told: readonly Told[], access: RequestAccess, { asOf, list, municipality }: { readonly asOf: string; readonly list: string; readonly municipality?: string }) {
  const { store, members, youths, rows } = partsOf(told);
  const query = { asOf, knownAt: LATER, limit: 500, ...(municipality !== undefined && { municipality }) };
  const inBeeld = await new ListInBeeldHandler(youths, members, new StoredSituations(store, rows), HEADS, PAGES, RULE_BOOK, CLOCK).execute(new ListInBeeld(query, access)) as Listed;
  const work = await new ReadWorkListHandler(youths, members, new StoredWorkLists(store, rows), HEADS, CLOCKS, PAGES, RULE_BOOK, CLOCK).execute(new ReadWorkList(list, query, access)) as Listed;
  return {
    situations: new Map(inBeeld.items.map(({ trajectoryId, status, cause, since }) => [String(trajectoryId), { status, cause, since }])),
    onList: new Set(work.items.map(({ trajectoryId }) => String(trajectoryId))),
  };
}

type Lists = Awaited<ReturnType<typeof asked>>;

/** What a dashboard does with each message; what a message says was before must have been so. */
function apply({ situations, onList }: Lists, { event, data: { trajectoryId, before, after, lists } }: Message, list: string): void {
  if (event === 'situation') {
    expect(situations.get(trajectoryId) ?? null).toEqual(before);
    if (after === null) situations.delete(trajectoryId);
    else situations.set(trajectoryId, after as { status: unknown; cause: unknown; since: unknown });
  }
  if (event !== 'worklist') return;
  const change = (lists as readonly { readonly list: string; readonly change: string }[]).find((one) => one.list === list)?.change;
  if (change === undefined) return;
  expect(onList.has(trajectoryId)).toBe(change !== 'added');
  if (change === 'removed') onList.delete(trajectoryId);
  else onList.add(trajectoryId);
}

const readers = fc.constantFrom(AUDITOR, ...ORGANISATIONS.map(guideOf));
const places = fc.constantFrom<{ readonly municipality?: string }>({}, { municipality: 'GM0001' });
const lists = fc.constantFrom(...LISTS_OF_ONE.map(({ id }) => id));

describe('the messages of the live stream', () => {
  it('applied to the lists of a moment give the lists of a later one, for who sees all and for who sees some', async () => {
    await fc.assert(fc.asyncProperty(population, days, fc.tuple(readers, places, lists, fc.double({ min: 0, max: 1, noNaN: true })), async (told, asOf, [access, place, list, part]) => {
      const ledger = inOneLedger(told);
      const from = Math.floor(ledger.length * part);
      const state = await asked(toldOf(ledger.slice(0, from)), access, { asOf, list, ...place });
      const text = await textAfter(feedOf(ledger).feed, placeAt(from, asOf), { access, query: place, upTo: ledger.length });
      for (const message of messagesIn(text)) apply(state, message, list);
      expect(state).toEqual(await asked(toldOf(ledger), access, { asOf, list, ...place }));
    }), { numRuns: 400 });
  }, 120_000);

  it('go on after any message with exactly what came after it, also from another process', async () => {
    await fc.assert(fc.asyncProperty(population, days, readers, async (told, asOf, access) => {
      const ledger = inOneLedger(told);
      const options = { access, upTo: ledger.length };
      const whole = await textAfter(feedOf(ledger).feed, placeAt(0, asOf), options);
      const again = feedOf(ledger).feed;
      for (const { id } of messagesIn(whole)) {
        const heard = whole.slice(0, whole.indexOf('\n\n', whole.indexOf(`id: ${id}\n`)) + 2);
        expect(heard + await textAfter(again, placeOf(id) as Place, options)).toBe(whole);
      }
    }), { numRuns: 100 });
  }, 120_000);

  it('are about nobody that the listener may not see', async () => {
    let heard = 0;
    await fc.assert(fc.asyncProperty(population, days, fc.constantFrom(...ORGANISATIONS), async (told, asOf, organisation) => {
      const ledger = inOneLedger(told);
      const messages = messagesIn(await textAfter(feedOf(ledger).feed, placeAt(0, asOf), { access: guideOf(organisation), upTo: ledger.length }));
      const seen = new Set<string>();
      for (const { position, trajectoryId } of ledger) {
        const history = new Chronicle(ledger.filter((event) => event.trajectoryId === trajectoryId && event.position <= position)).on(new AsOf(asOf));
        if (hasLegalBasis(youthOn(history, RULE_BOOK.value.settings), organisation)) seen.add(trajectoryId);
      }
      for (const { data } of messages) expect(seen).toContain(data.trajectoryId);
      heard += messages.length;
    }), { numRuns: 60 });
    expect(heard).toBeGreaterThan(0);
  }, 120_000);

  it('are only those that were asked for', async () => {
    await fc.assert(fc.asyncProperty(population, days, async (told, asOf) => {
      const ledger = inOneLedger(told);
      const { feed } = feedOf(ledger);
      const options = { access: AUDITOR, upTo: ledger.length };
      const listening = async (query: StreamQuery): Promise<readonly Message[]> => messagesIn(await textAfter(feed, placeAt(0, asOf), { ...options, query }));
      const whole = await listening({});
      expect(await listening({ views: 'timeline,situations,handovers,worklists' })).toEqual(whole);
      const situations = await listening({ views: 'situations' });
      expect(situations.filter(({ event }) => event !== 'trajectory')).toEqual(whole.filter(({ event }) => event === 'situation'));
      for (const { event, data } of await listening({ lists: 'out-of-view' })) {
        if (event === 'trajectory') expect(data['views']).toEqual(['worklists']);
        else expect(data['lists']).toMatchObject([{ list: 'out-of-view' }]);
      }
    }), { numRuns: 60 });
  }, 120_000);

  it('are worked out once for all who have the same eyes', async () => {
    const [told] = fc.sample(population, { numRuns: 1, seed: 1 });
    const ledger = inOneLedger(told ?? []);
    const { feed, reads } = feedOf(ledger);
    const options = { access: AUDITOR, upTo: ledger.length };
    const texts = await Promise.all(Array.from({ length: 50 }, () => textAfter(feed, placeAt(0, '2024-01-01'), options)));
    expect(new Set(texts).size).toBe(1);
    expect(reads()).toBe(ledger.length);
  });

  it.each([{ views: 'x' }, { lists: 'possible-duplicates' }, { lists: 'out-of-view,nothing' }])('refuse %j', (query) => {
    expect(() => subscriptionTo(query)).toThrow('De vraag klopt niet');
  });
});
