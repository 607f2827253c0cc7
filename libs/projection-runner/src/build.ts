import type { Checkpoint, Generation, ViewStore } from '@trajectboek/view-store';
import { asAbandoned, BuildAbandonedError } from './build-errors.js';
import type { Decide } from './comparison.js';
import type { EventSource } from './event-source.js';
import { Fill, START, type Filled, type FilledPart } from './fill.js';
import type { Lane } from './lane.js';
import type { YouthProjection } from './youth-projection.js';

export interface BuildProgress {
  readonly views: readonly string[];
  readonly phase: 'reading' | 'preparing' | 'catching-up' | 'comparing' | 'done';
  readonly youths: number;
  readonly events: number;
  /** Events in the ledger when the build began. */
  readonly totalEvents: number;
  readonly rows: number;
}

export interface FillTask {
  readonly generations: readonly Generation[];
  readonly upTo: number;
  readonly signal: AbortSignal;
  readonly onPart: (part: FilledPart) => void;
}

/** Fills new generations completely. @throws BuildAbandonedError */
export type FillAll = (task: FillTask) => Promise<void>;

/** Another way to fill than in this thread, for ledgers of at least so many events. */
export interface FillElsewhere {
  readonly fromEvents: number;
  readonly fill: FillAll;
}

export interface BuildContext {
  readonly store: ViewStore;
  readonly source: EventSource;
  /** Events per part. */
  readonly batchSize: number;
  /** In how many parts the views can be fed. */
  readonly parts: number;
  readonly signal: AbortSignal;
  readonly report: (progress: BuildProgress) => void;
  /** Left out: in this thread. */
  readonly elsewhere?: FillElsewhere | undefined;
  /** Left out: nothing is compared, and the new generation takes its place. */
  readonly decide?: Decide | undefined;
}

/** Fills a new generation of each view from the whole ledger up to now, beside the live ones; read once for all. */
export class Build {
  #progress: BuildProgress;
  #lanes: readonly Lane[] = [];

  private constructor(private readonly context: BuildContext, private readonly filled: readonly Filled[], private readonly head: Checkpoint & { readonly size: number }) {
    this.#progress = { views: filled.map(({ generation }) => generation.view.name), phase: 'reading', youths: 0, events: 0, totalEvents: head.size, rows: 0 };
  }

  /**
   * @returns a build whose lanes are complete up to the head at the beginning, ready to catch up and to switch
   * @throws BuildAbandonedError
   */
  static async fill(context: BuildContext, projections: readonly YouthProjection[]): Promise<Build> {
    const head = await context.source.head();
    const filled: Filled[] = [];
    for (const projection of projections) filled.push({ projection, generation: await context.store.begin(projection.declaration, context.parts) });
    const build = new Build(context, filled, head);
    await build.#read();
    await build.#prepare();
    build.report('catching-up');
    return build;
  }

  get lanes(): readonly Lane[] {
    return this.#lanes;
  }

  /** The lanes of each view. */
  get views(): readonly (readonly Lane[])[] {
    return this.filled.map(({ projection }) => this.#lanes.filter((lane) => lane.projection === projection));
  }

  report(phase: BuildProgress['phase']): void {
    this.#tell({ phase });
  }

  async #read(): Promise<void> {
    this.#tell({});
    const { context, filled, head } = this;
    const task = { upTo: head.position, signal: context.signal, onPart: (part: FilledPart) => this.#add(part) };
    if (context.elsewhere && head.size >= context.elsewhere.fromEvents) await context.elsewhere.fill({ ...task, generations: filled.map(({ generation }) => generation) });
    else await new Fill({ ...context, ...task }, filled, head.position).run();
  }

  async #prepare(): Promise<void> {
    this.report('preparing');
    const checkpoint = { position: this.head.position, recordedAt: this.head.recordedAt };
    const lanes: Lane[] = [];
    for (const { projection, generation } of this.filled) {
      for (let part = 0; part < this.context.parts; part += 1) {
        const lane: Lane = { projection, generation: { ...generation, part }, parts: this.context.parts, checkpoint, fence: 0 };
        await this.#complete(lane);
        lanes.push(lane);
      }
      await this.context.store.prepare(generation).catch(asAbandoned);
    }
    this.#lanes = lanes;
  }

  async #complete({ generation, checkpoint }: Lane): Promise<void> {
    if (this.context.signal.aborted) throw new BuildAbandonedError('the runner stops');
    const outcome = await this.context.store.commit(generation, { expected: START.position, to: checkpoint, youths: [] });
    if (outcome === 'stale') throw new BuildAbandonedError('another build of the same view began');
  }

  #add({ youths, events, rows }: FilledPart): void {
    const before = this.#progress;
    this.#tell({ youths: before.youths + youths, events: before.events + events, rows: before.rows + rows });
  }

  #tell(change: Partial<BuildProgress>): void {
    this.#progress = { ...this.#progress, ...change };
    this.context.report(this.#progress);
  }
}
