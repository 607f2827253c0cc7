import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ViewStore } from '@trajectboek/view-store';

/** The same store, which lets others read before and after every step. */
export function withPauses(store: ViewStore): ViewStore {
  return new Proxy(store, {
    get: (target, name) => {
      const own: unknown = Reflect.get(target, name);
      if (typeof own !== 'function') return own;
      return async (...args: readonly unknown[]): Promise<unknown> => {
        await nextTurn();
        const result: unknown = await Reflect.apply(own, target, args);
        await nextTurn();
        return result;
      };
    },
  });
}

export interface ReadingReport {
  readonly reads: number;
  /** How many rows each list and each count had; one number when no answer was short. */
  readonly sizes: ReadonlySet<number>;
  readonly failures: readonly unknown[];
}

/** Asks for lists and counts of one day without a pause while work goes on. */
export async function readDuring(store: ViewStore, view: string, work: () => Promise<unknown>): Promise<ReadingReport> {
  const sizes = new Set<number>();
  const failures: unknown[] = [];
  let [reads, isWorking] = [0, true];
  const asOf = '2025-06-01';
  const reading = async (): Promise<void> => {
    for (; isWorking; await nextTurn()) {
      try {
        sizes.add((await store.find(view, { asOf, limit: 1000 })).rows.length);
        sizes.add((await store.count(view, { asOf, by: [] }))[0]?.count ?? 0);
        reads += 2;
      } catch (error) {
        failures.push(error);
      }
    }
  };
  const both = [reading(), reading()];
  try {
    await work();
  } finally {
    isWorking = false;
    await Promise.all(both);
  }
  return { reads, sizes, failures };
}
