import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller, Reply } from './testing/caller.js';
import { offer, opening, sent, testBsn, type Json } from './testing/facts.js';
import { MUNICIPALITY, Running, SCHOOL } from './testing/running.js';

let ledger: Running;
let system: Caller;
let subject: string;
beforeAll(async () => {
  ledger = await Running.start();
  system = await ledger.as('system');
  subject = await ledger.open();
});
afterAll(() => ledger[Symbol.asyncDispose]());

const CONTACT = { occurredAt: '2024-03-01', purpose: 'guidance', situation: 'school', supportNeeded: false };
const faultsIn = ({ body }: Pick<Reply, 'body'>): readonly string[] => ((body['errors'] ?? []) as readonly Json[]).map(({ pointer, code }) => `${String(pointer)} ${String(code)}`).sort();

/** Sends it in the three forms in which JSON comes; all answer the same, and nothing is recorded. */
async function refusalOf(event: unknown): Promise<{ readonly status: unknown; readonly code: unknown; readonly faults: readonly string[] }> {
  const json = typeof event === 'string' ? event : JSON.stringify(event);
  const structured = await system.send('POST', '/v1/events', { body: json, headers: { 'content-type': 'application/cloudevents+json' } });
  const batched = await system.send('POST', '/v1/events', { body: `[${json}]`, headers: { 'content-type': 'application/cloudevents-batch+json' } });
  const [line] = (await system.ndjson(json)).text.split('\n');
  const problems = [structured.body, (batched.body['results'] as { readonly problem: Json }[])[0]?.problem, (JSON.parse(line ?? '') as { readonly problem: Json }).problem];
  problems.forEach((problem) => expect(problem).toEqual(structured.body));
  expect(ledger.recorded()).toBe(0);
  return { status: structured.status, code: structured.code, faults: faultsIn(structured) };
}

describe('an event is refused', () => {
  it.each<[string, unknown, number, string, readonly string[]]>([
    ['of an unknown type', sent({ subject, id: '1', type: 'ContactMad' }), 400, 'unknown-type', ['/type unknown-type']],
    ['of a version that we do not have', sent({ subject, id: '1', type: 'nl.jongerentrajecten.contact-made.v2' }), 400, 'unknown-type', ['/type unknown-type']],
    ['of a type that is a name of every object', sent({ subject, id: '1', type: 'constructor' }), 400, 'unknown-type', ['/type unknown-type']],
    ['with an unknown field', sent({ subject, id: '1', data: { ...CONTACT, notes: 'x' } }), 400, 'unknown-field', ['/data/notes unknown-field']],
    ['with an unknown attribute', sent({ subject, id: '1', bsn: testBsn(1) }), 400, 'unknown-field', ['/bsn unknown-field']],
    ['with a field whose name has to be escaped', sent({ subject, id: '1', data: { ...CONTACT, 'a/b~c': 1 } }), 400, 'unknown-field', ['/data/a~1b~0c unknown-field']],
    ['without data', { ...sent({ subject, id: '1' }), data: undefined }, 400, 'schema', ['/data schema']],
    ['with data that is a list', sent({ subject, id: '1', data: [] as never }), 400, 'schema', ['/data schema']],
    ['without anything', {}, 400, 'schema', ['/id schema', '/source schema', '/specversion schema', '/subject schema', '/type schema']],
  ])('%s', async (_, event, status, code, faults) => {
    const asSent = typeof event === 'object' && 'subject' in (event as Json) ? { ...event as Json, subject } : event;
    expect(await refusalOf(asSent)).toEqual({ status, code, faults });
  });

  it('with every fault named, in attributes and in data', async () => {
    const event = { specversion: '0.3', type: 'HandoverOffered', source: 'school', id: '', subject: 'noor', time: '2024-03-01', extra: 1, data: { ...offer({ to: 'gemeente', handoverId: 7, warm: 'yes', answerBy: '2024-02-30', occurredAt: 'yesterday' }), note: 1 } };
    expect(await refusalOf(event)).toEqual({
      status: 400, code: 'schema',
      faults: ['/data/answerBy schema', '/data/handoverId schema', '/data/handoverId schema', '/data/note unknown-field', '/data/occurredAt schema', '/data/to schema', '/data/warm schema', '/extra unknown-field', '/id schema', '/source schema', '/specversion schema', '/subject schema', '/time schema'],
    });
  });

  it('as many times as there are faults, but with an answer of bounded size', async () => {
    const data = { ...CONTACT, ...Object.fromEntries(Array.from({ length: 5_000 }, (_, nth) => [`field${nth}`, nth])) };
    expect((await refusalOf(sent({ subject, id: '1', data }))).faults).toHaveLength(200);
  });

  it.each(['id', 'dataref', 'dataschema', 'source'])('when its %s may be the number of a person, and the answer does not repeat it', async (attribute) => {
    const bsn = testBsn(5);
    const value = attribute === 'source' ? `${SCHOOL}:systeem:${bsn}` : `urn:leerling:${bsn}`;
    const reply = await system.batch([{ ...sent({ subject, id: '1' }), [attribute]: value }]);
    expect(reply.text).not.toContain(bsn);
    expect(await refusalOf({ ...sent({ subject, id: '1' }), [attribute]: value })).toEqual({ status: 400, code: 'schema', faults: [`/${attribute} schema`] });
  });

  it('when its subject is the number of a person', async () => {
    expect(await refusalOf(sent({ subject: testBsn(5), id: '1' }))).toMatchObject({ faults: ['/subject schema'] });
  });

  it('when its id is a name and not nine digits, it is not', async () => {
    const other = await ledger.open();
    for (const id of ['999900019', '99990001', '9999000180', 'a'.repeat(200), 'é–€']) expect((await system.event(sent({ subject: other, id: `${id}`, type: 'nonexistent' }))).code).toBe('unknown-type');
  });

  it.each<[string, string]>([
    ['half a surrogate pair', 'a\\ud800'], ['a control character', 'a\\u0000b'], ['a line end', 'a\\nb'], ['a noncharacter', 'a\\ufffe'], ['a space', 'a b'], ['too many characters', 'a'.repeat(201)],
  ])('when its id has %s', async (_, id) => {
    const json = JSON.stringify(sent({ subject, id: 'ID' })).replace('"ID"', `"${id}"`);
    expect(await refusalOf(json)).toEqual({ status: 400, code: 'schema', faults: ['/id schema'] });
  });

  it.each(['\\ud800', '\\u0000', '\\uffff', '\\u001b'])('when a text of its data has %s', async (character) => {
    const json = JSON.stringify(sent({ subject, id: '1', type: 'HandoverOffered', data: offer({ to: MUNICIPALITY, handoverId: 'TEXT' }) })).replace('TEXT', `a${character}`);
    expect(await refusalOf(json)).toEqual({ status: 400, code: 'schema', faults: ['/data/handoverId schema'] });
  });

  it.each([
    '1e309', '-1', 'true', 'null', '{}', '[]', '""', '"2024-02-30"', '"0001-01-01"', '"9999-12-31"', '"1899-12-31"', '"2200-01-01"', '"2024-03-01T24:00:00Z"', '"2024-03-01T12:00:00"', '"2024-03-01T12:00:00+24:00"',
    '"2024-03-01T12:00:00+99:00"', '"2024-03-01T12:00:00+14:60"', '"2024-03-01T25:00:00Z"', '"2024-03-01T12:00:60Z"', '"2024-03-01 12:00:00Z"', '"2024-3-1"', '"+002024-03-01"', '"2024-03-01T12:00:00.0000000000Z"', '"2199-12-31T23:59:59-12:00"',
  ])('when it happened at %s', async (moment) => {
    const json = JSON.stringify(sent({ subject, id: '1', type: 'SupportDeclined', data: { occurredAt: 'MOMENT' } })).replace('"MOMENT"', moment);
    expect(await refusalOf(json)).toEqual({ status: 400, code: 'schema', faults: ['/data/occurredAt schema'] });
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'])('when it sets %s of an object', async (name) => {
    for (const value of ['{}', 'null', '{"occurredAt":"2024-03-01"}', '"x"']) {
      const json = JSON.stringify(sent({ subject, id: '1', type: 'SupportDeclined', data: { occurredAt: '2024-03-01', KEY: 'VALUE' } })).replace('"KEY":"VALUE"', `"${name}":${value}`);
      expect(await refusalOf(json)).toEqual({ status: 400, code: 'unknown-field', faults: [`/data/${name} unknown-field`] });
      // An attribute that is null was not sent (CloudEvents JSON format, section 2.2).
      if (value === 'null') continue;
      const asAttribute = JSON.stringify(sent({ subject, id: '1', KEY: 'VALUE' })).replace('"KEY":"VALUE"', `"${name}":${value}`);
      expect((await refusalOf(asAttribute)).faults).toEqual([`/${name} unknown-field`]);
    }
  });

  it('when it is nested deeper than any reader can follow', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const json = JSON.stringify(sent({ subject, id: '1', data: { ...CONTACT, purpose: 'DEEP' } })).replace('"DEEP"', deep);
    expect((await refusalOf(json)).faults).toContain('/data/purpose schema');
    expect((await refusalOf(deep)).code).toBe('schema');
  });
});

describe('a sender is refused', () => {
  it('who speaks for another organisation', async () => {
    const reply = await system.event(sent({ subject, id: '1', source: MUNICIPALITY }));
    expect(reply).toMatchObject({ status: 403, code: 'source-not-yours', body: { title: 'De afzender is een andere organisatie' } });
    expect((await system.event(sent({ subject, id: '1', source: `${MUNICIPALITY}:systeem:x` }))).code).toBe('source-not-yours');
  });

  it('who speaks of a youth that was never opened', async () => {
    const reply = await system.event(sent({ subject: '00000000-0000-4000-8000-00000000dead', id: '1' }));
    expect(reply).toMatchObject({ status: 403, code: 'no-legal-basis', body: { title: 'Geen wettelijke grondslag' } });
  });

  it.each([
    ['no form', {}, 415], ['a form that we do not know', { 'content-type': 'application/xml' }, 415], ['JSON without ce-headers', { 'content-type': 'application/json' }, 400],
    ['a header that is not well encoded', { 'content-type': 'application/json', 'ce-id': '%zz', 'ce-type': 'ContactMade' }, 400],
    ['compressed data', { 'content-type': 'application/cloudevents+json', 'content-encoding': 'gzip' }, 400],
  ])('who sends %s', async (_, headers, status) => {
    const body = headers['content-encoding' as never] === 'gzip' ? new Uint8Array([0x1f, 0x8b, 8, 0]) : new TextEncoder().encode(JSON.stringify(CONTACT));
    const reply = await system.send('POST', '/v1/events', { body, headers });
    expect([reply.status, reply.headers.get('content-type')]).toEqual([status, 'application/problem+json; charset=utf-8']);
  });

  it.each(['atomic=1', 'atomic=', 'atomic=true&atomic=true', 'foo=true', '__proto__=1'])('who asks ?%s', async (query) => {
    expect(await system.batch([sent({ subject, id: '1' })], `?${query}`)).toMatchObject({ status: 400, code: 'invalid-query', body: { errors: [{ pointer: `?${query.split('=')[0] ?? ''}` }] } });
  });

  it('who sends bytes that are no UTF-8', async () => {
    const bytes = Buffer.from(JSON.stringify(sent({ subject, id: 'X' })));
    bytes[bytes.indexOf('"X"') + 1] = 0xff;
    const headers = { 'content-type': 'application/cloudevents+json' };
    expect(await system.send('POST', '/v1/events', { body: new Uint8Array(bytes), headers })).toMatchObject({ status: 400, code: 'schema' });
    const reply = await system.send('POST', '/v1/events', { body: new Uint8Array(bytes), headers: { 'content-type': 'application/x-ndjson' } });
    expect(JSON.parse(reply.text)).toMatchObject({ result: 'refused', problem: { status: 400 } });
  });

  it('whose body is more than 16 MiB, and whose batch is more than 10,000 events', async () => {
    const body = JSON.stringify(sent({ subject, id: '1', data: { x: 'x'.repeat(17 * 1024 * 1024) } }));
    expect(await system.send('POST', '/v1/events', { body, headers: { 'content-type': 'application/cloudevents+json' } })).toMatchObject({ status: 413, code: 'too-large' });
    expect(await system.batch(Array.from({ length: 10_001 }, () => 1))).toMatchObject({ status: 413, code: 'too-large' });
    expect(await system.batch({})).toMatchObject({ status: 400, code: 'schema' });
  });

  it('and after all of this an event is still recorded, as the first', async () => {
    expect(await system.event(sent({ subject, id: 'first', type: 'TrajectoryOpened', data: opening() }))).toMatchObject({ status: 201, body: { revision: 0, position: 1 } });
  });
});
