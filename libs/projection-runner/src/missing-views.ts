import { setTimeout as sleep } from 'node:timers/promises';
import { ViewStoreUnavailableError, type ViewStore } from '@trajectboek/view-store';
import { BuildAbandonedError } from './build-errors.js';
import type { Feeder } from './feeder.js';
import { lanesOf } from './lane.js';
import type { RunnerOptions } from './runner-options.js';
import type { YouthProjection } from './youth-projection.js';

export interface MissingViewsContext {
  readonly store: ViewStore;
  readonly options: Required<RunnerOptions>;
  readonly signal: AbortSignal;
  /** Builds views and puts them in their place. */
  readonly build: (projections: readonly YouthProjection[]) => Promise<void>;
}

/** Sees to views that are not live as they should be: nobody built them, another version is live, or the store lost them. */
export class MissingViews {
  constructor(private readonly feeder: Feeder, private readonly context: MissingViewsContext) {}

  /** Goes on with the views that are live as they should be; returns the others. Call within a turn. */
  async adopt(projections: readonly YouthProjection[]): Promise<readonly YouthProjection[]> {
    const missing: YouthProjection[] = [];
    for (const projection of projections) {
      const view = projection.declaration;
      const live = await this.context.store.live(view.name);
      const fits = live?.version === view.version && live.tags.join() === view.tags.join();
      if (fits) await this.feeder.put(lanesOf(projection, live));
      else missing.push(projection);
    }
    return missing;
  }

  /** Until all of them are there, or the runner stops. */
  async build(projections: readonly YouthProjection[]): Promise<void> {
    let missing = projections;
    while (missing.length > 0 && !this.context.signal.aborted) {
      try {
        return await this.context.build(missing);
      } catch (error) {
        if (error instanceof ViewStoreUnavailableError) await this.#waitForStore(error);
        else if (error instanceof BuildAbandonedError) missing = await this.#waitForOthers(missing);
        else throw error;
      }
    }
  }

  /** A store that is kept in memory can lose everything, also while nobody commits: then the views are built again. */
  async restore(projections: readonly YouthProjection[]): Promise<void> {
    const lost: YouthProjection[] = [];
    for (const projection of projections) if (await this.context.store.live(projection.declaration.name) === undefined) lost.push(projection);
    await this.build(lost);
  }

  /** What was built so far may be gone with it: the build begins again. */
  async #waitForStore(error: ViewStoreUnavailableError): Promise<void> {
    this.context.options.onFault(error);
    await sleep(this.context.options.pollMs);
  }

  /** Another process builds these: beginning again would only take its work away, unless it takes too long. */
  async #waitForOthers(projections: readonly YouthProjection[]): Promise<readonly YouthProjection[]> {
    const { patienceMs, pollMs } = this.context.options;
    let missing = projections;
    for (let waited = 0; waited < patienceMs && missing.length > 0; waited += pollMs) {
      if (this.context.signal.aborted) break;
      await sleep(pollMs);
      missing = await this.feeder.turns.take(() => this.adopt(missing));
    }
    return missing;
  }
}
