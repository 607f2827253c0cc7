import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Proposal } from '@trajectboek/ledger';
import fc from 'fast-check';
import { histories } from '../promises/any-order/language-histories.js';
import { requestsOf, shuffled } from '../promises/any-order/random-order.js';
import { Chance } from '../promises/testing/chance.js';
import type { Reply } from './testing/caller.js';
import { sent, type Json } from './testing/facts.js';
import { Running } from './testing/running.js';

const SEED = 20_260_101;
const STORIES = fc.sample(histories, { seed: SEED, numRuns: 15 });
const DATES = ['2020-06-01', '2021-09-15', '2023-02-01', '2025-01-01'];

let told: Running;
let mixed: Running;
/** The same youths in both ledgers, in the same order. */
let youths: readonly (readonly [string, string])[];
beforeAll(async () => {
  [told, mixed] = [await Running.start(), await Running.start()];
  const pairs: (readonly [string, string])[] = [];
  for (const _ of STORIES) pairs.push([await told.open(), await mixed.open()]);
  youths = pairs;
  await tell();
}, 60_000);
afterAll(async () => {
  await told[Symbol.asyncDispose]();
  await mixed[Symbol.asyncDispose]();
});

/** Ids of their own for each story: one event is in one trajectory. */
function eventOf({ type, source, id, data }: Proposal, youth: number, subject: string): Json {
  const own = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, typeof value === 'string' ? value.replace(/^(urn:\S+) (\d+)$/, `$1 ${youth}-$2`) : value]));
  return sent({ subject, type, source, id: `${youth}-${id}`, data: own });
}

/** Tells each story to one ledger as it is, and to the other what that one recorded, in another order and some of it twice. */
async function tell(): Promise<void> {
  const [toTold, toMixed] = [await told.as('loader'), await mixed.as('loader')];
  for (const [nth, story] of STORIES.entries()) {
    const [subject, other] = youths[nth] ?? ['', ''];
    const { body } = await toTold.batch(story.map((event) => eventOf(event, nth, subject)));
    const recorded = story.filter((_, place) => (body['results'] as readonly Json[])[place]?.['result'] === 'recorded');
    const chance = new Chance(SEED + nth);
    for (const request of requestsOf(shuffled(recorded, chance), chance)) {
      const lines = request.map((event) => JSON.stringify(eventOf(event, nth, other)));
      expect((await toMixed.ndjson(lines.join('\n'))).text).not.toContain('refused');
    }
  }
  expect(mixed.recorded()).toBe(told.recorded());
}

/** An answer without what each ledger has of its own: its ids of youths, its positions, and when it recorded something. */
function plain({ status, body }: Reply): unknown {
  expect(status).toBe(200);
  const ids = new Map(youths.flatMap(([one, other], nth) => [[one, `youth ${nth}`], [other, `youth ${nth}`]] as const));
  return JSON.parse(JSON.stringify(body, (name, value: unknown) => {
    if (['position', 'recordedAt', 'revision', 'late', 'knownAt', 'completeTo'].includes(name)) return undefined;
    return typeof value === 'string' ? ids.get(value) ?? value : value;
  }));
}

describe('what two ledgers say that were told the same stories in another order', () => {
  it.each(DATES)('of each youth on %s is the same', async (date) => {
    const [one, other] = [await told.as('auditor'), await mixed.as('auditor')];
    for (const [here, there] of youths) {
      for (const rest of ['', '/events']) expect(plain(await other.get(`/v1/trajectories/${there}${rest}?asOf=${date}`))).toEqual(plain(await one.get(`/v1/trajectories/${here}${rest}?asOf=${date}`)));
    }
  });

  it.each(DATES)('in lists and counts on %s is the same', async (date) => {
    const [one, other] = [await told.as('auditor'), await mixed.as('auditor')];
    for (const address of ['/v1/in-beeld?limit=500', '/v1/in-beeld/counts?by=status', '/v1/in-beeld/counts?by=cause,municipality', '/v1/worklists/out-of-view?limit=500', '/v1/worklists/open-handovers?limit=500', '/v1/metrics/C1?from=2020-01-01']) {
      const asked = async (reader: typeof one, upTo: number): Promise<unknown> => sorted(plain(await reader.get(`${address}&asOf=${date}&minPosition=${upTo}`)));
      expect(await asked(other, mixed.recorded())).toEqual(await asked(one, told.recorded()));
    }
  });
});

/** Youths that are equal for a list come in the order of their ids, and those are each ledger's own. */
function sorted(answer: unknown): unknown {
  const items = (answer as { readonly items?: readonly object[] }).items;
  return items ? { ...answer as object, items: items.map((item) => JSON.stringify(item)).sort() } : answer;
}
