import type { Instant } from '@trajectboek/events';
import type { LedgerStore } from '../port.js';

/** One ledger, empty at the start of a case, that can be opened more than once: after a close, or by two at a time. */
export interface LedgerStoreEngine {
  open(now?: () => Instant): Promise<LedgerStore>;
}

/** One promise of the port. `run` rejects when it is broken. */
export interface ContractCase {
  /** A sentence. */
  readonly title: string;
  run(engine: LedgerStoreEngine): Promise<void>;
}

/** A case that needs one opening only. */
export function withStore(title: string, check: (store: LedgerStore) => Promise<void>): ContractCase {
  return {
    title,
    run: async (engine) => {
      const store = await engine.open();
      try {
        await check(store);
      } finally {
        await store.close();
      }
    },
  };
}
