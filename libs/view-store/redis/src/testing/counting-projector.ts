import { setTimeout as wait } from 'node:timers/promises';
import type { TrajectoryId } from '@trajectboek/events';
import type { Generation, ViewDeclaration, ViewRow, ViewStore } from '@trajectboek/view-store';

export const COUNTED: ViewDeclaration = { name: 'test-counted', version: 1, tags: ['parity'] };
export const YOUTHS = ['a', 'b', 'c'].map((letter) => `00000000-0000-4000-8000-00000000000${letter}` as TrajectoryId);
const PATIENCE = 200;

/** Whose event stands at a position of this ledger, from 1. */
export function youthAt(position: number): TrajectoryId {
  return YOUTHS[(position + Math.floor(position / 7)) % YOUTHS.length] ?? YOUTHS[0] ?? ('' as TrajectoryId);
}

export function countedRow(events: number): ViewRow {
  return { key: 'events', from: '2025-01-01', until: null, tags: { parity: events % 2 === 0 ? 'even' : 'odd' }, doc: { events } };
}

export async function eventsOf(store: ViewStore, trajectoryId: TrajectoryId): Promise<number> {
  const [row] = await store.rowsOf(COUNTED.name, trajectoryId);
  return Number(row?.doc['events'] ?? 0);
}

/**
 * Folds event by event onto the rows that are stored, so that a fold which is lost or done twice shows in the count.
 * After any trouble it goes on from the checkpoint that it finds.
 */
export async function projectTo(store: ViewStore, generation: Generation, last: number): Promise<void> {
  for (let troubles = 0; ;) {
    try {
      const { position } = await store.checkpointOf(generation);
      if (position >= last) return;
      const youth = youthAt(position + 1);
      const rows = [countedRow(await eventsOf(store, youth) + 1)];
      await store.commit(generation, { expected: position, to: { position: position + 1, recordedAt: null }, youths: [{ trajectoryId: youth, rows }] });
    } catch (error) {
      troubles += 1;
      if (troubles > PATIENCE) throw error;
      await wait(50);
    }
  }
}

/** What the counts must be when every event up to the last was folded once. */
export function expectedCounts(last: number): readonly number[] {
  return YOUTHS.map((youth) => Array.from({ length: last }, (_, index) => youthAt(index + 1)).filter((at) => at === youth).length);
}
