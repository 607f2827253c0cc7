import { exportJWK, generateKeyPair, importJWK, SignJWT, type CryptoKey, type JSONWebKeySet, type JWK } from 'jose';
import { randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { systemCodeOf } from '../cli/system-error.js';
import { UserError } from '../cli/user-error.js';
import { makeFolder } from '../server/data-folder.js';

/** Name of the key file in the data folder. */
export const ISSUER_FILE = 'development-issuer.json';
const ALGORITHM = 'EdDSA';
const ISSUER = 'https://trajectboek.example/development';
const AUDIENCE = 'trajectboek';
const VALID = '12h';

/** What a development token says about who carries it. */
export interface DevelopmentClaims {
  /** URN of the organisation. */
  readonly org: string;
  readonly role: string;
  /** Pseudonym: `system:…` or `person:…`. */
  readonly sub: string;
  /** Processing activity with version; left out it is the role's own. */
  readonly purpose?: string;
}

export interface DevelopmentIssuer {
  readonly issuer: string;
  readonly audience: string;
  /** The public key, for who checks tokens. */
  readonly jwks: JSONWebKeySet;
  sign(claims: DevelopmentClaims): Promise<string>;
}

/**
 * Opens the issuer of development tokens, whose private key lies in the data folder, readable by its owner only. Who can
 * read that folder can read the ledger as well, so a token from here gives nothing away on a machine of one's own.
 * @throws UserError in production, and when the key file is not readable
 */
export async function openDevelopmentIssuer(dataFolder: string): Promise<DevelopmentIssuer> {
  if (process.env['NODE_ENV'] === 'production') {
    throw new UserError('De ontwikkeltokens staan uit in productie: stel een eigen OAuth-issuer in.');
  }
  const file = path.join(dataFolder, ISSUER_FILE);
  const jwk = await findKey(file) ?? await createKey(file);
  const key = await importJWK(jwk, ALGORITHM) as CryptoKey;
  const { d: _private, ...publicKey } = jwk;
  return {
    issuer: ISSUER, audience: AUDIENCE,
    jwks: { keys: [publicKey] },
    sign: (claims) => new SignJWT({ ...claims })
      .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT', ...(jwk.kid !== undefined && { kid: jwk.kid }) })
      .setIssuer(ISSUER).setAudience(AUDIENCE).setIssuedAt().setJti(randomUUID()).setExpirationTime(VALID)
      .sign(key),
  };
}

async function findKey(file: string): Promise<JWK | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as JWK;
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return undefined;
    throw new UserError(`De sleutel voor ontwikkeltokens is niet leesbaar: ${file}.`, { cause: error });
  }
}

/** The server and a command may both be first: the key of whoever links its file first is the one. */
async function createKey(file: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true });
  const jwk: JWK = { ...await exportJWK(privateKey), kid: randomUUID(), alg: ALGORITHM, use: 'sig' };
  const draft = `${file}.${jwk.kid}`;
  try {
    makeFolder(path.resolve(path.dirname(file)));
    await writeFile(draft, `${JSON.stringify(jwk)}\n`, { mode: 0o600, flag: 'wx' });
    await link(draft, file).catch((error: unknown) => { if (systemCodeOf(error) !== 'EEXIST') throw error; });
  } catch (error) {
    throw new UserError(`In ${path.dirname(file)} kan niet worden geschreven.`, { cause: error });
  } finally {
    await rm(draft, { force: true });
  }
  return await findKey(file) ?? jwk;
}
