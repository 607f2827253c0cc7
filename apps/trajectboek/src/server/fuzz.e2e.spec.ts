import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENT_TYPES } from '@trajectboek/events';
import fc from 'fast-check';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Caller, Reply } from './testing/caller.js';
import { enrolment, sent, testBsn, type Json } from './testing/facts.js';
import { markedData } from './testing/language.js';
import { addressOf, allRoutes } from './testing/routes.js';
import { Running } from './testing/running.js';

let ledger: Running;
let auditor: Caller;
let system: Caller;
let loader: Caller;
let subject: string;
beforeAll(async () => {
  ledger = await Running.start();
  [auditor, system, loader] = [await ledger.as('auditor'), await ledger.as('system'), await ledger.as('loader')];
  subject = await ledger.open();
  await system.event(sent({ subject, id: 'e', type: 'EnrolmentStarted', data: enrolment() }));
});
afterAll(() => ledger[Symbol.asyncDispose]());

/** Whatever was asked: an answer of ours, never a fault of ours, and a fault of theirs as a problem document. */
function expectAnswer({ status, headers, body, text }: Reply): void {
  expect(text.length < 2_000_000 && status < 500 ? 'fine' : `${status} ${text.slice(0, 300)}`).toBe('fine');
  if (status < 400) return;
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(body).toMatchObject({ type: expect.stringMatching(/^https:\/\/trajectboek\.example\/problems\/[a-z-]+$/), title: expect.any(String), status, detail: expect.any(String) });
}

const nasty = fc.oneof(
  fc.constantFrom<unknown>(null, '', '\u0000', '\ud800', '__proto__', 'constructor', -0, 1e308, Number.MAX_SAFE_INTEGER + 1, '1e309', '2024-02-30', '0001-01-01', '9999-12-31', 'urn:nld:oin:', testBsn(9), '٣', '😀'.repeat(60), 'a'.repeat(10_000), [], {}, [[]], true),
  fc.jsonValue({ maxDepth: 3 }), fc.string({ unit: 'binary', maxLength: 30 }), fc.double(), fc.integer(),
);
const key = fc.oneof(fc.constantFrom('__proto__', 'constructor', 'toString', 'data', 'subject', 'id', 'type', 'occurredAt', 'identity', 'bsn', 'name', ''), fc.string({ maxLength: 8 }));

/** A good value with one place in it changed, taken out or added to. */
function spoilt(good: Json): fc.Arbitrary<unknown> {
  return fc.record({ place: fc.nat(), value: nasty, name: key, how: fc.constantFrom('set', 'remove', 'add') }).map(({ place, value, name, how }) => {
    const copy = structuredClone(good) as Record<string, unknown>;
    const holders = [copy, ...Object.values(copy).filter((inner): inner is Record<string, unknown> => typeof inner === 'object' && inner !== null)];
    const holder = holders[place % holders.length] ?? copy;
    const names = Object.keys(holder);
    const chosen = how === 'add' ? name : names[place % Math.max(names.length, 1)] ?? name;
    if (how === 'remove') Reflect.deleteProperty(holder, chosen);
    else Object.defineProperty(holder, chosen, { value, enumerable: true, configurable: true, writable: true });
    return copy;
  });
}

describe('the server', () => {
  it('answers any event that was spoilt somewhere, in each form', async () => {
    const good = fc.constantFrom(...EVENT_TYPES).map((type) => sent({ subject, id: `fuzz-${type.name}`, type: type.name, data: markedData(type, 'a') }));
    await fc.assert(fc.asyncProperty(good.chain(spoilt), fc.constantFrom('cloudevents+json', 'cloudevents-batch+json', 'x-ndjson', 'json'), async (event, form) => {
      const json = JSON.stringify(event) ?? 'undefined';
      const body = form === 'cloudevents-batch+json' ? `[${json},${json}]` : json;
      expectAnswer(await system.send('POST', '/v1/events', { body, headers: { 'content-type': `application/${form}`, ...(form === 'json' && { 'ce-id': 'x', 'ce-specversion': '1.0' }) } }));
    }), { numRuns: 600 });
  }, 60_000);

  it('answers any JSON, and anything that is none, on every route that takes a body', async () => {
    const routes = allRoutes().filter(({ method }) => method === 'POST' || method === 'PUT');
    const bodies = fc.oneof(nasty.map((value) => JSON.stringify(value) ?? ''), spoilt({ identity: { bsn: testBsn(3), name: { given: 'a', family: 'b' } }, municipality: 'GM0153' }).map((value) => JSON.stringify(value)), fc.string({ unit: 'binary' }), spoilt({ programmesEnabled: ['a'] }).map((value) => JSON.stringify(value)));
    const types = fc.constantFrom('application/json', 'application/cloudevents+json', 'application/cloudevents-batch+json', 'application/x-ndjson', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'APPLICATION/JSON', 'application/json; charset=latin1', 'x', '');
    await fc.assert(fc.asyncProperty(fc.constantFrom(...routes), bodies, types, async (route, body, type) => {
      const reply = await loader.send(route.method, addressOf(route), { body, headers: { 'content-type': type } });
      if (route.path === '/v1/imports' && reply.status === 201) await loader.send('DELETE', `/v1/imports/${String(reply.body['importId'])}`);
      expectAnswer(reply);
    }), { numRuns: 500 });
  }, 60_000);

  it('answers any question on every route', async () => {
    const routes = allRoutes().filter(({ method, path }) => method === 'GET' && path !== '/v1/stream');
    const names = fc.oneof(fc.constantFrom('asOf', 'knownAt', 'definition', 'minPosition', 'limit', 'cursor', 'status', 'municipality', 'rmcRegion', 'labourMarketRegion', 'school', 'guide', 'ageFrom', 'targetGroup', 'by', 'from', 'to', 'published', 'organisation'), key);
    const values = fc.oneof(fc.constantFrom('2024-01-01', '0', '-1', '1e3', '', '%', '%00', '2024-01', 'status,facet', 'default', 'GM0153', 'true', '9'.repeat(30), "' OR 1=1 --", '../../etc/passwd', '😀', 'AAAA'), fc.string({ maxLength: 20 }));
    const query = fc.array(fc.tuple(names, values), { maxLength: 4 }).map((pairs) => pairs.filter(([name, value]) => name !== 'minPosition' || Number(value) < 2 || Number.isNaN(Number(value))));
    await fc.assert(fc.asyncProperty(fc.constantFrom(...routes), query, async (route, pairs) => {
      const text = pairs.map(([name, value]) => `${encodeURIComponent(name.toWellFormed())}=${encodeURIComponent(value.toWellFormed())}`).join('&');
      expectAnswer(await auditor.get(`${addressOf(route).replace('00000000-0000-4000-8000-00000000dead', subject)}?${text}`));
    }), { numRuns: 500 });
  }, 60_000);

  it('answers any part of an address', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 150 }), fc.constantFrom('/v1/trajectories/', '/v1/worklists/', '/v1/metrics/', '/v1/event-types/', '/v1/settings/', '/'), async (part, base) => {
      expectAnswer(await auditor.get(`${base}${encodeURIComponent(part.toWellFormed())}`));
    }), { numRuns: 300 });
  }, 60_000);

  it.each<[string, string, number | null]>([
    ['a length that is no number', 'POST /v1/events HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n', 400],
    ['two lengths', 'POST /v1/events HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef', 400],
    ['a length and chunks', 'POST /v1/events HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400],
    ['a header that is too large', `GET /health/live HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`, 431],
    ['a line that is no HTTP', 'HELLO\r\n\r\n', 400],
    ['a proxy address', 'GET http://elsewhere.example/health/live HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n', null],
    ['a dot path', 'GET /v1/../health/live HTTP/1.1\r\nHost: x\r\n\r\n', 404],
  ])('outlives %s', async (_, raw, status) => {
    const socket = connect(Number(new URL(ledger.url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(raw);
    const [answer] = await once(socket, 'data') as [Buffer];
    socket.destroy();
    if (status !== null) expect(answer.toString()).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  });

  it('is as it was after all of this', async () => {
    expect((await auditor.get(`/v1/trajectories/${subject}?asOf=2024-01-20`)).body).toMatchObject({ trajectoryId: subject });
    expect(await ledger.nobody().get('/health/ready')).toMatchObject({ status: 200 });
    expect(({} as Json)['polluted']).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
