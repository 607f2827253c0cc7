import { describe } from '@jest/globals';
import { LEDGER_STORE_CASES } from '@trajectboek/ledger-store/testing';
import { randomUUID } from 'node:crypto';
import { describeWithEngine } from './describe-with-engine.js';
import { EventStoreDbLedgerStore } from './event-store-db-ledger-store.js';

describe('EventStoreDbLedgerStore keeps the contract of a ledger store', () => {
  describeWithEngine((connectionString, test) => {
    for (const { title, run } of LEDGER_STORE_CASES) {
      test(title, async () => {
        const namespace = `spec-${randomUUID()}-`;
        await run({ open: async (now = () => new Date().toISOString()) => EventStoreDbLedgerStore.open({ connectionString, now, namespace }) });
      });
    }
  });
});
