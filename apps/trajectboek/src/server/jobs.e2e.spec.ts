import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller, Reply } from './testing/caller.js';
import { populate } from './testing/population.js';
import { MUNICIPALITY, Running, SCHOOL } from './testing/running.js';

const ASYNC = { prefer: 'respond-async' };
/** Later than anything was recorded: a question that only the ledger itself can answer. */
const LATER = 'knownAt=2100-01-01';

let ledger: Running;
let auditor: Caller;
beforeAll(async () => {
  ledger = await Running.start();
  await populate(ledger);
  auditor = await ledger.as('auditor');
});
afterAll(() => ledger[Symbol.asyncDispose]());

async function finished(reader: Caller, address: string): Promise<Reply> {
  for (let tries = 0; ; tries += 1) {
    const reply = await reader.get(address);
    if (!['queued', 'running'].includes(String(reply.body['state'])) || tries > 500) return reply;
    await sleep(10);
  }
}

const without = (body: Reply['body'], ...names: readonly string[]): object => Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));

describe('a question that takes long', () => {
  it.each([
    `/v1/in-beeld?asOf=2024-04-01&${LATER}`, '/v1/in-beeld?asOf=2024-04-01&ageFrom=18', `/v1/in-beeld/counts?asOf=2024-04-01&${LATER}`,
    `/v1/in-beeld/counts?asOf=2024-04-01&from=2023-12&to=2024-03&${LATER}`, `/v1/worklists/open-handovers?asOf=2024-02-10&${LATER}`, '/v1/metrics/C1?asOf=2024-04-01',
  ])('becomes a job with the same answer: %s', async (address) => {
    const direct = await auditor.get(address);
    const asked = await auditor.get(address, ASYNC);
    expect([asked.status, asked.headers.get('preference-applied')]).toEqual([202, 'respond-async']);
    const location = asked.headers.get('location') ?? '';
    expect(location).toBe(`/v1/jobs/${String(asked.body['jobId'])}`);
    const done = await finished(auditor, location);
    expect(done.body).toMatchObject({ state: 'done', stateLabel: 'klaar', links: { self: location, result: `${location}/result` } });
    const { done: youths, total } = done.body['progress'] as { readonly done: number; readonly total: number };
    expect([youths, total % 30]).toEqual([total, 0]);
    const result = await auditor.get(`${location}/result`);
    expect(result.status).toBe(200);
    expect(result.headers.get('content-type')).toContain('application/json');
    expect(without(result.body, 'knownAt')).toEqual(without(direct.body, 'knownAt'));
  });

  it('is answered at once when it is stored, refused at once when it is wrong, and answered within the time that one waits', async () => {
    expect((await auditor.get('/v1/in-beeld', ASYNC)).status).toBe(200);
    expect(await auditor.get('/v1/in-beeld?asOf=x', ASYNC)).toMatchObject({ status: 400, code: 'invalid-query' });
    expect(await auditor.get('/v1/worklists/nothing', ASYNC)).toMatchObject({ status: 404, code: 'not-supported' });
    expect((await auditor.get(`/v1/in-beeld?${LATER}`, { prefer: 'respond-async, wait=10' })).status).toBe(200);
  });

  it('is there for who asked, and for nobody else', async () => {
    const school = await ledger.as('guide', SCHOOL);
    const { headers } = await school.get(`/v1/in-beeld?${LATER}`, ASYNC);
    const location = headers.get('location') ?? '';
    await finished(school, location);
    const others = [auditor, await ledger.as('guide', MUNICIPALITY), await ledger.as('coordinator', SCHOOL), await ledger.as('guide', SCHOOL, 'aftercare@1')];
    for (const other of others) for (const address of [location, `${location}/result`]) expect(await other.get(address)).toMatchObject({ status: 404, code: 'not-found' });
    for (const other of others) expect((await other.send('DELETE', location)).status).toBe(404);
    expect((await school.get(`${location}/result`)).status).toBe(200);
  });

  it('is about the youths of the organisation only', async () => {
    const municipality = await ledger.as('guide', MUNICIPALITY);
    const { headers } = await municipality.get(`/v1/in-beeld?asOf=2024-04-01&${LATER}`, ASYNC);
    const location = headers.get('location') ?? '';
    await finished(municipality, location);
    expect((await municipality.get(`${location}/result`)).body['count']).toBe(3);
  });

  it('can be withdrawn, and is then forgotten', async () => {
    const { headers } = await auditor.get(`/v1/in-beeld?${LATER}`, ASYNC);
    const location = headers.get('location') ?? '';
    await finished(auditor, location);
    expect((await auditor.send('DELETE', location)).status).toBe(204);
    expect((await auditor.get(location)).status).toBe(404);
    expect((await auditor.send('DELETE', location)).status).toBe(404);
  });

  it('is in the access log as the read that it is: when it is asked, and when the answer is given', async () => {
    const before = ledger.audit().length;
    const { headers } = await auditor.get('/v1/metrics/C1?asOf=2024-04-01', ASYNC);
    const location = headers.get('location') ?? '';
    const shown = await finished(auditor, location);
    await auditor.get(`${location}/result`);
    const lines = ledger.audit().slice(before);
    expect(shown.body['state']).toBe('done');
    for (const line of [lines.at(0), lines.at(-1)]) expect(line).toMatchObject({ action: 'metrics:read', decision: 'allowed', purpose: 'audit@1', role: 'auditor' });
  });

  it('for policy gives published figures only', async () => {
    const policy = await ledger.as('coordinator', SCHOOL, 'policy-information@1');
    expect(await policy.get(`/v1/in-beeld?${LATER}`, ASYNC)).toMatchObject({ status: 403, code: 'purpose-missing' });
    const { headers, status } = await policy.get(`/v1/in-beeld/counts?published=true&${LATER}`, ASYNC);
    expect(status).toBe(202);
    const location = headers.get('location') ?? '';
    await finished(policy, location);
    expect((await policy.get(`${location}/result`)).body).toMatchObject({ cells: expect.any(Array) });
  });
});
