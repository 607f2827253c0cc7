import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { TrajectoryId } from '@trajectboek/events';
import { ScopeErasedError, type DataKey, type Identity, type KeyScope } from '@trajectboek/privacy';
import { openRootSecretFile } from './file/root-secret-file.js';
import { UnwrapError } from './keys/wrapping.js';
import { openKeyVault, type KeyVault } from './open-key-vault.js';
import { TemporaryFolder } from './testkit/folder.js';

const SECRET = { bytes: new Uint8Array(32).fill(5) };
const SCHOOL = 'urn:nld:oin:00000001001234567000';
const GEMEENTE = 'urn:nld:oin:00000001009876543000';
const AMIRA: Identity = { bsn: '999900018', name: { given: 'Kanarievogel', family: 'Canarina' }, birthDate: '2007-03-12' };

let folder: TemporaryFolder;
let path: string;
let vault: KeyVault;

beforeEach(() => {
  folder = new TemporaryFolder();
  path = folder.file('keys.db');
  vault = openKeyVault(path, SECRET);
});

afterEach(() => {
  vault.close();
  folder.remove();
});

function scopeOf(youth: string, controller = SCHOOL): KeyScope {
  return { trajectoryId: youth as TrajectoryId, controller, dataClass: 'path', retention: 'standard' };
}

async function keyFor(youth: string, controller = SCHOOL, { keys } = vault): Promise<DataKey> {
  const [key] = await keys.keysFor([scopeOf(youth, controller)]);
  if (key === undefined) throw new Error('no key');
  return key;
}

/** Someone with another program and the file. */
function inFile(sql: string): unknown[] {
  const database = new DatabaseSync(path);
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}

function reopened(): KeyVault {
  vault.close();
  vault = openKeyVault(path, SECRET);
  return vault;
}

describe('The key file', () => {
  it('holds nothing that can be read: no key, no BSN, no name', async () => {
    const { key } = await keyFor('youth-1');
    await vault.identities.findOrOpen(SCHOOL, AMIRA, () => 'youth-1' as TrajectoryId);
    const bytes = folder.bytes();
    for (const canary of ['999900018', 'Kanarievogel', 'kanarievogel', 'Canarina', '2007-03-12', Buffer.from(key), Buffer.from(SECRET.bytes)]) expect(bytes.includes(canary)).toBe(false);
  });

  it('has blind indexes that two controllers cannot be joined on', async () => {
    await vault.identities.findOrOpen(SCHOOL, AMIRA, () => 'youth-1' as TrajectoryId);
    await vault.identities.findOrOpen(GEMEENTE, AMIRA, () => 'youth-2' as TrajectoryId);
    expect(inFile('SELECT 1 FROM blind_index one JOIN blind_index other ON one.digest = other.digest WHERE one.controller <> other.controller')).toEqual([]);
    expect(inFile('SELECT DISTINCT controller FROM blind_index')).toHaveLength(2);
  });

  it('does not open with another root secret', async () => {
    await keyFor('youth-1');
    vault.close();
    expect(() => openKeyVault(path, { bytes: new Uint8Array(32).fill(6) })).toThrow(UnwrapError);
    expect(() => openKeyVault(path, { bytes: new Uint8Array(16) })).toThrow(RangeError);
  });

  it('of a newer program is refused', () => {
    inFile('SELECT 1');
    vault.close();
    const database = new DatabaseSync(path);
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(() => openKeyVault(path, SECRET)).toThrow('newer version');
  });

  it('gives no key for a row that has the wrapped key of another', async () => {
    const [one, other] = [await keyFor('youth-1'), await keyFor('youth-2')];
    inFile(`UPDATE data_key SET wrapped = (SELECT wrapped FROM data_key WHERE key_id = '${other.keyId}') WHERE key_id = '${one.keyId}'`);
    const { keys } = reopened();
    expect(keys.find(one.keyId)).toEqual({ state: 'missing' });
    expect(keys.find(other.keyId)).toMatchObject({ state: 'present' });
    await expect(keys.keysFor([scopeOf('youth-1')])).rejects.toThrow(UnwrapError);
  });

  it('tells a tampered identity from a value', async () => {
    for (const youth of ['youth-1', 'youth-2']) await vault.identities.findOrOpen(youth === 'youth-1' ? SCHOOL : GEMEENTE, AMIRA, () => youth as TrajectoryId);
    inFile(`UPDATE person SET ciphertext = (SELECT ciphertext FROM person WHERE trajectory_id = 'youth-2'), iv = (SELECT iv FROM person WHERE trajectory_id = 'youth-2') WHERE trajectory_id = 'youth-1'`);
    expect(vault.identities.identityOf('youth-1' as TrajectoryId, SCHOOL)).toEqual({ state: 'tampered' });
    expect(vault.identities.identityOf('youth-2' as TrajectoryId, GEMEENTE)).toEqual({ state: 'value', identity: AMIRA });
  });
});

describe('Erasure', () => {
  it('leaves no wrapped key in the file or its log', async () => {
    const { keyId } = await keyFor('youth-1');
    await keyFor('youth-2');
    const [row] = inFile(`SELECT wrapped FROM data_key WHERE key_id = '${keyId}'`) as { wrapped: Uint8Array }[];
    const wrapped = Buffer.from(row?.wrapped ?? []);
    expect(wrapped).toHaveLength(60);
    expect(folder.bytes().includes(wrapped)).toBe(true);
    await vault.keys.erase('youth-1' as TrajectoryId, SCHOOL);
    expect(folder.bytes().includes(wrapped)).toBe(false);
  });

  it('takes the identity and its indexes along, and no one else', async () => {
    await vault.identities.findOrOpen(SCHOOL, AMIRA, () => 'youth-1' as TrajectoryId);
    await vault.identities.findOrOpen(GEMEENTE, AMIRA, () => 'youth-2' as TrajectoryId);
    await vault.keys.erase('youth-1' as TrajectoryId, SCHOOL);
    expect(vault.identities.identityOf('youth-1' as TrajectoryId, SCHOOL)).toEqual({ state: 'erased' });
    expect(vault.identities.identityOf('youth-2' as TrajectoryId, GEMEENTE)).toMatchObject({ state: 'value' });
    expect(inFile(`SELECT 1 FROM blind_index WHERE trajectory_id = 'youth-1'`)).toEqual([]);
    expect(await vault.identities.findOrOpen(SCHOOL, AMIRA, () => 'youth-3' as TrajectoryId)).toEqual({ trajectoryId: 'youth-3', created: true });
  });

  it('of another class leaves the identity', async () => {
    await vault.identities.findOrOpen(SCHOOL, AMIRA, () => 'youth-1' as TrajectoryId);
    await vault.keys.erase('youth-1' as TrajectoryId, SCHOOL, ['health']);
    expect(vault.identities.identityOf('youth-1' as TrajectoryId, SCHOOL)).toMatchObject({ state: 'value' });
  });

  it('does not let an erased person be opened under the same id', async () => {
    await vault.keys.erase('youth-1' as TrajectoryId, SCHOOL);
    await expect(vault.identities.findOrOpen(SCHOOL, AMIRA, () => 'youth-1' as TrajectoryId)).rejects.toThrow(ScopeErasedError);
    expect(inFile('SELECT 1 FROM person')).toEqual([]);
  });

  it('by another process is followed within a second', async () => {
    const [gone, kept] = [await keyFor('youth-1'), await keyFor('youth-2')];
    const other = openKeyVault(path, SECRET);
    expect(vault.keys.find(gone.keyId)).toMatchObject({ state: 'present' });
    await other.keys.erase('youth-1' as TrajectoryId, SCHOOL);
    other.close();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(vault.keys.find(gone.keyId)).toEqual({ state: 'erased' });
    expect(vault.keys.find(kept.keyId)).toMatchObject({ state: 'present' });
  });
});

describe('Rotation of the key of a controller', () => {
  it('wraps every key anew and changes none', async () => {
    const scopes = Array.from({ length: 1200 }, (_, at) => scopeOf(`youth-${at}`));
    const before = await vault.keys.keysFor(scopes);
    const other = await keyFor('youth-1', GEMEENTE);
    expect(await vault.keys.rotateKek(SCHOOL)).toEqual({ version: 2, rewrapped: 1200 });
    const { keys } = reopened();
    expect(before.every(({ keyId, key }) => isKey(keys.find(keyId), key))).toBe(true);
    expect(isKey(keys.find(other.keyId), other.key)).toBe(true);
    expect(inFile(`SELECT controller, version FROM controller_key WHERE purpose = 'kek' ORDER BY version`)).toMatchObject([{ controller: GEMEENTE, version: 1 }, { controller: SCHOOL, version: 2 }]);
  });

  it('leaves erased keys erased and persons findable', async () => {
    const gone = await keyFor('youth-1');
    await vault.identities.findOrOpen(SCHOOL, AMIRA, () => 'youth-2' as TrajectoryId);
    await vault.keys.erase('youth-1' as TrajectoryId, SCHOOL);
    await vault.keys.rotateKek(SCHOOL);
    expect(reopened().keys.find(gone.keyId)).toEqual({ state: 'erased' });
    expect(await vault.identities.findOrOpen(SCHOOL, AMIRA, () => 'new' as TrajectoryId)).toEqual({ trajectoryId: 'youth-2', created: false });
  });

  it('goes on beside new keys, also of another process', async () => {
    await vault.keys.keysFor(Array.from({ length: 1200 }, (_, at) => scopeOf(`youth-${at}`)));
    const other = openKeyVault(path, SECRET);
    const [, here, there] = await Promise.all([vault.keys.rotateKek(SCHOOL), keyFor('youth-new'), keyFor('youth-newer', SCHOOL, other)]);
    const late = await keyFor('youth-late', SCHOOL, other);
    other.close();
    const { keys } = reopened();
    expect([here, there, late].every(({ keyId, key }) => isKey(keys.find(keyId), key))).toBe(true);
  });
});

function isKey(found: ReturnType<KeyVault['keys']['find']>, key: Uint8Array): boolean {
  return found.state === 'present' && Buffer.compare(found.key, key) === 0;
}

describe('The file with the root secret', () => {
  it('is made once, for its owner alone', () => {
    const { bytes } = openRootSecretFile(folder.file('root.secret'));
    expect(bytes).toHaveLength(32);
    expect(statSync(folder.file('root.secret')).mode & 0o777).toBe(0o600);
    expect(openRootSecretFile(folder.file('root.secret'))).toEqual({ bytes });
    expect(openRootSecretFile(folder.file('other.secret'))).not.toEqual({ bytes });
  });

  it('is refused when others can read it or it is not whole', () => {
    const file = folder.file('root.secret');
    openRootSecretFile(file);
    chmodSync(file, 0o640);
    expect(() => openRootSecretFile(file)).toThrow('0600');
    chmodSync(file, 0o600);
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 20));
    expect(() => openRootSecretFile(file)).toThrow('32 bytes');
  });
});
