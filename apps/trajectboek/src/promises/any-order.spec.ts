import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CivilDate, TrajectoryId } from '@trajectboek/events';
import type { Proposal } from '@trajectboek/ledger';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createCore, type Core } from '../server/core.js';
import { openStores, type Stores } from '../server/stores.js';
import { everythingOn, everythingStored } from './any-order/everything.js';
import { dates, histories } from './any-order/language-histories.js';
import { requestsOf, shuffled } from './any-order/random-order.js';
import { Chance } from './testing/chance.js';

/** One ledger on the disk that has the histories in the order of the story, and two that get them otherwise. */
interface Place {
  readonly core: Core;
  readonly stores: Stores;
}

interface Told {
  readonly generated: readonly Proposal[];
  readonly date: CivilDate;
  readonly seed: number;
}

const HISTORIES = 1_000;
/** Youths whose events come in together, as they do in life: what waits together shares one commit. */
const AT_ONCE = 20;
const AUDIT = { at: '2026-01-01T00:00:00.000Z', action: 'events:append', actor: 'test', role: 'system', purpose: 'keep-in-view@1', decision: 'allowed', reason: null, traceId: 'test' } as const;

let folder = '';
const places: Place[] = [];
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'any-order-'));
  for (const name of ['told', 'one', 'other']) {
    let second = 0;
    const stores = await openStores(path.join(folder, name), () => new Date(Date.UTC(2026, 0, 1) + 1_000 * second++).toISOString());
    places.push({ stores, core: createCore(stores) });
  }
});
afterAll(async () => {
  for (const { stores } of places) await stores.close();
  rmSync(folder, { recursive: true });
});

async function send({ core }: Place, trajectoryId: TrajectoryId, requests: readonly (readonly Proposal[])[]): Promise<ReadonlyMap<string, string>> {
  const results = new Map<string, string>();
  for (const proposals of requests) {
    const answers = await core.ledger.submit({ trajectoryId, proposals, audit: { ...AUDIT, trajectoryId } });
    answers.forEach(({ result }, nth) => {
      const id = proposals[nth]?.id ?? '';
      // What is sent again is answered with the first receipt, and a refusal stays one.
      const earlier = results.get(id);
      results.set(id, earlier ?? result);
      if (earlier === 'recorded') expect(result).toBe('duplicate');
    });
  }
  return results;
}

let youths = 0;

/** Ids of their own for each history: one event is in one trajectory. */
function ownIds(history: readonly Proposal[], youth: number): readonly Proposal[] {
  const own = (text: string): string => text.replace(/^(urn:\S+) (\d+)$/, (_, source: string, id: string) => `${source} ${youth}-${id}`);
  return history.map((event) => ({ ...event, id: `${youth}-${event.id}`, data: Object.fromEntries(Object.entries(event.data).map(([name, value]) => [name, typeof value === 'string' ? own(value) : value])) as Proposal['data'] }));
}

/** Tells the history in its own order, and again in two others; gives how many events were recorded. */
async function expectTheSame({ generated, date, seed }: Told): Promise<number> {
  const youth = youths += 1;
  const trajectoryId = `00000000-0000-4000-8000-${String(youth).padStart(12, '0')}` as TrajectoryId;
  const history = ownIds(generated, youth);
  const [told, ...others] = places as [Place, Place, Place];
  const results = await send(told, trajectoryId, [history]);
  const story = history.filter(({ id }) => results.get(id) === 'recorded');
  const { core: { reader, ruleBook } } = told;
  const truth = await reader.historyOf(trajectoryId);
  expect(truth).toHaveLength(story.length);
  await Promise.all(others.map(async (place, nth) => {
    const chance = new Chance(seed + nth);
    const answers = await send(place, trajectoryId, requestsOf(shuffled(story, chance), chance));
    expect([...answers].filter(([, result]) => result !== 'recorded')).toEqual([]);
    const events = await place.core.reader.historyOf(trajectoryId);
    expect(events.map(({ revision }) => revision)).toEqual(story.map((_, revision) => revision));
    expect(everythingStored(events, ruleBook)).toBe(everythingStored(truth, ruleBook));
    expect(everythingOn(events, date, ruleBook)).toBe(everythingOn(truth, date, ruleBook));
  }));
  return story.length;
}

describe('a history', () => {
  it(`in another order, with events that are sent twice, gives the same youth: ${HISTORIES} histories of the whole language`, async () => {
    let recorded = 0;
    const told = fc.record({ generated: histories, date: dates, seed: fc.integer() });
    await fc.assert(fc.asyncProperty(fc.array(told, { minLength: AT_ONCE, maxLength: AT_ONCE }), async (some) => {
      for (const events of await Promise.all(some.map(expectTheSame))) recorded += events;
    }), { numRuns: HISTORIES / AT_ONCE });
    expect(recorded).toBeGreaterThan(5 * HISTORIES);
  }, 240_000);
});
