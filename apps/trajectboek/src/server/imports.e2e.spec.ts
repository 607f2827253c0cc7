import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller, Reply } from './testing/caller.js';
import { opening, sent, type Json } from './testing/facts.js';
import { importInto } from './testing/import.js';
import { MUNICIPALITY, Running } from './testing/running.js';

let ledger: Running;
let loader: Caller;
let system: Caller;
let subject: string;
beforeEach(async () => {
  ledger = await Running.start();
  [loader, system] = [await ledger.as('loader'), await ledger.as('system')];
  subject = await ledger.open();
});
afterEach(() => ledger[Symbol.asyncDispose]());

const event = (id: string, others: Json = {}): Json => sent({ subject, id, type: 'TrajectoryOpened', data: opening(), ...others });
const begin = (): Promise<Reply> => loader.send('POST', '/v1/imports');
const end = (importId: unknown): Promise<Reply> => loader.send('DELETE', `/v1/imports/${String(importId)}`);
const bring = (importId: unknown, events: readonly Json[]): Promise<Reply> => loader.send('POST', '/v1/events', { body: JSON.stringify(events), headers: { 'content-type': 'application/cloudevents-batch+json', 'trajectboek-import': String(importId) } });
const resultsOf = ({ body }: Reply): readonly Json[] => body['results'] as readonly Json[];

describe('an import', () => {
  it('keeps the moments at which sources logged it, of any organisation, and ends with the clock of the ledger', async () => {
    const [first, second] = await importInto(ledger, [event('1', { time: '2021-03-01T12:00:00+14:00' }), event('2', { time: '2021-03-01T00:00:00.123456789-11:30', source: MUNICIPALITY })]);
    expect([first?.['recordedAt'], second?.['recordedAt']]).toEqual(['2021-02-28T22:00:00.000Z', '2021-03-01T11:30:00.123Z']);
    const { body } = await system.event(event('3', { time: '2021-03-02T12:00:00Z' }));
    expect(String(body['recordedAt']) > '2026-01-01').toBe(true);
  });

  it('of several youths in one request is recorded in the order of its moments', async () => {
    const other = await ledger.open();
    const results = await importInto(ledger, Array.from({ length: 40 }, (_, nth) => event(String(nth), { subject: nth % 3 === 0 ? subject : other, time: `2021-03-01T12:00:${String(nth).padStart(2, '0')}Z` })));
    const moments = results.toSorted((a, b) => Number(a['position']) - Number(b['position'])).map(({ recordedAt }) => String(recordedAt));
    expect(moments).toEqual(moments.toSorted());
  });

  it('does not take what is yet to come: everything after it would have to be recorded later still', async () => {
    const { body: { importId } } = await begin();
    const reply = await bring(importId, [event('1', { time: '2199-01-01T00:00:00Z' }), event('2', { time: '2021-03-01T12:00:00Z' })]);
    expect(resultsOf(reply)).toMatchObject([{ result: 'refused', problem: { status: 400, errors: [{ pointer: '/time' }] } }, { result: 'recorded' }]);
    await end(importId);
    expect(String((await system.event(event('3'))).body['recordedAt']) < '2199').toBe(true);
  });

  it('begins in an empty ledger only, and once', async () => {
    await importInto(ledger, [event('1', { time: '2021-03-01T12:00:00Z' })]);
    expect(await begin()).toMatchObject({ status: 409, code: 'not-empty', body: { title: 'Het boek is niet leeg' } });
  });

  it('that begins ten times at once begins once', async () => {
    const replies = await Promise.all(Array.from({ length: 10 }, begin));
    expect(replies.map(({ status, code }) => code ?? status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 'import-running')]);
  });

  it('is alone: others are told to wait, and find the ledger open when it ends', async () => {
    const { body: { importId } } = await begin();
    expect(await system.event(event('1'))).toMatchObject({ status: 409, code: 'import-running' });
    expect(await system.ndjson(JSON.stringify(event('1')))).toMatchObject({ status: 409, code: 'import-running' });
    expect(await bring('another', [event('1')])).toMatchObject({ status: 404, code: 'not-found' });
    expect((await (await ledger.as('auditor')).get('/v1/in-beeld')).status).toBe(200);
    expect(await end('another')).toMatchObject({ status: 404 });
    expect(await end(importId)).toMatchObject({ status: 204 });
    expect(await end(importId)).toMatchObject({ status: 404 });
    expect(await bring(importId, [event('1')])).toMatchObject({ status: 404, code: 'not-found' });
    expect(await system.event(event('1'))).toMatchObject({ status: 201 });
  });

  it('that begins while others write either waits for them or keeps them out', async () => {
    const writes = Array.from({ length: 30 }, (_, nth) => system.event(event(String(nth))));
    const starting = await begin();
    const codes = (await Promise.all(writes)).map(({ status, code }) => code ?? status);
    if (starting.status === 201) expect(new Set(codes)).toEqual(new Set(['import-running']));
    else expect([starting.code, codes.includes(201)]).toEqual(['not-empty', true]);
  });

  it('is for the loader on the machine itself, and no right of a system that knows its number', async () => {
    for (const role of ['system', 'guide', 'auditor', 'coordinator', 'privacy-officer']) expect(await (await ledger.as(role)).send('POST', '/v1/imports')).toMatchObject({ status: 403, code: 'scope-missing' });
    const { body: { importId } } = await begin();
    const headers = { 'content-type': 'application/cloudevents+json', 'trajectboek-import': String(importId) };
    expect(await system.send('POST', '/v1/events', { body: JSON.stringify(event('1', { time: '2021-03-01T12:00:00Z' })), headers })).toMatchObject({ status: 403, code: 'scope-missing' });
    expect(ledger.recorded()).toBe(0);
  });
});
