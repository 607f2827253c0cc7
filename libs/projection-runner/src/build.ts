import type { TrajectoryId } from '@trajectboek/events';
import { GenerationGoneError, type Checkpoint, type ViewChange, type ViewStore, type YouthRows } from '@trajectboek/view-store';
import type { EventSource, YouthHistory } from './event-source.js';
import type { Lane } from './lane.js';
import { chronicled, project, type Projected } from './project.js';
import type { YouthProjection } from './youth-projection.js';

export interface BuildProgress {
  readonly views: readonly string[];
  readonly phase: 'reading' | 'preparing' | 'catching-up' | 'done';
  readonly youths: number;
  readonly events: number;
  /** Events in the ledger when the build began. */
  readonly totalEvents: number;
  readonly rows: number;
}

export interface BuildContext {
  readonly store: ViewStore;
  readonly source: EventSource;
  /** Events per part. */
  readonly batchSize: number;
  readonly signal: AbortSignal;
  readonly report: (progress: BuildProgress) => void;
}

/** A build that was asked for and did not come about: another one took over, or the runner stops. */
export class BuildAbandonedError extends Error {
  override readonly name = 'BuildAbandonedError';
}

export function asAbandoned(error: unknown): never {
  if (error instanceof GenerationGoneError) throw new BuildAbandonedError('another build of the same view began');
  throw error;
}

const START: Checkpoint = { position: 0, recordedAt: null };

/** Fills a new generation of each view from the whole ledger up to now, beside the live ones; read once for all. */
export class Build {
  #progress: BuildProgress;

  private constructor(private readonly context: BuildContext, readonly lanes: readonly Lane[], private readonly head: Checkpoint & { readonly size: number }) {
    this.#progress = { views: lanes.map(({ generation }) => generation.view.name), phase: 'reading', youths: 0, events: 0, totalEvents: head.size, rows: 0 };
  }

  /**
   * @returns a build whose lanes are complete up to the head at the beginning, ready to catch up and to switch
   * @throws BuildAbandonedError
   */
  static async fill(context: BuildContext, projections: readonly YouthProjection[]): Promise<Build> {
    const head = await context.source.head();
    const lanes: Lane[] = [];
    for (const projection of projections) {
      lanes.push({ projection, generation: await context.store.begin(projection.declaration), checkpoint: START });
    }
    const build = new Build(context, lanes, head);
    await build.#read();
    await build.#prepare();
    build.#report({ phase: 'catching-up' });
    return build;
  }

  done(): void {
    this.#report({ phase: 'done' });
  }

  async #read(): Promise<void> {
    let after: TrajectoryId | undefined;
    this.#report({});
    for (;;) {
      const histories = await this.context.source.streams(after, this.head.position, this.context.batchSize);
      if (histories.length === 0) return;
      await this.#store(histories);
      after = histories.at(-1)?.trajectoryId;
    }
  }

  async #store(histories: readonly YouthHistory[]): Promise<void> {
    const chronicles = histories.map(chronicled);
    let rows = 0;
    for (const lane of this.lanes) {
      const { youths, failed } = await this.#withOldRows(lane, await project(lane.projection, chronicles));
      rows += youths.reduce((sum, youth) => sum + youth.rows.length, 0);
      // Not complete up to anything before the last youth: the checkpoint stays at the start.
      await this.#commit(lane, { expected: START.position, to: START, youths, failed });
    }
    const events = histories.reduce((sum, history) => sum + history.events.length, 0);
    this.#report({ youths: this.#progress.youths + histories.length, events: this.#progress.events + events, rows: this.#progress.rows + rows });
  }

  async #prepare(): Promise<void> {
    this.#report({ phase: 'preparing' });
    for (const lane of this.lanes) {
      await this.#commit(lane, { expected: START.position, to: this.head, youths: [] });
      await this.context.store.prepare(lane.generation).catch(asAbandoned);
      lane.checkpoint = { position: this.head.position, recordedAt: this.head.recordedAt };
    }
  }

  async #commit(lane: Lane, change: ViewChange): Promise<void> {
    if (this.context.signal.aborted) throw new BuildAbandonedError('the runner stops');
    const outcome = await this.context.store.commit(lane.generation, change);
    if (outcome === 'stale') throw new BuildAbandonedError('another build of the same view began');
  }

  /** A youth whose rows cannot be computed keeps what readers have now, when that has the same meaning. */
  async #withOldRows({ generation: { view } }: Lane, projected: Projected): Promise<Projected> {
    if (projected.failed.length === 0) return projected;
    const live = await this.context.store.live(view.name);
    if (live?.version !== view.version) return projected;
    const kept: YouthRows[] = [];
    for (const { trajectoryId } of projected.failed) kept.push({ trajectoryId, rows: await this.context.store.rowsOf(view.name, trajectoryId) });
    return { ...projected, youths: [...projected.youths, ...kept] };
  }

  #report(change: Partial<BuildProgress>): void {
    this.#progress = { ...this.#progress, ...change };
    this.context.report(this.#progress);
  }
}
