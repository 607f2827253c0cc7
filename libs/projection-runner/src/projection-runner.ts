import type { Observable } from 'rxjs';
import type { TrajectoryId } from '@trajectboek/events';
import { Bell, type DeadLetter, type ViewStore } from '@trajectboek/view-store';
import type { BuildContext, BuildProgress } from './build.js';
import type { EventSource } from './event-source.js';
import { Feeder } from './feeder.js';
import { Histories } from './histories.js';
import type { ViewChanged } from './lane.js';
import { MissingViews } from './missing-views.js';
import { progressOf, type RunnerProgress } from './progress.js';
import { Rebuilding, type BuildOutcome, type RebuildRequest, type Report } from './rebuilding.js';
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

/** Keeps views up to date with the ledger. Several runners may serve the same store: each part of a view is fed by one of them, until it stops or dies. */
export class ProjectionRunner {
  readonly changes$: Observable<ViewChanged>;
  readonly #options: Required<RunnerOptions>;
  readonly #feeder: Feeder;
  readonly #rebuilding: Rebuilding;
  readonly #missing: MissingViews;
  readonly #bell = new Bell();
  readonly #waiters = new Waiters();
  readonly #stopping = new AbortController();
  #projections: readonly YouthProjection[];
  #loop: Promise<void> | undefined;
  #started = false;
  #report: Report = () => undefined;
  #stopListening: () => void = () => undefined;
  #building: BuildProgress | null = null;
  #fault: string | null = null;

  /** @throws RangeError when two projections have the same name */
  constructor(private readonly parts: RunnerParts, options: RunnerOptions = {}) {
    const names = parts.projections.map(({ declaration }) => declaration.name);
    if (new Set(names).size < names.length) throw new RangeError('two projections have the same name');
    this.#options = withDefaults(options);
    this.#projections = parts.projections;
    const histories = new Histories(parts.source, this.#options.mostCachedEvents);
    this.#feeder = new Feeder(parts.store, { source: parts.source, histories, batchSize: this.#options.batchSize }, this.#options);
    this.#rebuilding = new Rebuilding(this.#feeder);
    this.#missing = new MissingViews(this.#feeder, { store: parts.store, options: this.#options, signal: this.#stopping.signal, build: async (some) => void await this.#build(some, { report: this.#report }) });
    this.changes$ = this.#feeder.changes.asObservable();
  }

  /** Resolves when every view is there in its own version and has caught up with the ledger as it was at the call. */
  async start(report: Report = () => undefined): Promise<void> {
    this.#report = report;
    const { position } = await this.parts.source.head();
    const missing = await this.#feeder.turns.take(() => this.#missing.adopt(this.#projections));
    this.#stopListening = this.parts.source.onAppended(() => this.#bell.ring());
    this.#loop = this.#run();
    await this.#missing.build(missing);
    this.#started = true;
    await this.#retryDeadLetters();
    while (this.#feeder.reached < position && !this.#stopping.signal.aborted) await this.waitFor(position, this.#options.pollMs);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#stopListening();
    this.#bell.ring();
    await this.#rebuilding.idle();
    await this.#loop;
    await this.#feeder.leave().catch(this.#options.onFault);
    this.#waiters.reached(Infinity);
    this.#feeder.changes.complete();
  }

  /**
   * Builds a view, or all, beside the live one and switches when it has caught up, unless it is decided otherwise.
   * @throws RangeError for an unknown name; BuildAbandonedError
   */
  async rebuild(name: string, request: RebuildRequest = {}): Promise<BuildOutcome> {
    const chosen = name === 'all' ? this.#projections : [this.#get(name)];
    // What is compared must be at the same place: where nobody feeds the live views, this runner does.
    if (request.decide && !this.#loop) await this.#feeder.turns.take(() => this.#missing.adopt(chosen));
    return this.#build(chosen, request);
  }

  /**
   * Puts the generation that was live before, or was set aside, back in its place when it has caught up.
   * @throws RangeError for an unknown name; NoFormerGenerationError; BuildAbandonedError
   */
  async rollBack(name: string): Promise<void> {
    try {
      await this.#rebuilding.rollBack({ store: this.parts.store, signal: this.#stopping.signal }, this.#get(name));
    } finally {
      await this.#handOver();
    }
  }

  /**
   * Takes a projection in the place of the one with the same name, such as one with other rules, and builds its view anew.
   * @throws RangeError for an unknown name; BuildAbandonedError
   */
  async replace(projection: YouthProjection, report: Report = () => undefined): Promise<void> {
    const former = this.#get(projection.declaration.name);
    this.#projections = this.#projections.map((other) => (other === former ? projection : other));
    await this.#build([projection], { report });
  }

  /** Computes the rows of youths anew without new events, for instance after an erasure, and forgets what was in memory. */
  async refresh(trajectoryIds: readonly TrajectoryId[]): Promise<void> {
    this.#rebuilding.noteRefreshed(trajectoryIds);
    await this.#feeder.refresh(trajectoryIds, 'all');
    // The former generations still have the old rows, and must not bring them back.
    for (const { declaration: view } of this.#projections) {
      const former = await this.parts.store.former(view.name);
      if (former) await this.parts.store.discard({ view, generation: former.generation });
    }
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
    return verification.run((work) => this.#feeder.turns.take(work));
  }

  async deadLetters(): Promise<readonly DeadLetter[]> {
    const letters = await Promise.all(this.#projections.map(({ declaration }) => this.parts.store.deadLetters(declaration.name)));
    return letters.flat();
  }

  async progress(): Promise<RunnerProgress> {
    const [head, deadLetters] = [await this.parts.source.head(), await this.deadLetters()];
    return progressOf({ head, deadLetters, lanes: this.#feeder.lanes, building: this.#building, fault: this.#fault });
  }

  #get(name: string): YouthProjection {
    const found = this.#projections.find(({ declaration }) => declaration.name === name);
    if (!found) throw new RangeError(`there is no view ${name}`);
    return found;
  }

  async #build(projections: readonly YouthProjection[], { report = () => undefined, decide }: RebuildRequest): Promise<BuildOutcome> {
    const context: BuildContext = {
      store: this.parts.store, source: this.parts.source, batchSize: this.#options.buildBatchSize, signal: this.#stopping.signal,
      parts: this.#options.parts, elsewhere: this.#options.elsewhere, decide, report: (progress) => report(this.#building = progress),
    };
    try {
      return await this.#rebuilding.build(context, projections);
    } finally {
      this.#building = null;
      await this.#handOver();
    }
  }

  /** A runner that was not started feeds nothing after it changed a generation, and keeps no part from who does. */
  async #handOver(): Promise<void> {
    if (!this.#loop) await this.#feeder.leave();
    this.#waiters.reached(this.#feeder.reached);
    this.#bell.ring();
  }

  /** The fault may have been mended meanwhile. */
  async #retryDeadLetters(): Promise<void> {
    const youths = new Set((await this.deadLetters()).map(({ trajectoryId }) => trajectoryId));
    if (youths.size > 0) await this.#feeder.refresh([...youths], 'held');
  }

  async #run(): Promise<void> {
    let failures = 0;
    while (!this.#stopping.signal.aborted) {
      try {
        const moved = await this.#feeder.feed();
        this.#waiters.reached(this.#feeder.reached);
        failures = 0;
        this.#fault = null;
        if (moved) continue;
        if (this.#started && !this.#building) await this.#missing.restore(this.#projections);
        await this.#bell.heard(this.#options.pollMs);
      } catch (error) {
        failures += 1;
        this.#fault = error instanceof Error ? error.constructor.name : 'not an Error';
        this.#options.onFault(error);
        await this.#bell.heard(Math.min(this.#options.pollMs * 2 ** failures, this.#options.mostBackOffMs));
      }
    }
  }
}
