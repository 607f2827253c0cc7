import { describe, expect, it } from '@jest/globals';
import type { ViewStore } from '../port.js';
import { VIEW_STORE_CONTRACT } from './view-store-contract.js';

const START = { position: 0, recordedAt: null };

/** Agrees to everything and does nothing. */
const doNothing: ViewStore = {
  live: async () => undefined,
  begin: async (view) => ({ view, generation: 1 }),
  checkpointOf: async () => START,
  commit: async () => 'committed',
  prepare: async () => undefined,
  switchTo: async () => undefined,
  rowsOf: async () => [],
  youths: async () => [],
  find: async () => ({ rows: [], next: null }),
  ofYouths: async () => [],
  count: async () => [],
  former: async () => undefined,
  reopen: async () => undefined,
  setAside: async () => undefined,
  discard: async () => undefined,
  youthsIn: async () => [],
  attend: async () => [],
  takeOver: async () => 0,
  leave: async () => undefined,
  deadLetters: async () => [],
  close: async () => undefined,
};

describe('the contract of a store of views, on a store that does nothing', () => {
  it.each(VIEW_STORE_CONTRACT)('is not kept: $title', async (contractCase) => {
    await expect(contractCase.run({ open: async () => doNothing })).rejects.toThrow();
  });
});
