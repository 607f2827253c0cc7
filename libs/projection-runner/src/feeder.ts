import { Subject } from 'rxjs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TrajectoryId } from '@trajectboek/events';
import { GenerationGoneError, Turns, type ViewStore } from '@trajectboek/view-store';
import { Attending, type Attends } from './attending.js';
import { advance, hindmost, isIn, readNext, type Lane, type Reading, type ViewChanged } from './lane.js';
import { chronicled, project, youthsIn, type YouthChronicle } from './project.js';

/**
 * Feeds the live generations of all views, one part of the ledger at a time: read once, put in order once, given to every
 * projection. Whatever changes a live generation goes through its turns. What another projector feeds is only watched.
 */
export class Feeder {
  readonly changes = new Subject<ViewChanged>();
  readonly turns = new Turns();
  readonly #attending: Attending;
  #lanes: readonly Lane[] = [];

  constructor(private readonly store: ViewStore, private readonly reading: Reading, attends: Attends) {
    this.#attending = new Attending(store, attends);
  }

  get lanes(): readonly Lane[] {
    return this.#lanes;
  }

  /** The position that every view has reached; 0 without views. */
  get reached(): number {
    return this.#lanes.length === 0 ? 0 : hindmost(this.#lanes);
  }

  /** The lanes of one view, in the place of those it had. Call within a turn. */
  async put(lanes: readonly Lane[]): Promise<void> {
    const [first] = lanes;
    if (!first) return;
    const { name } = first.generation.view;
    this.#lanes = [...this.#lanes.filter(({ generation }) => generation.view.name !== name), ...lanes];
    await this.#attend(name);
  }

  /** Takes the views one part further; false when they are at the end of the ledger, or others feed them. */
  feed(): Promise<boolean> {
    return this.turns.take(() => this.feedNow());
  }

  /** Call within a turn. */
  async feedNow(): Promise<boolean> {
    await this.#attendAll();
    const held = this.#lanes.filter(({ fence }) => fence !== undefined);
    const next = held.length > 0 ? await readNext(this.reading, hindmost(held)) : undefined;
    if (!next) return false;
    for (const lane of held) {
      const outcome = await advance(this.store, lane, next);
      if (outcome === 'committed') this.#tell(lane, next.trajectoryIds);
      if (outcome === 'stale') await this.#attend(lane.generation.view.name);
      await nextTurn();
      await this.#attendAll();
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
  refresh(trajectoryIds: readonly TrajectoryId[], which: 'all' | 'held'): Promise<void> {
    return this.turns.take(async () => {
      for (const trajectoryId of trajectoryIds) this.reading.histories.forget(trajectoryId);
      const views = new Set(this.#lanes.filter(({ fence }) => which === 'all' || fence !== undefined).map(({ generation }) => generation.view.name));
      for (const view of views) await this.#refreshView(view, trajectoryIds);
    });
  }

  async #refreshView(view: string, trajectoryIds: readonly TrajectoryId[]): Promise<void> {
    for (const trajectoryId of trajectoryIds) {
      while (await this.#refreshed(view, trajectoryId) === 'stale') await this.#attend(view);
    }
  }

  /** Done at once, also where another projector feeds: it gets its part back after this one is. */
  async #refreshed(view: string, trajectoryId: TrajectoryId): Promise<'committed' | 'stale'> {
    const lane = this.#lanes.find((one) => one.generation.view.name === view && isIn(one, trajectoryId));
    if (!lane) return 'committed';
    try {
      if (lane.fence === undefined) await this.takeOver(lane);
    } catch (error) {
      if (error instanceof GenerationGoneError) return 'stale';
      throw error;
    }
    const outcome = await this.recompute(lane, [trajectoryId]);
    if (outcome === 'committed') this.#tell(lane, [trajectoryId]);
    return outcome;
  }

  /** Call within a turn. @throws GenerationGoneError */
  takeOver(lane: Lane): Promise<void> {
    return this.#attending.takeOver(lane);
  }

  /** Call within a turn. */
  async recompute(lane: Lane, trajectoryIds: readonly TrajectoryId[]): Promise<'committed' | 'stale'> {
    const { checkpoint, generation, projection, fence } = lane;
    const chronicles: YouthChronicle[] = [];
    for (const trajectoryId of trajectoryIds.filter((one) => isIn(lane, one))) {
      chronicles.push(chronicled({ trajectoryId, events: await this.reading.source.historyOf(trajectoryId, checkpoint.position) }));
    }
    const projected = await project(projection, chronicles);
    return fence === undefined ? 'stale' : this.store.commit(generation, { expected: checkpoint.position, to: checkpoint, fence, ...projected });
  }

  /** Others need not wait until the time of this projector is over. */
  async leave(): Promise<void> {
    await this.#attending.leave(this.#lanes);
  }

  async #attendAll(): Promise<void> {
    if (!this.#attending.isDue(this.#lanes)) return;
    for (const name of new Set(this.#lanes.map(({ generation }) => generation.view.name))) await this.#attend(name);
  }

  /** A view of which another version was made is left alone. */
  async #attend(name: string): Promise<void> {
    const [others, own] = [this.#lanes.filter(({ generation }) => generation.view.name !== name), this.#lanes.filter(({ generation }) => generation.view.name === name)];
    const { lanes, moved } = await this.#attending.attend(own);
    this.#lanes = [...others, ...lanes];
    for (const { lane, from } of moved) await this.#tellOf(lane, from);
  }

  /** Another projector took this lane further. */
  async #tellOf(lane: Lane, from: number): Promise<void> {
    if (!this.changes.observed) return;
    for (let after = from; after < lane.checkpoint.position;) {
      const batch = await this.reading.source.readAll(after, this.reading.batchSize);
      if (batch.upTo.position <= after) return;
      this.#tell(lane, youthsIn(batch));
      after = batch.upTo.position;
    }
  }

  #tell(lane: Lane, trajectoryIds: readonly TrajectoryId[]): void {
    const { generation, checkpoint } = lane;
    this.changes.next({ view: generation.view.name, position: checkpoint.position, trajectoryIds: trajectoryIds.filter((one) => isIn(lane, one)) });
  }
}
