import { Subject } from 'rxjs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TrajectoryId } from '@trajectboek/events';
import type { ViewStore } from '@trajectboek/view-store';
import { advance, hindmost, readNext, type Lane, type Reading, type ViewChanged } from './lane.js';
import { Mutex } from './mutex.js';
import { chronicled, project, type YouthChronicle } from './project.js';

/**
 * Feeds the live generations of all views, one part of the ledger at a time: read once, put in order once, given to every
 * projection. Whatever changes a live generation goes through its turns.
 */
export class Feeder {
  readonly changes = new Subject<ViewChanged>();
  readonly turns = new Mutex();
  #lanes: readonly Lane[] = [];

  constructor(private readonly store: ViewStore, private readonly reading: Reading) {}

  get lanes(): readonly Lane[] {
    return this.#lanes;
  }

  /** The position that every view has reached; 0 without views. */
  get reached(): number {
    return this.#lanes.length === 0 ? 0 : hindmost(this.#lanes);
  }

  /** Call within a turn. */
  put(lane: Lane): void {
    const name = lane.generation.view.name;
    this.#lanes = [...this.#lanes.filter(({ generation }) => generation.view.name !== name), lane];
  }

  /** Takes the views one part further; false when they are at the end of the ledger. */
  feed(): Promise<boolean> {
    return this.turns.run(() => this.#feed());
  }

  async #feed(): Promise<boolean> {
    if (this.#lanes.length === 0) return false;
    const next = await readNext(this.reading, hindmost(this.#lanes));
    if (!next) return false;
    for (const lane of this.#lanes) {
      const outcome = await advance(this.store, lane, next);
      if (outcome === 'committed') this.#tell(lane, next.trajectoryIds);
      if (outcome === 'stale') await this.#resume(lane);
      await nextTurn();
    }
    return true;
  }

  /** Takes lanes that are not live yet one part further, at most to where the live ones are. Call within a turn. */
  async catchUp(lanes: readonly Lane[]): Promise<'more' | 'caught-up' | 'stale'> {
    const furthest = Math.max(-1, ...this.#lanes.map(({ checkpoint }) => checkpoint.position));
    if (furthest >= 0 && hindmost(lanes) >= furthest) return 'caught-up';
    const next = await readNext(this.reading, hindmost(lanes));
    if (!next) return 'caught-up';
    for (const lane of lanes) if (await advance(this.store, lane, next) === 'stale') return 'stale';
    return 'more';
  }

  /** Computes the rows of youths anew where no event tells to: after an erasure, or after a fault was mended. */
  refresh(trajectoryIds: readonly TrajectoryId[]): Promise<void> {
    return this.turns.run(async () => {
      for (const trajectoryId of trajectoryIds) this.reading.histories.forget(trajectoryId);
      for (const { generation } of this.#lanes) await this.#refreshView(generation.view.name, trajectoryIds);
    });
  }

  async #refreshView(view: string, trajectoryIds: readonly TrajectoryId[]): Promise<void> {
    for (;;) {
      const lane = this.#lanes.find(({ generation }) => generation.view.name === view);
      if (!lane) return;
      if (await this.recompute(lane, trajectoryIds) === 'committed') return this.#tell(lane, trajectoryIds);
      await this.#resume(lane);
    }
  }

  /** Call within a turn. */
  async recompute(lane: Lane, trajectoryIds: readonly TrajectoryId[]): Promise<'committed' | 'stale'> {
    const { checkpoint, generation, projection } = lane;
    const chronicles: YouthChronicle[] = [];
    for (const trajectoryId of trajectoryIds) {
      chronicles.push(chronicled({ trajectoryId, events: await this.reading.source.historyOf(trajectoryId, checkpoint.position) }));
    }
    const projected = await project(projection, chronicles);
    return this.store.commit(generation, { expected: checkpoint.position, to: checkpoint, ...projected });
  }

  /** Another projector was first: go on from where it is, unless it has made another version of the view. */
  async #resume(lane: Lane): Promise<void> {
    const { view } = lane.generation;
    const live = await this.store.live(view.name);
    if (live?.version === view.version) this.put({ ...lane, generation: { view, generation: live.generation }, checkpoint: live.checkpoint });
    else this.#lanes = this.#lanes.filter((other) => other !== lane);
  }

  #tell({ generation, checkpoint }: Lane, trajectoryIds: readonly TrajectoryId[]): void {
    this.changes.next({ view: generation.view.name, position: checkpoint.position, trajectoryIds });
  }
}
