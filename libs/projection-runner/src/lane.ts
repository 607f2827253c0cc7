import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TrajectoryId } from '@trajectboek/events';
import type { Checkpoint, Generation, ViewStore } from '@trajectboek/view-store';
import type { EventSource } from './event-source.js';
import type { Histories } from './histories.js';
import { chronicled, project, youthsIn, type YouthChronicle } from './project.js';
import type { YouthProjection } from './youth-projection.js';

/** One generation of one view that is kept up to date. */
export interface Lane {
  readonly projection: YouthProjection;
  readonly generation: Generation;
  checkpoint: Checkpoint;
}

/** The rows of these youths changed, or may have; readers can ask again. */
export interface ViewChanged {
  readonly view: string;
  readonly position: number;
  readonly trajectoryIds: readonly TrajectoryId[];
}

export interface Advance {
  readonly upTo: Checkpoint;
  readonly chronicles: readonly YouthChronicle[];
}

export type AdvanceOutcome = 'committed' | 'stale' | 'not-needed';

/** Computes and stores the rows of a part of the ledger for one lane. */
export async function advance(store: ViewStore, lane: Lane, { upTo, chronicles }: Advance): Promise<AdvanceOutcome> {
  const expected = lane.checkpoint.position;
  if (expected >= upTo.position) return 'not-needed';
  const projected = await project(lane.projection, chronicles);
  const outcome = await store.commit(lane.generation, { expected, to: upTo, ...projected });
  if (outcome === 'committed') lane.checkpoint = upTo;
  return outcome;
}

export interface Reading {
  readonly source: EventSource;
  readonly histories: Histories;
  readonly batchSize: number;
}

/** The next part of the ledger for lanes of which the hindmost is at `after`; undefined at the end of the ledger. */
export async function readNext({ source, histories, batchSize }: Reading, after: number): Promise<(Advance & { readonly trajectoryIds: readonly TrajectoryId[] }) | undefined> {
  const batch = await source.readAll(after, batchSize);
  if (batch.upTo.position <= after) return undefined;
  const chronicles: YouthChronicle[] = [];
  for (const history of await histories.ofBatch(batch)) chronicles.push(chronicled(history));
  await nextTurn();
  return { upTo: batch.upTo, chronicles, trajectoryIds: youthsIn(batch) };
}

export function hindmost(lanes: readonly Lane[]): number {
  return Math.min(...lanes.map(({ checkpoint }) => checkpoint.position));
}
