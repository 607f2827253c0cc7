export type { ContractCase, LedgerStoreEngine } from './contract-case.js';
export { LEDGER_STORE_CASES } from './ledger-store-cases.js';
export { accessLine, eventOf, partOf, requestOf, trajectoryOf } from './builders.js';
