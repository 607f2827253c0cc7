import type { RootSecret } from '@trajectboek/privacy';
import { KeyFile } from './file/key-file.js';
import { PersonTable } from './identity/person-table.js';
import { SqliteIdentityIndex } from './identity/sqlite-identity-index.js';
import { ControllerKeys } from './keys/controller-keys.js';
import { SqliteKeyStore } from './keys/sqlite-key-store.js';

export interface KeyVaultOptions {
  /** Unwrapped keys in memory; 100,000 of them take about 60 MB. */
  readonly cachedKeys?: number;
  /** Retention class of the key of an identity: that of the events with identifying data. */
  readonly identityRetention?: string;
}

/** Keys and identities in one file, so that a person and their key come and go in one commit. */
export interface KeyVault {
  readonly keys: SqliteKeyStore;
  readonly identities: SqliteIdentityIndex;
  close(): void;
}

/**
 * Opens the file with keys and identities, or makes it.
 * @throws UnwrapError when the root secret is not the one of this file
 */
export function openKeyVault(path: string, secret: RootSecret, { cachedKeys = 100_000, identityRetention = 'standard' }: KeyVaultOptions = {}): KeyVault {
  const file = new KeyFile(path);
  try {
    const controllers = new ControllerKeys(file, secret);
    const persons = new PersonTable(file);
    const keys = new SqliteKeyStore({ file, controllers, persons, cached: cachedKeys });
    const identities = new SqliteIdentityIndex({ file, controllers, persons, keys, retention: identityRetention });
    return { keys, identities, close: () => keys.close() };
  } catch (error) {
    file.close();
    throw error;
  }
}
