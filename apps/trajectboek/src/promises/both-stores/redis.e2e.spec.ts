import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freePorts, ifInstalled, LocalRedis, onRedis } from '@trajectboek/view-store-redis/testing';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sent } from '../../server/testing/facts.js';
import { Spawned, type Ended } from '../testing/spawned-server.js';
import { Product } from './testing/product.js';

const SECRET = 'Zeer-Geheim-1';
const MARKER = 'ProefwoordDatNergensMagStaan';
const STORY = fileURLToPath(new URL('../../../demo/khalil.yaml', import.meta.url));
const LONG = 60_000;

let port = 0;
let server: LocalRedis;
const stopped: (() => Promise<unknown>)[] = [];

/** A server that asks for a password and keeps what it has when it is killed. */
beforeEach(ifInstalled(async () => {
  [port = 0] = await freePorts(1);
  server = await LocalRedis.start('--port', `${port}`, '--bind', '127.0.0.1', '--requirepass', SECRET, '--appendonly', 'yes', '--appendfsync', 'always');
  stopped.push(() => server.stop());
}));
afterEach(async () => {
  for (const stop of stopped.splice(0).toReversed()) await stop();
});

const there = (): NodeJS.ProcessEnv => ({ TRAJECTBOEK_REDIS: `redis://:${SECRET}@127.0.0.1:${port}` });

async function started(environment: NodeJS.ProcessEnv): Promise<Product> {
  const product = await Product.start(environment);
  stopped.push(() => product[Symbol.asyncDispose]());
  return product;
}

async function endOf(environment: NodeJS.ProcessEnv): Promise<Ended> {
  const folder = mkdtempSync(path.join(tmpdir(), 'trajectboek-both-'));
  try {
    return await new Spawned(['start', '--empty', '--port', '0', '--data', folder], environment).ended;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function record(product: Product, { nth, id = '1' }: { readonly nth: number; readonly id?: string }): Promise<{ readonly subject: string; readonly position: number }> {
  const subject = await product.open(nth);
  const data = { occurredAt: '2024-03-01', purpose: 'guidance', situation: 'school', supportNeeded: false };
  const { status, body } = await (await product.as('system')).event(sent({ subject, id: `${MARKER}-${id}`, data }));
  expect(status).toBe(201);
  return { subject, position: Number(body['position']) };
}

async function inBeeld(product: Product, position: number): Promise<readonly unknown[]> {
  const { body } = await (await product.as('auditor')).get(`/v1/in-beeld?asOf=2024-04-01&minPosition=${position}`);
  return (body['items'] as readonly { readonly trajectoryId: string }[]).map(({ trajectoryId }) => trajectoryId);
}

async function everythingIn(redis: LocalRedis): Promise<string> {
  const client = redis.client();
  const keys = await client.keys('*');
  const values = await Promise.all(keys.map(async (key) => JSON.stringify(await client.dump(key).catch(() => '')) + JSON.stringify(await client.hgetall(key).catch(() => ''))));
  client.disconnect();
  return keys.join('\n') + values.join('\n');
}

describe('a product with its views in Redis', () => {
  onRedis('answers from there, keeps no file of views, and leaves nothing readable of what senders wrote', async () => {
    const product = await started(there());
    const { subject, position } = await record(product, { nth: 1 });
    expect(await inBeeld(product, position)).toEqual([subject]);
    expect(existsSync(path.join(product.folder, 'views.db'))).toBe(false);
    const stored = await everythingIn(server);
    expect(stored).toMatch(/^trajectboek:[0-9a-f]{16}:\{situations:1\}/m);
    expect(stored).toContain(subject);
    expect(stored).not.toContain(MARKER);
  }, LONG);

  onRedis('shares a server with another one, and neither sees the youths of the other', async () => {
    const [one, other] = [await started(there()), await started(there())];
    const mine = await record(one, { nth: 1 });
    const theirs = await record(other, { nth: 2 });
    expect([await inBeeld(one, mine.position), await inBeeld(other, theirs.position)]).toEqual([[mine.subject], [theirs.subject]]);
  }, LONG);

  onRedis('is verified and rebuilt there, and finds its views again after a start', async () => {
    const product = await started(there());
    const { subject, position } = await record(product, { nth: 1 });
    expect(await inBeeld(product, position)).toEqual([subject]);
    expect(await product.command('rebuild')).toMatchObject({ code: 0, stderr: '' });
    expect((await product.command('verify')).stdout).toContain('alles klopt');
    expect(await product.signal('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
    await product.restart();
    expect(await inBeeld(product, position)).toEqual([subject]);
  }, LONG);

  onRedis('checks a story in a ledger of its own, and leaves nothing of it there', async () => {
    const ended = await new Spawned(['check', '--own', STORY], there()).ended;
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toMatch(/^\d+ passed, 0 failed$/m);
    const client = server.client();
    expect(await client.dbsize()).toBe(0);
    client.disconnect();
  }, LONG);

  onRedis('says that it is not ready while Redis is away, records all the same, and goes on when it is back', async () => {
    const product = await started(there());
    const first = await record(product, { nth: 1 });
    expect(await inBeeld(product, first.position)).toEqual([first.subject]);
    await server.kill();
    expect(await product.until('not ready')).toMatchObject({ status: 503, code: 'unavailable' });
    expect(await (await product.as('auditor')).get('/v1/in-beeld')).toMatchObject({ status: 503, code: 'unavailable' });
    expect(await (await product.as('auditor')).get('/metrics')).toMatchObject({ status: 200 });
    const second = await record(product, { nth: 2, id: '2' });
    await server.restart();
    expect(await product.until('ready')).toMatchObject({ status: 200 });
    expect(await inBeeld(product, second.position)).toEqual(expect.arrayContaining([first.subject, second.subject]));
    const { code, stderr } = await product.signal('SIGTERM');
    expect(code).toBe(0);
    expect(stderr).toContain(`Redis op 127.0.0.1:${port} is weggevallen`);
    expect(stderr).toContain('is er weer');
    expect(stderr).not.toContain(SECRET);
  }, LONG);
});

describe('a Redis that cannot be used', () => {
  it.each<[string, () => NodeJS.ProcessEnv, string]>([
    ['is not there', () => ({ TRAJECTBOEK_REDIS: `redis://:${SECRET}@127.0.0.1:1` }), 'Redis op 127.0.0.1:1 is niet te bereiken: daar luistert niets.'],
    ['is not there, of Sentinels', () => ({ TRAJECTBOEK_REDIS: `redis+sentinel://:${SECRET}@127.0.0.1:1,127.0.0.1:2/main` }), 'Redis op 127.0.0.1:1, 127.0.0.1:2 is niet te bereiken: '],
    ['is not there, of a cluster', () => ({ TRAJECTBOEK_REDIS: `redis+cluster://:${SECRET}@127.0.0.1:1` }), 'Redis op 127.0.0.1:1 is niet te bereiken: '],
    ['has no address', () => ({ TRAJECTBOEK_REDIS: `redis://:${SECRET}@` }), 'TRAJECTBOEK_REDIS is geen adres van een Redis.'],
    ['has a prefix that breaks keys', () => ({ TRAJECTBOEK_REDIS: 'redis://127.0.0.1:1', TRAJECTBOEK_REDIS_PREFIX: 'a{b}' }), 'TRAJECTBOEK_REDIS_PREFIX mag alleen'],
  ])('%s: one line says so', async (_, environment, text) => {
    const { code, stderr } = await endOf(environment());
    expect(code).toBe(1);
    expect(stderr.startsWith(text)).toBe(true);
    expect(stderr.trimEnd()).not.toContain('\n');
    expect(stderr).not.toContain(SECRET);
  }, LONG);

  onRedis('throws rows away when it is full: a line at the start warns', async () => {
    const client = server.client();
    await client.config('SET', 'maxmemory', '200mb');
    await client.config('SET', 'maxmemory-policy', 'allkeys-lru');
    client.disconnect();
    const product = await started(there());
    expect((await product.signal('SIGTERM')).stderr).toContain('LET OP Redis op');
  }, LONG);

  onRedis('wants another password: one line says so, without it', async () => {
    for (const password of ['', ':verkeerd-woord@']) {
      const { code, stderr } = await endOf({ TRAJECTBOEK_REDIS: `redis://${password}127.0.0.1:${port}`, TRAJECTBOEK_DEBUG: '1' });
      expect(code).toBe(1);
      expect(stderr).toMatch(/^Redis op \S+ is niet te bereiken: (er is een wachtwoord nodig|naam of wachtwoord klopt niet)\./);
      expect(stderr).not.toContain('verkeerd-woord');
    }
  }, LONG);
});
