import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { partOf, type ViewChange, type ViewStore } from '@trajectboek/view-store';
import type { TrajectoryId } from '@trajectboek/events';
import type { ProjectionRunner } from './projection-runner.js';
import type { ViewChanged } from './lane.js';
import { AMINA, BORIS, CHANTAL, contact } from './testing/facts.js';
import { Workbench } from './testing/workbench.js';

let bench: Workbench;
beforeEach(() => { bench = new Workbench(); });
afterEach(() => bench.close());

const MANY = Array.from({ length: 40 }, (_, number) => `00000000-0000-4000-8000-0000000001${String(number).padStart(2, '0')}` as TrajectoryId);

/** The store, and for which youths somebody committed rows through it. */
function noting(store: ViewStore): { readonly store: ViewStore; readonly youths: Set<TrajectoryId> } {
  const youths = new Set<TrajectoryId>();
  const commit: ViewStore['commit'] = async (generation, change: ViewChange) => {
    const outcome = await store.commit(generation, change);
    if (outcome === 'committed') for (const { trajectoryId } of change.youths) youths.add(trajectoryId);
    return outcome;
  };
  const noted = new Proxy(store, {
    get: (target, name) => {
      const own: unknown = name === 'commit' ? commit : Reflect.get(target, name);
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
  return { store: noted, youths };
}

async function expectAsFromScratch(runner: ProjectionRunner, position: number): Promise<void> {
  for (const view of ['contacts', 'last-contact']) expect(await runner.verifyAgainstRebuild(view)).toMatchObject({ position, differences: [] });
}

describe('two projectors on one view', () => {
  it('of one part: the second stands by, sees how far the first is, and tells what changed', async () => {
    const [one, two] = [noting(bench.store), noting(bench.store)];
    const first = await bench.started({ store: one.store, projector: 'one' });
    const second = await bench.started({ store: two.store, projector: 'two' });
    const told: ViewChanged[] = [];
    second.changes$.subscribe((change) => told.push(change));
    bench.ledger.append(contact(AMINA, '2025-01-10'), contact(BORIS, '2025-01-10'));
    expect(await Promise.all([first.waitFor(2, 5000), second.waitFor(2, 5000)])).toEqual([2, 2]);
    expect([one.youths.size, two.youths.size]).toEqual([2, 0]);
    expect(told.flatMap(({ view, trajectoryIds }) => (view === 'contacts' ? trajectoryIds : [])).toSorted()).toEqual([AMINA, BORIS]);
  });

  it('of several parts: each feeds the youths of its own parts, and together they feed all', async () => {
    const [one, two] = [noting(bench.store), noting(bench.store)];
    const first = await bench.started({ store: one.store, parts: 4 });
    const second = await bench.started({ store: two.store, parts: 4 });
    await until(async () => (await bench.store.live('last-contact'))?.parts.filter(({ projector }) => projector !== null).length === 4
      && new Set((await bench.store.live('last-contact'))?.parts.map(({ projector }) => projector)).size === 2);
    bench.ledger.append(...MANY.map((youth) => contact(youth, '2025-01-10')));
    expect(await Promise.all([first.waitFor(40, 5000), second.waitFor(40, 5000)])).toEqual([40, 40]);
    expect([...one.youths, ...two.youths].toSorted()).toEqual(MANY);
    expect(new Set([...one.youths].map((youth) => partOf(youth, 4) % 2)).size).toBe(1);
    await expectAsFromScratch(first, 40);
  });

  it('the other goes on with everything when one stops', async () => {
    const first = await bench.started({ parts: 2 });
    const second = await bench.started({ parts: 2 });
    bench.ledger.append(...MANY.slice(0, 20).map((youth) => contact(youth, '2025-01-10')));
    await second.waitFor(20, 5000);
    await first.stop();
    bench.ledger.append(...MANY.slice(20).map((youth) => contact(youth, '2025-01-10')));
    expect(await second.waitFor(40, 5000)).toBe(40);
    await expectAsFromScratch(second, 40);
  });

  it('one that stood still for longer than its time has its late commit refused, and stands by', async () => {
    let wake = (): void => undefined;
    const asleep = new Promise<void>((resolve) => { wake = resolve; });
    let sleeps = false;
    const outcomes: string[] = [];
    const frozen = new Proxy(bench.store, {
      get: (target, name) => {
        const own: unknown = Reflect.get(target, name);
        if (name !== 'commit' && typeof own === 'function') return own.bind(target);
        return async (...args: Parameters<ViewStore['commit']>) => {
          if (sleeps) await asleep;
          const outcome = await target.commit(...args);
          outcomes.push(outcome);
          return outcome;
        };
      },
    });
    const first = await bench.started({ store: frozen, leaseMs: 100 });
    sleeps = true;
    bench.ledger.append(contact(AMINA, '2025-01-10'));
    const second = await bench.started({ leaseMs: 100 });
    expect(await second.waitFor(1, 5000)).toBe(1);
    outcomes.length = 0;
    wake();
    await until(() => outcomes.length > 0);
    expect(outcomes[0]).toBe('stale');
    bench.ledger.append(contact(CHANTAL, '2025-01-10'));
    expect(await Promise.all([first.waitFor(2, 5000), second.waitFor(2, 5000)])).toEqual([2, 2]);
    await expectAsFromScratch(second, 2);
  });

  it('computes a youth anew at once where another projector feeds, which then goes on', async () => {
    const first = await bench.started();
    const second = await bench.started();
    bench.ledger.append(contact(AMINA, '2025-01-10'), contact(BORIS, '2025-01-10'));
    await second.waitFor(2, 5000);
    bench.ledger.erase(AMINA);
    await second.refresh([AMINA]);
    expect((await bench.rows('contacts')).map(({ trajectoryId }) => trajectoryId)).toEqual([BORIS]);
    bench.ledger.append(contact(CHANTAL, '2025-01-10'));
    expect(await Promise.all([first.waitFor(3, 5000), second.waitFor(3, 5000)])).toEqual([3, 3]);
    await expectAsFromScratch(first, 3);
  });
});

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!await condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
