export { LedgerFileError, type LedgerFileFault } from './file/ledger-file-error.js';
export { SqliteLedgerStore } from './sqlite-ledger-store.js';
