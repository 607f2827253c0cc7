export * from './event-ids.js';
export * from './event-opener.js';
export * from './event-reader.js';
export * from './event-sealer.js';
export type { Proposal } from './judge.js';
export * from './ledger.js';
export * from './stream-states.js';
