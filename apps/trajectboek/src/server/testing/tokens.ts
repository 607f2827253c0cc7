import { importJWK, SignJWT, type CryptoKey, type JWK } from 'jose';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ISSUER_FILE } from '../../identity/development-issuer.js';
import { SCHOOL, type Running } from './running.js';

export interface TokenParts {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  /** Without it the key of the ledger's own issuer. */
  readonly key?: CryptoKey | Uint8Array;
}

const USUAL = { iss: 'https://trajectboek.example/development', aud: 'trajectboek', sub: 'person:test', org: SCHOOL, role: 'auditor' };

/** A token that is right but for what is given; a claim that is undefined is left out. */
export async function tokenWith(ledger: Running, { claims = {}, header = {}, key }: TokenParts): Promise<string> {
  const own = JSON.parse(readFileSync(path.join(ledger.dataFolder, ISSUER_FILE), 'utf8')) as JWK;
  const now = Math.floor(Date.now() / 1000);
  const all = Object.entries({ ...USUAL, iat: now, exp: now + 60, ...claims }).filter(([, value]) => value !== undefined);
  return new SignJWT(Object.fromEntries(all)).setProtectedHeader({ alg: 'EdDSA', kid: own.kid ?? '', ...header }).sign(key ?? await importJWK(own, 'EdDSA') as CryptoKey);
}

/** A token put together by hand, for forms that a library refuses to make. */
export function rawToken(header: object, claims: object, signature: string): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  return `${part(header)}.${part({ ...USUAL, iat: now, exp: now + 60, ...claims })}.${signature}`;
}
