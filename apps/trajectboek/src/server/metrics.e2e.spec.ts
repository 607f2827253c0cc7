import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { METRIC_IDS } from '@trajectboek/continuity-view';
import type { Caller } from './testing/caller.js';
import { opening, sent, type Json } from './testing/facts.js';
import { ARNHEM, EDE, populate } from './testing/population.js';
import { MUNICIPALITY, Running, SCHOOL } from './testing/running.js';

let ledger: Running;
let auditor: Caller;
let policy: Caller;
beforeAll(async () => {
  ledger = await Running.start();
  await populate(ledger);
  await addAttempts(ledger);
  auditor = await ledger.as('auditor');
  policy = await ledger.as('coordinator', MUNICIPALITY, 'policy-information@1');
});
afterAll(() => ledger[Symbol.asyncDispose]());

const PERIOD = 'from=2024-01-01&to=2024-03-31&asOf=2024-04-01';

/** Thirty more youths with one attempt each: fifteen reached, of whom three by telephone. */
async function addAttempts(to: Running): Promise<void> {
  const events: Json[] = [];
  for (let nth = 0; nth < 30; nth += 1) {
    const subject = await to.open();
    events.push(sent({ subject, id: `a${nth}-opened`, type: 'TrajectoryOpened', data: opening({ municipality: nth < 12 ? EDE : ARNHEM, birthDate: nth < 18 ? '2004-06-01' : '2006-06-01' }) }));
    events.push(sent({ subject, id: `a${nth}-tried`, type: 'ContactAttempted', data: { occurredAt: '2024-02-05', channel: nth < 6 ? 'phone' : 'letter', dayPart: 'day', reached: nth % 2 === 0, purpose: 'guidance' } }));
  }
  const { body } = await (await to.as('loader')).batch(events);
  expect(body).toMatchObject({ refused: 0 });
}

describe('the index of metrics', () => {
  it('gives all 26, each with definition, unit, source and links that work', async () => {
    const { body } = await auditor.get('/v1/metrics');
    const items = body['items'] as readonly Json[];
    expect(items.map(({ metric }) => metric)).toEqual(METRIC_IDS);
    for (const { definition, unit, sources, links, keys } of items) {
      expect(definition).toMatch(/\?/);
      expect([unit, sources, keys]).toEqual([expect.any(String), expect.arrayContaining([expect.stringMatching(/^metrics\.md C\d+$/)]), expect.any(Array)]);
      const { list, worklist, definition: where } = links as Json;
      for (const address of [list, worklist]) expect((await auditor.get(`${String(address)}?limit=1`)).status).toBe(200);
      expect(await auditor.get(String(where))).toMatchObject({ status: 200, body: { definition, unit, sources } });
    }
  });

  it('has no definition of a metric that is not there', async () => {
    expect(await auditor.get('/v1/metrics/C27/definition')).toMatchObject({ status: 404 });
  });
});

describe.each(METRIC_IDS)('metric %s', (metric) => {
  it('tells an authorised reader everything, and what it means', async () => {
    const { status, body, text } = await auditor.get(`/v1/metrics/${metric}?${PERIOD}`);
    expect([status, body['suppressed']]).toEqual([200, false]);
    expect(body).toMatchObject({ metric, definition: expect.any(String), unit: expect.any(String), youthsCounted: expect.any(Number), smallNumbers: expect.any(Boolean), partial: false, links: { definition: `/v1/metrics/${metric}/definition` } });
    expect(text).not.toContain('"suppressed":true');
  });

  it('publishes no count below the threshold, and none that is not rounded', async () => {
    const { status, body } = await auditor.get(`/v1/metrics/${metric}?${PERIOD}&published=true`);
    expect(status).toBe(200);
    expect(countsIn(body).filter((count) => count % 5 !== 0 || (count > 0 && count < 10))).toEqual([]);
  });

  it.each([
    ['municipality=GM9999'], ['rmcRegion=RMC99'], ['labourMarketRegion=nowhere'], [`school=urn:nld:oin:00000099999999999999`], ['targetGroup=nobody'], ['ageFrom=90'], ['ageTo=3'],
  ])('counts nobody with %s', async (filter) => {
    expect(await auditor.get(`/v1/metrics/${metric}?${PERIOD}&${filter}`)).toMatchObject({ status: 200, body: { result: 'insufficient-data', youthsCounted: 0, suppressed: false } });
  });
});

/** The counts of an answer, at whichever depth. */
function countsIn(level: Json): readonly number[] {
  const counts = new Set(['numerator', 'denominator', 'n', 'censored', 'atRisk', 'endedBy', 'youthsCounted', 'attempted', 'reached', 'offered', 'accepted', 'returned', 'unanswered', 'youths', 'episodes', 'leavers', 'spells', 'started', 'metOnTime', 'metLate', 'missed', 'running']);
  return Object.entries(level).flatMap(([key, value]) => {
    if (key === 'completeTo') return [];
    if (typeof value === 'object' && value !== null) return countsIn(value as Json);
    return counts.has(key) && typeof value === 'number' ? [value] : [];
  });
}

describe('the filters of a metric', () => {
  it.each<[string, number]>([
    ['', 30], [`municipality=${EDE}`, 12], [`municipality=${ARNHEM}`, 18], ['ageFrom=18', 18], ['ageTo=17', 12], [`municipality=${EDE}&ageTo=17`, 0], [`school=${SCHOOL}`, 0],
  ])('with %s count exactly those', async (filter, attempted) => {
    const { body } = await auditor.get(`/v1/metrics/C20?${PERIOD}&${filter}`);
    expect(body).toMatchObject(attempted === 0 ? { result: 'insufficient-data' } : { attempted });
  });

  it.each([['rmc-region', 'rmcRegion'], ['labour-market-region', 'labourMarketRegion']])('know the %s of a municipality', async (axis, filter) => {
    const counted = await auditor.get(`/v1/in-beeld/counts?by=${axis}&asOf=2024-04-01&municipality=${EDE}`);
    const [cell] = counted.body['cells'] as readonly Json[];
    const { body } = await auditor.get(`/v1/metrics/C20?${PERIOD}&${filter}=${encodeURIComponent(String(cell?.[filter]))}`);
    expect(body).toMatchObject({ attempted: 12 });
  });

  it('go along to the list behind the figure', async () => {
    const { body } = await auditor.get(`/v1/metrics/C2?${PERIOD}&municipality=${EDE}`);
    const { list } = body['links'] as Json;
    expect(list).toBe(`/v1/metrics/C2/youths?from=2024-01-01&to=2024-03-31&asOf=2024-04-01&municipality=${EDE}`);
    expect((await auditor.get(String(list))).status).toBe(200);
  });
});

describe('the list of youths behind a figure', () => {
  it.each(METRIC_IDS)('has as many youths as %s counts', async (metric) => {
    const { body } = await auditor.get(`/v1/metrics/${metric}?${PERIOD}`);
    const { list } = body['links'] as Json;
    const reply = await auditor.get(`${String(list)}&limit=500`);
    expect(reply).toMatchObject({ status: 200, body: { metric, count: body['youthsCounted'], next: null } });
    expect(reply.body['items']).toHaveLength(Number(body['youthsCounted']));
  });

  it('goes on where a page ended, and tells why each youth is on it', async () => {
    const address = `/v1/metrics/C20/youths?${PERIOD}&municipality=${EDE}&figure=byChannel.phone.reached`;
    const first = await auditor.get(`${address}&limit=2`);
    const second = await auditor.get(`${address}&limit=2&cursor=${String(first.body['next'])}`);
    expect([first.body['count'], second.body['next']]).toEqual([3, null]);
    const items = [first, second].flatMap(({ body }) => body['items'] as readonly Json[]);
    expect(new Set(items.map(({ trajectoryId }) => trajectoryId)).size).toBe(3);
    for (const { why, since } of items) expect([since, why]).toEqual(['2024-02-05', [{ figure: 'byChannel.phone.reached', part: 'counted', partLabel: 'geteld', date: '2024-02-05', value: 1 }]]);
  });

  it.each(['published=true', 'published=false', 'figure=a..b', 'part=all', 'limit=501', 'cursor=x', 'from=2024-05-01'])('is not there with %s', async (query) => {
    expect(await auditor.get(`/v1/metrics/C20/youths?asOf=2024-04-01&${query}`)).toMatchObject({ status: 400, code: 'invalid-query', body: { errors: [{ pointer: `?${query.split('=')[0] ?? ''}` }] } });
  });

  it('is for who may see lists of youths, each reading under the name of lists', async () => {
    const before = ledger.audit().length;
    expect(await policy.get(`/v1/metrics/C20/youths?${PERIOD}`)).toMatchObject({ status: 403, code: 'purpose-missing' });
    expect(await (await ledger.as('guide', 'urn:nld:oin:00000099000000000077')).get(`/v1/metrics/C20/youths?${PERIOD}`)).toMatchObject({ status: 200, body: { count: 0, items: [] } });
    expect(ledger.audit().slice(before)).toMatchObject([{ action: 'views:read', decision: 'denied' }, { action: 'views:read', decision: 'allowed' }]);
    expect(await auditor.get('/v1/metrics/C27/youths')).toMatchObject({ status: 404 });
  });
});

describe('published figures', () => {
  it('leave out a channel with few, the smallest other one with it, and keep the sum', async () => {
    const { body } = await auditor.get(`/v1/metrics/C20?${PERIOD}&published=true`);
    expect(body).toMatchObject({
      suppressed: true, youthsCounted: 30, attempted: 30, reached: 15,
      byChannel: { phone: { attempted: null, reached: null, suppressed: true }, letter: { attempted: null, reached: null, suppressed: true } },
    });
  });

  it('say nothing about fewer youths than the threshold', async () => {
    const { body } = await auditor.get(`/v1/metrics/C2?${PERIOD}&published=true`);
    expect(body).toMatchObject({ suppressed: true, youthsCounted: null, offered: null, accepted: null });
  });

  it('are all that a purpose for policy gives', async () => {
    expect((await policy.get(`/v1/metrics/C20?${PERIOD}&published=true`)).status).toBe(200);
    expect(await policy.get(`/v1/metrics/C20?${PERIOD}`)).toMatchObject({ status: 403, code: 'purpose-missing' });
    expect(await auditor.get(`/v1/metrics/C20?${PERIOD}&published=ja`)).toMatchObject({ status: 400, code: 'invalid-query' });
  });
});
