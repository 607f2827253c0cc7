import { afterEach, beforeEach, describe, it } from '@jest/globals';
import { LEDGER_STORE_CASES } from '@trajectboek/ledger-store/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteLedgerStore } from './sqlite-ledger-store.js';

describe('SqliteLedgerStore keeps the contract of a ledger store', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each(LEDGER_STORE_CASES)('$title', async ({ run }) => {
    await run({ open: async (now = () => new Date().toISOString()) => SqliteLedgerStore.open(join(folder, 'ledger.db'), { now }) });
  });
});
