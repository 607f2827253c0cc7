import { setImmediate as nextTurn } from 'node:timers/promises';
import { Chronicle, type TrajectoryId } from '@trajectboek/events';
import { rowFaults, type Failure, type ViewRow, type YouthRows } from '@trajectboek/view-store';
import type { EventBatch, YouthHistory } from './event-source.js';
import type { YouthProjection } from './youth-projection.js';

/** Longest time that computing rows holds up the rest of the process, in milliseconds. */
const LONGEST_TURN = 10;

/** A youth with all that is known, read and put in order once for all projections. */
export interface YouthChronicle {
  readonly trajectoryId: TrajectoryId;
  readonly chronicle: Chronicle;
}

export interface Projected {
  readonly youths: readonly YouthRows[];
  readonly failed: readonly Failure[];
}

export function chronicled({ trajectoryId, events }: YouthHistory): YouthChronicle {
  return { trajectoryId, chronicle: new Chronicle(events) };
}

export function youthsIn({ events }: EventBatch): readonly TrajectoryId[] {
  return [...new Set(events.map(({ trajectoryId }) => trajectoryId))];
}

/** The rows of each youth; one whose rows cannot be computed fails alone. */
export async function project(projection: YouthProjection, chronicles: readonly YouthChronicle[]): Promise<Projected> {
  const youths: YouthRows[] = [];
  const failed: Failure[] = [];
  let started = performance.now();
  for (const youth of chronicles) {
    const outcome = rowsOrReason(projection, youth);
    if (typeof outcome === 'string') failed.push(failureOf(youth, outcome));
    else youths.push({ trajectoryId: youth.trajectoryId, rows: outcome });
    if (performance.now() - started < LONGEST_TURN) continue;
    await nextTurn();
    started = performance.now();
  }
  return { youths, failed };
}

/** The reason is the kind of error only: its message may quote what it stumbled over. */
function rowsOrReason(projection: YouthProjection, { chronicle }: YouthChronicle): readonly ViewRow[] | string {
  // Nothing of the youth can be read any more: no rows, without asking.
  if (chronicle.known.length === 0) return [];
  try {
    const rows = projection.rowsOf(chronicle);
    return rowFaults(projection.declaration, rows)[0] ?? rows;
  } catch (error) {
    return error instanceof Error ? error.constructor.name : 'not an Error';
  }
}

function failureOf({ trajectoryId, chronicle }: YouthChronicle, reason: string): Failure {
  return { trajectoryId, reason, position: Math.max(...chronicle.known.map(({ position }) => position)) };
}
