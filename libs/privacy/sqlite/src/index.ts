export { openRootSecretFile } from './file/root-secret-file.js';
export { SqliteIdentityIndex } from './identity/sqlite-identity-index.js';
export { UnwrapError } from './keys/wrapping.js';
export { SqliteKeyStore } from './keys/sqlite-key-store.js';
export { openKeyVault, type KeyVault, type KeyVaultOptions } from './open-key-vault.js';
