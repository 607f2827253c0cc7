import { setTimeout as sleep } from 'node:timers/promises';
import type { Observable } from 'rxjs';
import type { TrajectoryId } from '@trajectboek/events';
import type { DeadLetter, ViewStore } from '@trajectboek/view-store';
import { Bell } from './bell.js';
import { BuildAbandonedError, type BuildContext, type BuildProgress } from './build.js';
import type { EventSource } from './event-source.js';
import { Feeder } from './feeder.js';
import { Histories } from './histories.js';
import type { ViewChanged } from './lane.js';
import { progressOf, type RunnerProgress } from './progress.js';
import { Rebuilding } from './rebuilding.js';
import { withDefaults, type RunnerOptions } from './runner-options.js';
import { RowVerification, type Verification } from './verification.js';
import { Waiters } from './waiters.js';
import type { YouthProjection } from './youth-projection.js';

/** What feeds views: the store, the ledger, and the questions that are answered per youth. */
export interface RunnerParts {
  readonly store: ViewStore;
  readonly source: EventSource;
  readonly projections: readonly YouthProjection[];
}

type Report = (progress: BuildProgress) => void;

/** Keeps views up to date with the ledger. Several runners may serve the same store: one of them is first each time. */
export class ProjectionRunner {
  readonly changes$: Observable<ViewChanged>;
  readonly #options: Required<RunnerOptions>;
  readonly #feeder: Feeder;
  readonly #rebuilding: Rebuilding;
  readonly #bell = new Bell();
  readonly #waiters = new Waiters();
  readonly #stopping = new AbortController();
  #loop: Promise<void> | undefined;
  #stopListening: () => void = () => undefined;
  #building: BuildProgress | null = null;
  #fault: string | null = null;

  /** @throws RangeError when two projections have the same name */
  constructor(private readonly parts: RunnerParts, options: RunnerOptions = {}) {
    const names = parts.projections.map(({ declaration }) => declaration.name);
    if (new Set(names).size < names.length) throw new RangeError('two projections have the same name');
    this.#options = withDefaults(options);
    const histories = new Histories(parts.source, this.#options.mostCachedEvents);
    this.#feeder = new Feeder(parts.store, { source: parts.source, histories, batchSize: this.#options.batchSize });
    this.#rebuilding = new Rebuilding(this.#feeder);
    this.changes$ = this.#feeder.changes.asObservable();
  }

  /** Resolves when every view is there in its own version and has caught up with the ledger as it was at the call. */
  async start(report: Report = () => undefined): Promise<void> {
    const { position } = await this.parts.source.head();
    const missing = await this.#adopt(this.parts.projections);
    this.#stopListening = this.parts.source.onAppended(() => this.#bell.ring());
    this.#loop = this.#run();
    await this.#buildMissing(missing, report);
    await this.#retryDeadLetters();
    while (this.#feeder.reached < position && !this.#stopping.signal.aborted) await this.waitFor(position, this.#options.pollMs);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#stopListening();
    this.#bell.ring();
    await this.#rebuilding.idle();
    await this.#loop;
    this.#waiters.reached(Infinity);
    this.#feeder.changes.complete();
  }

  /**
   * Builds a view, or all, beside the live one and switches when it has caught up.
   * @throws RangeError for an unknown name; BuildAbandonedError
   */
  async rebuild(name: string, report: Report = () => undefined): Promise<void> {
    const chosen = name === 'all' ? this.parts.projections : [this.#get(name)];
    await this.#build(chosen, report);
  }

  /** Computes the rows of youths anew without new events, for instance after an erasure, and forgets what was in memory. */
  async refresh(trajectoryIds: readonly TrajectoryId[]): Promise<void> {
    this.#rebuilding.noteRefreshed(trajectoryIds);
    await this.#feeder.refresh(trajectoryIds);
  }

  /** Waits until all views have reached the position, at most this long, and tells the position that they reached. */
  async waitFor(position: number, timeoutMs: number): Promise<number> {
    if (this.#feeder.reached < position) {
      this.#bell.ring();
      await this.#waiters.wait(position, timeoutMs);
    }
    return this.#feeder.reached;
  }

  /** Compares every stored row of the live view with the ledger. @throws RangeError for an unknown name; ViewNotBuiltError */
  async verifyAgainstRebuild(name: string): Promise<Verification> {
    const verification = new RowVerification(this.parts.store, this.parts.source, this.#get(name));
    return verification.run((work) => this.#feeder.turns.run(work));
  }

  async deadLetters(): Promise<readonly DeadLetter[]> {
    const letters = await Promise.all(this.parts.projections.map(({ declaration }) => this.parts.store.deadLetters(declaration.name)));
    return letters.flat();
  }

  async progress(): Promise<RunnerProgress> {
    const [head, deadLetters] = [await this.parts.source.head(), await this.deadLetters()];
    return progressOf({ head, deadLetters, lanes: this.#feeder.lanes, building: this.#building, fault: this.#fault });
  }

  #get(name: string): YouthProjection {
    const found = this.parts.projections.find(({ declaration }) => declaration.name === name);
    if (!found) throw new RangeError(`there is no view ${name}`);
    return found;
  }

  /** Goes on with the views that are live as they should be; returns the others. */
  async #adopt(projections: readonly YouthProjection[]): Promise<readonly YouthProjection[]> {
    const missing: YouthProjection[] = [];
    for (const projection of projections) {
      const view = projection.declaration;
      const live = await this.parts.store.live(view.name);
      const fits = live?.version === view.version && live.tags.join() === view.tags.join();
      if (fits) this.#feeder.put({ projection, generation: { view, generation: live.generation }, checkpoint: live.checkpoint });
      else missing.push(projection);
    }
    return missing;
  }

  async #buildMissing(projections: readonly YouthProjection[], report: Report): Promise<void> {
    let missing = projections;
    while (missing.length > 0 && !this.#stopping.signal.aborted) {
      try {
        return await this.#build(missing, report);
      } catch (error) {
        if (!(error instanceof BuildAbandonedError)) throw error;
        missing = await this.#waitForOthers(missing);
      }
    }
  }

  /** Another process builds these: beginning again would only take its work away, unless it takes too long. */
  async #waitForOthers(projections: readonly YouthProjection[]): Promise<readonly YouthProjection[]> {
    let missing = projections;
    for (let waited = 0; waited < this.#options.patienceMs && missing.length > 0; waited += this.#options.pollMs) {
      if (this.#stopping.signal.aborted) break;
      await sleep(this.#options.pollMs);
      missing = await this.#feeder.turns.run(() => this.#adopt(missing));
    }
    return missing;
  }

  async #build(projections: readonly YouthProjection[], report: Report): Promise<void> {
    const context: BuildContext = {
      store: this.parts.store, source: this.parts.source, batchSize: this.#options.buildBatchSize, signal: this.#stopping.signal,
      report: (progress) => report(this.#building = progress),
    };
    try {
      await this.#rebuilding.build(context, projections);
    } finally {
      this.#building = null;
    }
    this.#waiters.reached(this.#feeder.reached);
    this.#bell.ring();
  }

  /** The fault may have been mended meanwhile. */
  async #retryDeadLetters(): Promise<void> {
    const youths = new Set((await this.deadLetters()).map(({ trajectoryId }) => trajectoryId));
    if (youths.size > 0) await this.#feeder.refresh([...youths]);
  }

  async #run(): Promise<void> {
    let failures = 0;
    while (!this.#stopping.signal.aborted) {
      try {
        const moved = await this.#feeder.feed();
        this.#waiters.reached(this.#feeder.reached);
        failures = 0;
        this.#fault = null;
        if (!moved) await this.#bell.wait(this.#options.pollMs);
      } catch (error) {
        failures += 1;
        this.#fault = error instanceof Error ? error.constructor.name : 'not an Error';
        this.#options.onFault(error);
        await this.#bell.wait(Math.min(this.#options.pollMs * 2 ** failures, this.#options.mostBackOffMs));
      }
    }
  }
}
