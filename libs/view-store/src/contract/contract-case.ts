import type { ViewStore } from '../port.js';

/** Storage that is empty at first; every `open` gives another handle on the same one. */
export interface ViewStorage {
  open(): Promise<ViewStore>;
}

/** One promise of the port. It rejects when the store does not keep it; the one who runs it closes what was opened. */
export interface ContractCase {
  readonly title: string;
  run(storage: ViewStorage): Promise<void>;
}
