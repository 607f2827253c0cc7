import { setImmediate as nextTurn } from 'node:timers/promises';
import { Chronicle, getEventType, type RecordedEvent, type TrajectoryId } from '@trajectboek/events';
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
  for (const { trajectoryId, chronicle } of chronicles) {
    const outcome = rowsOrReason(projection, chronicle);
    if (typeof outcome === 'string') failed.push({ trajectoryId, reason: outcome, ...poisonIn(projection, chronicle) });
    else youths.push({ trajectoryId, rows: outcome });
    if (performance.now() - started < LONGEST_TURN) continue;
    await nextTurn();
    started = performance.now();
  }
  return { youths, failed };
}

/** The reason is the kind of error only: its message may quote what it stumbled over. */
function rowsOrReason(projection: YouthProjection, chronicle: Chronicle): readonly ViewRow[] | string {
  // Nothing of the youth can be read any more: no rows, without asking.
  if (chronicle.known.length === 0) return [];
  try {
    const rows = projection.rowsOf(chronicle);
    return rowFaults(projection.declaration, rows)[0] ?? rows;
  } catch (error) {
    return error instanceof Error ? error.constructor.name : 'not an Error';
  }
}

/** The event with which a history that fails began to: halved until two histories differ by one event. */
function poisonIn(projection: YouthProjection, { known }: Chronicle): Pick<Failure, 'position' | 'type'> {
  const events = known.toSorted((a, b) => a.position - b.position);
  let [sound, failing] = [0, events.length];
  while (failing - sound > 1) {
    const middle = (sound + failing) >> 1;
    if (typeof rowsOrReason(projection, new Chronicle(events.slice(0, middle))) === 'string') failing = middle;
    else sound = middle;
  }
  const poison = events[failing - 1];
  return poison ? { position: poison.position, ...typeOf(poison) } : { position: 0 };
}

/** Only where the ledger shows the type too: that something of another class was recorded says something of the youth. */
function typeOf({ type }: RecordedEvent): Pick<Failure, 'type'> {
  return type !== 'EventCorrected' && type !== 'EventRetracted' && getEventType(type).dataClass === 'path' ? { type } : {};
}
