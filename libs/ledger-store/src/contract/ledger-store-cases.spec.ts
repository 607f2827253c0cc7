import { describe, expect, it } from '@jest/globals';
import type { LedgerStore } from '../port.js';
import { LEDGER_STORE_CASES } from './ledger-store-cases.js';

/** Accepts everything and keeps nothing. */
function idleStore(atomicAcrossStreams: boolean): LedgerStore {
  return {
    atomicAcrossStreams,
    append: async () => ({ status: 'appended', stored: [] }),
    readStream: async () => [],
    readAll: async () => [],
    readStreams: async () => [],
    findEvent: async () => undefined,
    head: async () => ({ position: 0, recordedAt: null, size: 0 }),
    leafHashes: async () => [],
    onAppended: () => () => undefined,
    recordAccess: async () => undefined,
    readAccess: async () => [],
    close: async () => undefined,
  };
}

describe.each([true, false])('against a store that does nothing (atomic across streams: %s)', (atomic) => {
  it.each(LEDGER_STORE_CASES)('fails: $title', async ({ run }) => {
    await expect(run({ open: async () => idleStore(atomic) })).rejects.toThrow();
  });
});

describe('the contract', () => {
  it('has a title of its own for each case', () => {
    expect(new Set(LEDGER_STORE_CASES.map(({ title }) => title)).size).toBe(LEDGER_STORE_CASES.length);
  });
});
