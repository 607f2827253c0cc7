import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { METRICS } from '@trajectboek/continuity-view';
import { WORK_LISTS } from '@trajectboek/worklists';
import type { Caller } from './testing/caller.js';
import type { Json } from './testing/facts.js';
import { ARNHEM, EDE, populate } from './testing/population.js';
import { MUNICIPALITY, Running, SCHOOL } from './testing/running.js';

let empty: Running;
let ledger: Running;
let auditor: Caller;
let youths: readonly string[];
beforeAll(async () => {
  [empty, ledger] = [await Running.start(), await Running.start()];
  youths = await populate(ledger);
  auditor = await ledger.as('auditor');
});
afterAll(async () => {
  await ledger[Symbol.asyncDispose]();
  await empty[Symbol.asyncDispose]();
});

const ON = 'asOf=2024-04-01';
const LISTS = WORK_LISTS.map(({ id }) => id);
const itemsIn = ({ body }: { readonly body: Json }): readonly Json[] => body['items'] as readonly Json[];
const youthsIn = (items: readonly Json[]): readonly number[] => items.map(({ trajectoryId }) => youths.indexOf(String(trajectoryId))).sort((a, b) => a - b);
const where = (holds: (nth: number) => boolean): readonly number[] => youths.map((_, nth) => nth).filter(holds);

describe('the work lists', () => {
  it('are all in the index, which says how far the ledger has come', async () => {
    const reply = await auditor.get('/v1/worklists');
    expect(itemsIn(reply).map(({ list, link }) => `${String(list)} ${String(link)}`)).toEqual(LISTS.map((id) => `${id} /v1/worklists/${id}`));
    expect(reply.body).toMatchObject({ asOf: expect.any(String), knownAt: expect.any(String), completeTo: { position: ledger.recorded() }, next: null });
  });

  it.each(LISTS)('%s answers on an empty ledger and on a full one, in the same form', async (list) => {
    for (const reader of [await empty.as('auditor'), auditor]) {
      const { status, body } = await reader.get(`/v1/worklists/${list}?${ON}`);
      expect([status, body['list'], typeof body['listLabel'], (body['items'] as unknown[]).length]).toEqual([200, list, 'string', body['count']]);
      for (const item of body['items'] as readonly Json[]) {
        expect(item).toMatchObject({ trajectoryId: expect.any(String), since: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), why: { code: expect.any(String), label: expect.any(String) }, nextStep: expect.any(String), events: expect.any(Array) });
        expect(item).toHaveProperty('dueOn');
        expect(item).toHaveProperty('owner');
        expect(item).not.toHaveProperty('key');
      }
    }
  });

  it.each(LISTS)('%s is the same from a stored view as from the ledger itself', async (list) => {
    for (const date of ['2024-02-20', '2024-04-01', '2024-09-01', '2025-08-01']) {
      const plain = ({ body }: { readonly body: Json }): readonly string[] => (body['items'] as readonly Json[]).map((item) => JSON.stringify(item)).sort();
      expect(plain(await auditor.get(`/v1/worklists/${list}?limit=500&asOf=${date}`))).toEqual(plain(await auditor.get(`/v1/worklists/${list}?limit=500&asOf=${date}&knownAt=2199-12-31`)));
    }
  });

  it.each<[string, string, (nth: number) => boolean]>([
    ['out-of-view', '', (nth) => nth % 10 > 6],
    ['out-of-view', `municipality=${EDE}`, (nth) => nth % 10 > 6 && nth % 3 === 0],
    ['open-handovers', '', (nth) => nth % 10 === 9],
    ['open-handovers', `municipality=${ARNHEM}`, (nth) => nth % 10 === 9 && nth % 3 !== 0],
    ['open-handovers', `organisation=${MUNICIPALITY}`, (nth) => nth % 10 === 9],
    ['open-handovers', `organisation=${SCHOOL}`, () => false],
    ['left-school-without-exit-interview', '', (nth) => [7, 8].includes(nth % 10)],
  ])('%s with %s has exactly those', async (list, query, holds) => {
    const reply = await auditor.get(`/v1/worklists/${list}?${ON}&limit=500&${query}`);
    expect([...new Set(youthsIn(itemsIn(reply)))]).toEqual(where(holds));
  });

  it.each(['open-handovers', 'out-of-view', 'left-school-without-exit-interview'])('%s comes in pages that are together the whole list', async (list) => {
    const whole = itemsIn(await auditor.get(`/v1/worklists/${list}?${ON}&limit=500`));
    const pages: Json[] = [];
    for (let cursor = ''; ;) {
      const { body } = await auditor.get(`/v1/worklists/${list}?${ON}&limit=2${cursor}`);
      pages.push(...body['items'] as readonly Json[]);
      expect(body['count']).toBe(whole.length);
      if (body['next'] === null) break;
      cursor = `&cursor=${String(body['next'])}`;
    }
    expect(pages).toEqual(whole);
  });

  it('are for a guide about the youths of his organisation', async () => {
    const guide = await ledger.as('guide', MUNICIPALITY);
    expect(youthsIn(itemsIn(await guide.get(`/v1/worklists/open-handovers?${ON}`)))).toEqual(where((nth) => nth % 10 === 9));
    expect(itemsIn(await (await ledger.as('guide', 'urn:nld:oin:00000099000000000077')).get(`/v1/worklists/out-of-view?${ON}`))).toEqual([]);
  });

  it.each(['nothing', 'constructor', '__proto__', 'out_of_view', '%00'])('have none that is called %s', async (list) => {
    expect(await auditor.get(`/v1/worklists/${list}`)).toMatchObject({ status: 404 });
  });

  it.each(['list=x', 'status=education', 'limit=0', 'definition=nonsense', 'organisation=x'])('are not asked with %s', async (query) => {
    expect(await auditor.get(`/v1/worklists/out-of-view?${query}`)).toMatchObject({ status: 400, code: 'invalid-query', body: { errors: [{ pointer: `?${query.split('=')[0] ?? ''}` }] } });
  });
});

describe('the metrics', () => {
  const metrics = Object.keys(METRICS);

  it('are all in the index, each with its definition', async () => {
    const reply = await auditor.get('/v1/metrics');
    expect(itemsIn(reply).map(({ metric }) => metric)).toEqual(metrics);
    for (const item of itemsIn(reply)) expect(item).toMatchObject({ label: expect.any(String), definition: expect.any(String), unit: expect.any(String) });
    expect(reply.body['completeTo']).toMatchObject({ position: ledger.recorded() });
  });

  it.each(metrics)('%s answers on an empty ledger that there is nothing to measure, and on a full one', async (metric) => {
    const nothing = await (await empty.as('auditor')).get(`/v1/metrics/${metric}?from=2024-01-01&to=2024-03-31&${ON}`);
    expect(nothing).toMatchObject({ status: 200, body: { metric, result: 'insufficient-data', from: '2024-01-01', to: '2024-03-31', asOf: '2024-04-01', suppressed: false, links: { list: expect.stringMatching(/^\/v1\//) } } });
    const full = await auditor.get(`/v1/metrics/${metric}?from=2024-01-01&to=2024-03-31&${ON}`);
    expect(full).toMatchObject({ status: 200, body: { metric, label: expect.any(String), definition: expect.any(String), unit: expect.any(String) } });
    expect(full.text).not.toMatch(/NaN|Infinity|null,null,null/);
    expect((await auditor.get(String((full.body['links'] as Json)['list']))).status).toBe(200);
  });

  it.each(['C0', 'constructor', 'c1', '__proto__'])('have none that is called %s', async (metric) => {
    expect(await auditor.get(`/v1/metrics/${metric}`)).toMatchObject({ status: 404 });
  });

  it.each(['from=2024-02-01&to=2024-01-01', 'from=2024-02-30', 'to=9999-12-31', 'window=P1Y', 'municipality=Ede'])('are not asked with %s', async (query) => {
    expect(await auditor.get(`/v1/metrics/C1?${query}`)).toMatchObject({ status: 400, code: 'invalid-query' });
  });
});
