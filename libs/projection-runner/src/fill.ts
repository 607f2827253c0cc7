import type { TrajectoryId } from '@trajectboek/events';
import type { Checkpoint, Generation, ViewStore, YouthRows } from '@trajectboek/view-store';
import { BuildAbandonedError } from './build-errors.js';
import type { EventSource, YouthHistory } from './event-source.js';
import { chronicled, project, type Projected } from './project.js';
import type { YouthProjection } from './youth-projection.js';

/** A generation that is being filled, and what fills it. */
export interface Filled {
  readonly projection: YouthProjection;
  readonly generation: Generation;
}

/** Which youths: those with an id after one and before the other. */
export interface IdRange {
  readonly after?: TrajectoryId | undefined;
  /** Any text; ids are compared with it as texts are. */
  readonly before?: string | undefined;
}

/** What was read and stored since the last time. */
export interface FilledPart {
  readonly youths: number;
  readonly events: number;
  readonly rows: number;
}

export interface FillContext {
  readonly store: ViewStore;
  readonly source: EventSource;
  /** Events per part. */
  readonly batchSize: number;
  readonly signal: AbortSignal;
  readonly onPart: (part: FilledPart) => void;
}

export const START: Checkpoint = { position: 0, recordedAt: null };

/** Stores the rows of the youths of a range in new generations, from events up to a position; read once for all of them. */
export class Fill {
  constructor(private readonly context: FillContext, private readonly filled: readonly Filled[], private readonly upTo: number) {}

  /** @throws BuildAbandonedError */
  async run({ after: first, before }: IdRange = {}): Promise<void> {
    let after = first;
    for (;;) {
      const read = await this.context.source.streams(after, this.upTo, this.context.batchSize);
      const histories = before === undefined ? read : read.filter(({ trajectoryId }) => trajectoryId < before);
      if (histories.length > 0) await this.#store(histories);
      if (read.length === 0 || histories.length < read.length) return;
      after = read.at(-1)?.trajectoryId;
    }
  }

  async #store(histories: readonly YouthHistory[]): Promise<void> {
    const chronicles = histories.map(chronicled);
    let rows = 0;
    for (const { projection, generation } of this.filled) {
      const projected = await this.#withOldRows(generation, await project(projection, chronicles));
      rows += projected.youths.reduce((sum, youth) => sum + youth.rows.length, 0);
      if (this.context.signal.aborted) throw new BuildAbandonedError('the runner stops');
      // Not complete up to anything before the last youth: the checkpoint stays at the start.
      const outcome = await this.context.store.commit(generation, { expected: START.position, to: START, ...projected });
      if (outcome === 'stale') throw new BuildAbandonedError('another build of the same view began');
    }
    this.context.onPart({ youths: histories.length, events: histories.reduce((sum, { events }) => sum + events.length, 0), rows });
  }

  /** A youth whose rows cannot be computed keeps what readers have now, when that has the same meaning. */
  async #withOldRows({ view }: Generation, projected: Projected): Promise<Projected> {
    if (projected.failed.length === 0) return projected;
    const live = await this.context.store.live(view.name);
    if (live?.version !== view.version) return projected;
    const kept: YouthRows[] = [];
    for (const { trajectoryId } of projected.failed) kept.push({ trajectoryId, rows: await this.context.store.rowsOf(view.name, trajectoryId) });
    return { ...projected, youths: [...projected.youths, ...kept] };
  }
}
