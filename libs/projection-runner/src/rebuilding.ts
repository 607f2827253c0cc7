import type { TrajectoryId } from '@trajectboek/events';
import { Turns, type ViewStore } from '@trajectboek/view-store';
import { asAbandoned, BuildAbandonedError, NoFormerGenerationError } from './build-errors.js';
import { Build, type BuildContext, type BuildProgress } from './build.js';
import { GenerationComparison, type Comparison, type Decide, type Decision } from './comparison.js';
import type { Feeder } from './feeder.js';
import { hindmost, lanesOf, type Lane } from './lane.js';
import type { YouthProjection } from './youth-projection.js';

export type Report = (progress: BuildProgress) => void;

export interface RebuildRequest {
  readonly report?: Report;
  /** Told how the new generations differ from the live ones, says what is to be done; left out: they take their place. */
  readonly decide?: Decide;
}

export interface BuildOutcome {
  readonly decision: Decision;
  /** Empty when nobody had to decide. */
  readonly comparisons: readonly Comparison[];
}

/** Builds views beside the live ones and puts them in their place; one build at a time. */
export class Rebuilding {
  readonly #builds = new Turns();
  readonly #refreshed = new Set<TrajectoryId>();

  constructor(private readonly feeder: Feeder) {}

  /** @throws BuildAbandonedError */
  build(context: BuildContext, projections: readonly YouthProjection[]): Promise<BuildOutcome> {
    return this.#builds.take(async () => {
      if (context.signal.aborted) throw new BuildAbandonedError('the runner stops');
      this.#refreshed.clear();
      const build = await Build.fill(context, projections);
      await this.#catchUp(context, build.lanes);
      const outcome = await this.#decide(context, build);
      await this.#carryOut(context, build, outcome.decision);
      build.report('done');
      return outcome;
    });
  }

  /** Puts the former generation of a view back in its place. @throws NoFormerGenerationError, BuildAbandonedError */
  rollBack({ store, signal }: Pick<BuildContext, 'store' | 'signal'>, projection: YouthProjection): Promise<void> {
    return this.#builds.take(async () => {
      const view = projection.declaration;
      const former = await store.former(view.name);
      if (!former) throw new NoFormerGenerationError(view.name, 'none');
      if (former.version !== view.version || former.tags.join() !== view.tags.join()) throw new NoFormerGenerationError(view.name, 'other-version');
      this.#refreshed.clear();
      await store.reopen({ view, generation: former.generation }).catch(asAbandoned);
      const lanes = lanesOf(projection, former);
      // Whoever fed it when it was live is shut out.
      for (const lane of lanes) await this.feeder.takeOver(lane).catch(asAbandoned);
      await this.#catchUp({ signal }, lanes);
      await this.feeder.turns.take(() => this.#switch(store, [lanes]));
    });
  }

  /** When no build is going on any more. */
  idle(): Promise<void> {
    return this.#builds.take(async () => undefined);
  }

  /** A build may have read these youths before the reason to compute them anew, so it does them again before it switches. */
  noteRefreshed(trajectoryIds: readonly TrajectoryId[]): void {
    for (const trajectoryId of trajectoryIds) this.#refreshed.add(trajectoryId);
  }

  /** A turn per part, so that the live views are fed in between. */
  async #catchUp({ signal }: Pick<BuildContext, 'signal'>, lanes: readonly Lane[]): Promise<void> {
    while (await this.feeder.turns.take(() => this.#oneStep(lanes))) {
      if (signal.aborted) throw new BuildAbandonedError('the runner stops');
    }
  }

  async #oneStep(lanes: readonly Lane[]): Promise<boolean> {
    const step = await this.feeder.catchUp(lanes);
    if (step === 'stale') throw new BuildAbandonedError('another build of the same view began');
    return step === 'more';
  }

  async #decide({ store, decide }: BuildContext, build: Build): Promise<BuildOutcome> {
    if (!decide) return { decision: 'switch', comparisons: [] };
    build.report('comparing');
    const settle = async (): Promise<number> => {
      while (await this.feeder.feedNow());
      while (await this.#oneStep(build.lanes));
      return hindmost(build.lanes);
    };
    const comparisons: Comparison[] = [];
    for (const [lane] of build.views) {
      if (!lane) continue;
      comparisons.push(await new GenerationComparison(store, lane.generation, settle).run((work) => this.feeder.turns.take(work)).catch(asAbandoned));
    }
    return { decision: decide(comparisons), comparisons };
  }

  async #carryOut({ store }: BuildContext, { views }: Build, decision: Decision): Promise<void> {
    if (decision === 'switch') return this.feeder.turns.take(() => this.#switch(store, views));
    for (const [lane] of views) {
      if (lane) await (decision === 'discard' ? store.discard(lane.generation) : store.setAside(lane.generation).catch(asAbandoned));
    }
  }

  async #switch(store: ViewStore, views: readonly (readonly Lane[])[]): Promise<void> {
    while (await this.#oneStep(views.flat()));
    const refreshed = [...this.#refreshed];
    for (const lanes of views) {
      const [first] = lanes;
      if (!first) continue;
      if (refreshed.length > 0) for (const lane of lanes) await this.feeder.recompute(lane, refreshed);
      await store.switchTo(first.generation).catch(asAbandoned);
      await this.feeder.put(lanes);
    }
  }
}
