export { EventStoreDbLedgerStore, type EventStoreDbOptions } from './event-store-db-ledger-store.js';
