import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UserError } from '../cli/user-error.js';
import { startServer } from './start-server.js';
import { sent } from './testing/facts.js';
import { Running } from './testing/running.js';

async function failureOf(dataFolder: string, { port = 0, host = '127.0.0.1' } = {}): Promise<unknown> {
  try {
    await (await startServer({ port, host, dataFolder, empty: true })).stop();
    return 'it started';
  } catch (error) {
    return error;
  }
}

/** What the command line shows: one line, without a stack. */
function lineOf(error: unknown): string {
  return error instanceof UserError ? error.userMessage : `not for a person: ${String(error)}`;
}

describe('starting', () => {
  it('on a busy port fails, leaves nothing running and leaves the data as they were', async () => {
    await using ledger = await Running.start();
    const other = mkdtempSync(path.join(tmpdir(), 'trajectboek-'));
    const port = Number(new URL(ledger.url).port);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect(await failureOf(other, { port })).toMatchObject({ code: 'EADDRINUSE', port });
    }
    await using again = await Running.start(other);
    expect((await (await again.as('auditor')).get('/v1/in-beeld')).status).toBe(200);
  });

  it('in a folder that is a file says so in one line', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'trajectboek-'));
    const file = path.join(folder, 'data');
    writeFileSync(file, 'a letter');
    expect(lineOf(await failureOf(file))).toContain('kan niet worden geschreven');
    expect(lineOf(await failureOf(path.join(file, 'deeper')))).toContain('kan niet worden geschreven');
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['ledger.db', 'a letter'.repeat(1_000), 'grootboekbestand'],
    ['keys.db', 'a letter'.repeat(1_000), 'keys.db is niet te openen of beschadigd'],
    ['views.db', 'a letter'.repeat(1_000), 'views.db is niet te openen of beschadigd. Verwijder het'],
    ['settings.db', 'a letter'.repeat(1_000), 'settings.db is niet te openen of beschadigd'],
    ['root.key', 'a letter', 'root.key'],
    ['checkpoint.key', 'a letter', 'checkpoint.key'],
    ['development-issuer.json', '{', 'development-issuer.json'],
  ])('with a broken %s says in one line what to do', async (file, content, text) => {
    const ledger = await Running.start();
    const subject = await ledger.open();
    await (await ledger.as('system')).event(sent({ subject, id: '1' }));
    await ledger.stop();
    for (const name of readdirSync(ledger.dataFolder).filter((one) => one.startsWith(`${file}-`))) rmSync(path.join(ledger.dataFolder, name));
    writeFileSync(path.join(ledger.dataFolder, file), content);
    const line = lineOf(await failureOf(ledger.dataFolder));
    expect(line).toContain(text);
    expect(line).not.toContain('\n');
    rmSync(ledger.dataFolder, { recursive: true });
  });

  it('with the root key of another ledger says in one line that the keys do not fit', async () => {
    const ledger = await Running.start();
    const subject = await ledger.open();
    await (await ledger.as('system')).event(sent({ subject, id: '1' }));
    await ledger.stop();
    writeFileSync(path.join(ledger.dataFolder, 'root.key'), `${Buffer.alloc(32).toString('base64')}\n`);
    expect(lineOf(await failureOf(ledger.dataFolder))).toContain('root.key');
    rmSync(ledger.dataFolder, { recursive: true });
  });

  it('without the keys of a ledger that is there says so, and makes no new ones', async () => {
    const ledger = await Running.start();
    await ledger.stop();
    rmSync(path.join(ledger.dataFolder, 'keys.db'));
    expect(lineOf(await failureOf(ledger.dataFolder))).toContain('keys.db ontbreekt');
    expect(readdirSync(ledger.dataFolder)).not.toContain('keys.db');
    rmSync(ledger.dataFolder, { recursive: true });
  });

  it('is refused in production and on an address that others can reach', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'trajectboek-'));
    for (const host of ['0.0.0.0', '::', '192.168.1.2', 'example.org', '127.0.0.1.example.org', '']) {
      expect(lineOf(await failureOf(folder, { host }))).toContain('luistert alleen op deze machine zelf');
    }
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    try {
      expect(lineOf(await failureOf(folder))).toContain('NODE_ENV=production');
    } finally {
      process.env['NODE_ENV'] = before;
    }
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});

describe('a running server', () => {
  it('says that it lives and that it is ready, to everybody, and nothing about anybody', async () => {
    await using ledger = await Running.start();
    const anybody = ledger.nobody();
    expect(await anybody.get('/health/live')).toMatchObject({ status: 200, body: { status: 'live' } });
    expect((await ledger.ready()).body).toEqual({ status: 'ready' });
    const subject = await ledger.open();
    await (await ledger.as('system')).event(sent({ subject, id: '1' }));
    const { text } = await anybody.get('/metrics');
    expect(text).toContain('trajectboek_view_lag_events{view="situations"}');
    expect(text).not.toContain(subject);
  });

  it.each([
    ['/health/live', 200], ['/v1/event-types', 200], ['/v1/in-beeld', 401], ['/nowhere', 404], ['/v1/%zz', 404], [`/v1/${'a'.repeat(5_000)}`, 404], ['/v1/event-types/Unknown', 400],
  ])('answers %.30s with the version of the API and security headers', async (address, status) => {
    await using ledger = await Running.start();
    const { headers, status: answered } = await ledger.nobody().get(address);
    expect(answered).toBe(status);
    expect(headers.get('api-version')).toMatch(/^\d+\.\d+\.\d+$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('strict-transport-security')).toContain('max-age=');
    expect(headers.get('cache-control')).toMatch(/no-store|public, max-age=300/);
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it.each(['/v1/in-beeld/', '/v1/event-types/', '/v1/worklists/', '//v1/in-beeld', '/V1/in-beeld'])('does not know %s: an address has one spelling', async (address) => {
    await using ledger = await Running.start();
    const auditor = await ledger.as('auditor');
    expect(await auditor.get(address)).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('answers a method that a route does not have with a problem document', async () => {
    await using ledger = await Running.start();
    const auditor = await ledger.as('auditor');
    for (const method of ['DELETE', 'PUT', 'PATCH', 'OPTIONS']) {
      const { status, headers } = await auditor.send(method, '/v1/in-beeld');
      expect([status, headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
    }
  });

  it('stops and starts again with everything that it had acknowledged', async () => {
    await using ledger = await Running.start();
    const subject = await ledger.open();
    const { body } = await (await ledger.as('system')).event(sent({ subject, id: '1' }));
    await ledger.restart();
    const again = await (await ledger.as('system')).event(sent({ subject, id: '1' }));
    expect(again).toMatchObject({ status: 200, body: { ...body, result: 'duplicate' } });
    const started = performance.now();
    const { body: list } = await (await ledger.as('auditor')).get(`/v1/in-beeld?minPosition=${String(body['position'])}&asOf=2024-03-02`);
    expect(list).toMatchObject({ completeTo: { position: body['position'] }, items: [{ trajectoryId: subject }] });
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});
