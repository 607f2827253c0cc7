import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TrajectoryId } from '@trajectboek/events';
import { partOf, type Checkpoint, type Generation, type LiveView, type ViewStore } from '@trajectboek/view-store';
import type { EventSource } from './event-source.js';
import type { Histories } from './histories.js';
import { chronicled, project, youthsIn, type YouthChronicle } from './project.js';
import type { YouthProjection } from './youth-projection.js';

/** One part of one generation of a view that is kept up to date. */
export interface Lane {
  readonly projection: YouthProjection;
  readonly generation: Generation & { readonly part: number };
  /** Of the generation. */
  readonly parts: number;
  checkpoint: Checkpoint;
  /** Goes with each commit; undefined while another projector feeds the part. */
  fence: number | undefined;
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

/** The lanes of a generation as it is now, fed by nobody here. */
export function lanesOf(projection: YouthProjection, { generation, parts }: Pick<LiveView, 'generation' | 'parts'>): readonly Lane[] {
  const view = projection.declaration;
  return parts.map(({ checkpoint }, part) => ({ projection, generation: { view, generation, part }, parts: parts.length, checkpoint, fence: undefined }));
}

export function isIn({ generation: { part }, parts }: Lane, trajectoryId: TrajectoryId): boolean {
  return partOf(trajectoryId, parts) === part;
}

/** Computes and stores the rows of a part of the ledger for one lane. */
export async function advance(store: ViewStore, lane: Lane, { upTo, chronicles }: Advance): Promise<AdvanceOutcome> {
  const { projection, generation, fence } = lane;
  const expected = lane.checkpoint.position;
  if (expected >= upTo.position) return 'not-needed';
  const projected = await project(projection, chronicles.filter(({ trajectoryId }) => isIn(lane, trajectoryId)));
  const outcome = fence === undefined ? 'stale' : await store.commit(generation, { expected, to: upTo, fence, ...projected });
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
