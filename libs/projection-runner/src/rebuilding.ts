import type { TrajectoryId } from '@trajectboek/events';
import { asAbandoned, Build, BuildAbandonedError, type BuildContext } from './build.js';
import type { Feeder } from './feeder.js';
import type { Lane } from './lane.js';
import { Mutex } from './mutex.js';
import type { YouthProjection } from './youth-projection.js';

/** Builds views beside the live ones and puts them in their place; one build at a time. */
export class Rebuilding {
  readonly #builds = new Mutex();
  readonly #refreshed = new Set<TrajectoryId>();

  constructor(private readonly feeder: Feeder) {}

  /** @throws BuildAbandonedError */
  build(context: BuildContext, projections: readonly YouthProjection[]): Promise<void> {
    return this.#builds.run(async () => {
      if (context.signal.aborted) throw new BuildAbandonedError('the runner stops');
      this.#refreshed.clear();
      const build = await Build.fill(context, projections);
      await this.#catchUp(context, build.lanes);
      await this.feeder.turns.run(() => this.#switch(context, build.lanes));
      build.done();
    });
  }

  /** When no build is going on any more. */
  idle(): Promise<void> {
    return this.#builds.run(async () => undefined);
  }

  /** A build may have read these youths before the reason to compute them anew, so it does them again before it switches. */
  noteRefreshed(trajectoryIds: readonly TrajectoryId[]): void {
    for (const trajectoryId of trajectoryIds) this.#refreshed.add(trajectoryId);
  }

  /** A turn per part, so that the live views are fed in between. */
  async #catchUp({ signal }: BuildContext, lanes: readonly Lane[]): Promise<void> {
    while (await this.feeder.turns.run(() => this.#oneStep(lanes))) {
      if (signal.aborted) throw new BuildAbandonedError('the runner stops');
    }
  }

  async #oneStep(lanes: readonly Lane[]): Promise<boolean> {
    const step = await this.feeder.catchUp(lanes);
    if (step === 'stale') throw new BuildAbandonedError('another build of the same view began');
    return step === 'more';
  }

  async #switch({ store }: BuildContext, lanes: readonly Lane[]): Promise<void> {
    while (await this.#oneStep(lanes));
    for (const lane of lanes) {
      const refreshed = [...this.#refreshed];
      if (refreshed.length > 0) await this.feeder.recompute(lane, refreshed);
      await store.switchTo(lane.generation).catch(asAbandoned);
      this.feeder.put(lane);
    }
  }
}
