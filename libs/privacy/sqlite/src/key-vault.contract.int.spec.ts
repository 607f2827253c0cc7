import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from '@jest/globals';
import { identityIndexContract, keyStoreContract, type Opener } from '@trajectboek/privacy/testing';
import { openKeyVault, type KeyVault } from './open-key-vault.js';

const SECRET = { bytes: new Uint8Array(32).fill(5) };

/** A real file for each case; `reopen` closes it and opens it again. */
function opening<Port>(pick: (vault: KeyVault) => Port, cachedKeys: number): Opener<Port> {
  return async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trajectboek-keys-'));
    const path = join(folder, 'keys.db');
    let vault = openKeyVault(path, SECRET, { cachedKeys });
    return {
      port: pick(vault),
      reopen: async () => {
        vault.close();
        vault = openKeyVault(path, SECRET, { cachedKeys });
        return pick(vault);
      },
      dispose: async () => {
        vault.close();
        await rm(folder, { recursive: true });
      },
    };
  };
}

describe.each([{ cachedKeys: 1000 }, { cachedKeys: 1 }, { cachedKeys: 0 }])('A key store in a SQLite file, with $cachedKeys keys in memory', ({ cachedKeys }) => {
  for (const { title, run } of keyStoreContract(opening(({ keys }) => keys, cachedKeys))) it(title, run);
});

describe('An identity index in a SQLite file', () => {
  for (const { title, run } of identityIndexContract(opening(({ identities }) => identities, 100))) it(title, run);
});
