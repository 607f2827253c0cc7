import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findRole, isScope, ROLES } from '@trajectboek/access';
import { generateKeyPair, type CryptoKey } from 'jose';
import { Caller } from './testing/caller.js';
import { addressOf, allRoutes, type Route } from './testing/routes.js';
import { MUNICIPALITY, Running, SCHOOL } from './testing/running.js';
import { rawToken, tokenWith } from './testing/tokens.js';

let ledger: Running;
beforeAll(async () => {
  ledger = await Running.start();
});
afterAll(() => ledger[Symbol.asyncDispose]());

const ROUTES = allRoutes();
const GUARDED = ROUTES.filter(({ access }) => access && 'scope' in access);
const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
const now = (): number => Math.floor(Date.now() / 1000);

/** Asks and does not wait for the end: an answer may be a stream without one. */
async function statusOf(token: string | null, { method, path }: { readonly method: string; readonly path: string }): Promise<string> {
  const leaving = new AbortController();
  const caller = new Caller(ledger.url, token);
  const response = await fetch(ledger.url + path, { method, headers: { ...caller.authorization, ...(method !== 'GET' && { 'content-type': 'application/json' }) }, signal: leaving.signal, ...(method !== 'GET' && method !== 'DELETE' && { body: '{}' }) });
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') === true;
  const code = isProblem ? (await response.json() as { readonly type: string }).type.split('/').at(-1) : '';
  leaving.abort();
  return `${response.status} ${code ?? ''}`.trim();
}

describe('every route', () => {
  it('says who may use it, with a scope that exists and a sentence of what it does', () => {
    expect(ROUTES.length).toBeGreaterThan(15);
    for (const { method, path, access } of ROUTES) {
      expect(`${method} ${path} ${access ? 'declared' : 'undeclared'}`).toBe(`${method} ${path} declared`);
      expect(access?.summary).toMatch(/^[A-Z].{5,}/);
      if (access && 'scope' in access) expect([path, isScope(access.scope)]).toEqual([path, true]);
    }
  });

  it('that is open gives nothing about anybody', () => {
    const open = ROUTES.filter(({ access }) => access && 'open' in access).map(({ path }) => path);
    expect(open.sort()).toEqual(['/health/live', '/health/ready', '/metrics', '/v1/catalogue', '/v1/catalogue/:code', '/v1/event-types', '/v1/event-types/:type']);
  });

  it.each(GUARDED.map((route) => [nameOf(route), route] as const))('%s asks who is there, and refuses every role without its scope', async (_, route) => {
    const asked = { method: route.method, path: addressOf(route) };
    expect(await statusOf(null, asked)).toBe('401 not-authenticated');
    const scope = route.access && 'scope' in route.access ? route.access.scope : '';
    for (const role of Object.keys(ROLES)) {
      const mayUse = (findRole(role)?.scopes as readonly string[]).includes(scope);
      const status = await statusOf(await ledger.token({ role, org: SCHOOL, sub: 'person:x' }), asked);
      expect([role, status === '403 scope-missing']).toEqual([role, !mayUse]);
    }
    for (const role of ['', 'admin', 'Auditor', 'constructor', '__proto__']) expect(await statusOf(await ledger.token({ role, org: SCHOOL, sub: 'person:x' }), asked)).toBe('403 scope-missing');
  });

  it.each(GUARDED.map((route) => [nameOf(route), route] as const))('%s refuses a purpose that does not belong to the role', async (_, route) => {
    const scope = route.access && 'scope' in route.access ? route.access.scope : '';
    const roles = Object.keys(ROLES).filter((role) => (findRole(role)?.scopes as readonly string[]).includes(scope));
    for (const role of roles) {
      for (const purpose of ['curiosity', 'keep-in-view@9', role === 'auditor' ? 'guidance' : 'audit@2', '']) {
        const status = await statusOf(await ledger.token({ role, org: SCHOOL, sub: 'person:x', purpose }), { method: route.method, path: addressOf(route) });
        expect([role, purpose, status]).toEqual([role, purpose, '403 purpose-missing']);
      }
    }
  });
});

describe('a token', () => {
  const asked = { method: 'GET', path: '/v1/in-beeld' };

  it('of the ledger\'s own issuer is taken, whatever the capitals of its scheme', async () => {
    const token = await tokenWith(ledger, {});
    expect(await statusOf(token, asked)).toBe('200');
    for (const authorization of [`bearer ${token}`, `BEARER  ${token}`]) expect((await ledger.nobody().get('/v1/in-beeld', { authorization })).status).toBe(200);
  });

  it.each<[string, () => Promise<string>]>([
    ['of another issuer', () => tokenWith(ledger, { claims: { iss: 'https://elsewhere.example' } })],
    ['for another service', () => tokenWith(ledger, { claims: { aud: 'another' } })],
    ['that has expired', () => tokenWith(ledger, { claims: { exp: now() - 60 } })],
    ['that does not expire', () => tokenWith(ledger, { claims: { exp: undefined } })],
    ['that is not valid yet', () => tokenWith(ledger, { claims: { nbf: now() + 600 } })],
    ['without a subject', () => tokenWith(ledger, { claims: { sub: undefined } })],
    ['without an organisation', () => tokenWith(ledger, { claims: { org: undefined } })],
    ['without a role', () => tokenWith(ledger, { claims: { role: undefined } })],
    ['with a list of roles', () => tokenWith(ledger, { claims: { role: ['auditor'] } })],
    ['of an organisation that is no OIN', () => tokenWith(ledger, { claims: { org: 'urn:nld:oin:1' } })],
    ['signed by somebody else', async () => tokenWith(ledger, { key: (await generateKeyPair('EdDSA', { crv: 'Ed25519' })).privateKey as CryptoKey })],
    ['signed with a shared secret', () => tokenWith(ledger, { header: { alg: 'HS256' }, key: new Uint8Array(32) })],
    ['of another algorithm', async () => tokenWith(ledger, { header: { alg: 'ES256' }, key: (await generateKeyPair('ES256')).privateKey as CryptoKey })],
    ['of an unknown key', () => tokenWith(ledger, { header: { kid: 'another' } })],
    ['with a critical header that we do not know', async () => (await tokenWith(ledger, {})).replace(/^[^.]+/, Buffer.from(JSON.stringify({ alg: 'EdDSA', crit: ['x'], x: 1 })).toString('base64url'))],
    ['without a signature', async () => rawToken({ alg: 'none' }, {}, '')],
    ['that says none in capitals', async () => rawToken({ alg: 'NONE' }, {}, '')],
    ['with a signature of zeros', async () => rawToken({ alg: 'EdDSA' }, {}, Buffer.alloc(64).toString('base64url'))],
    ['whose role was changed afterwards', async () => (await tokenWith(ledger, { claims: { role: 'guide' } })).replace(/\.[^.]+\./, `.${rawToken({}, {}, '').split('.')[1] ?? ''}.`)],
    ['that is no token', async () => 'a.b.c'], ['that is empty', async () => ''], ['with more in it', async () => `${await tokenWith(ledger, {})} x`],
  ])('%s is refused', async (_, make) => {
    const before = ledger.audit().length;
    const reply = await new Caller(ledger.url, await make()).get(asked.path);
    expect(reply).toMatchObject({ status: 401, code: 'not-authenticated', body: { title: 'U bent niet aangemeld' } });
    expect(reply.headers.get('www-authenticate')).toBe('Bearer');
    expect(ledger.audit().length).toBe(before);
  });

  it('that was taken before is refused as soon as it expires', async () => {
    const token = await tokenWith(ledger, { claims: { exp: now() - 3 } });
    // Five seconds of clock difference are forgiven.
    expect(await statusOf(token, asked)).toBe('200');
    await new Promise((resolve) => { setTimeout(resolve, 3_500); });
    expect(await statusOf(token, asked)).toBe('401 not-authenticated');
  });

  it.each(['Basic YTpi', 'Bearer', 'Bearer ', 'Token x', 'Bearer a\tb'])('in the header %s is refused', async (authorization) => {
    expect(await ledger.nobody().get(asked.path, { authorization })).toMatchObject({ status: 401 });
  });
});

describe('a purpose for policy', () => {
  it('gives published figures only, and no youth', async () => {
    const policy = await ledger.as('coordinator', MUNICIPALITY, 'policy-information@1');
    for (const address of ['/v1/in-beeld', '/v1/worklists/out-of-view', '/v1/metrics/C1', '/v1/metrics/C1/youths', '/v1/in-beeld/counts', '/v1/in-beeld/counts?published=false', '/v1/trajectories/00000000-0000-4000-8000-00000000dead', '/v1/stream']) {
      expect(await policy.get(address)).toMatchObject({ status: 403, code: 'purpose-missing' });
    }
    expect((await policy.get('/v1/in-beeld/counts?published=true')).status).toBe(200);
    expect((await policy.get('/v1/worklists')).status).toBe(200);
    expect((await policy.get('/v1/metrics')).status).toBe(200);
  });
});
