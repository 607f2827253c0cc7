import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ISSUER_FILE, openDevelopmentIssuer } from './development-issuer.js';

const CLAIMS = { org: 'urn:nld:oin:00000099000000000001', role: 'guide', sub: 'person:development-guide' };

let folder = '';
beforeEach(async () => { folder = await mkdtemp(path.join(tmpdir(), 'trajectboek-issuer-')); });
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('the development issuer', () => {
  it('signs tokens that its public key checks, valid for twelve hours', async () => {
    const { issuer, audience, jwks, sign } = await openDevelopmentIssuer(folder);
    const { payload } = await jwtVerify(await sign({ ...CLAIMS, purpose: 'guidance@1' }), createLocalJWKSet(jwks), { issuer, audience });
    expect(payload).toMatchObject({ ...CLAIMS, purpose: 'guidance@1' });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(12 * 3600);
  });

  it('keeps its private key in one file that only its owner reads, and never publishes it', async () => {
    const { jwks } = await openDevelopmentIssuer(folder);
    expect(await readdir(folder)).toEqual([ISSUER_FILE]);
    expect((await stat(path.join(folder, ISSUER_FILE))).mode & 0o777).toBe(0o600);
    expect(jwks.keys[0]).not.toHaveProperty('d');
  });

  it('has one key, also when several processes are the first at once', async () => {
    const issuers = await Promise.all(Array.from({ length: 8 }, () => openDevelopmentIssuer(folder)));
    expect(new Set(issuers.map(({ jwks }) => jwks.keys[0]?.kid)).size).toBe(1);
    expect(await readdir(folder)).toEqual([ISSUER_FILE]);
  });

  it('says in one line that its key file is broken', async () => {
    await writeFile(path.join(folder, ISSUER_FILE), '{');
    await expect(openDevelopmentIssuer(folder)).rejects.toThrow('niet leesbaar');
  });

  it('does not exist in production', async () => {
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    try {
      await expect(openDevelopmentIssuer(folder)).rejects.toThrow('staan uit in productie');
    } finally {
      process.env['NODE_ENV'] = before;
    }
  });
});
