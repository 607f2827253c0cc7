import { setTimeout as sleep } from 'node:timers/promises';
import type { ViewStore } from '@trajectboek/view-store';
import { lanesOf, type Lane } from './lane.js';

export interface Attends {
  /** Name of this projector; unique. */
  readonly projector: string;
  /** How long a projector that says nothing keeps its parts, in milliseconds. */
  readonly leaseMs: number;
  /** How long it waits at most before it looks whether a part became free, in milliseconds. */
  readonly pollMs: number;
}

interface Attended {
  readonly lanes: readonly Lane[];
  /** Lanes that another projector took further, from where they were. */
  readonly moved: readonly { readonly lane: Lane; readonly from: number }[];
}

/** How often a projector says that it is there, within the time that it keeps its parts. */
const TIMES = 4;
const LONGEST_GOODBYE_MS = 1_000;

/** Which lanes this projector feeds: it says that it is there, and hears which parts are its own. */
export class Attending {
  #saidAt = -Infinity;

  constructor(private readonly store: ViewStore, private readonly attends: Attends) {}

  /** Whether it is time to say so again. */
  isDue(lanes: readonly Lane[]): boolean {
    const { leaseMs, pollMs } = this.attends;
    const isWatching = lanes.some(({ fence }) => fence === undefined);
    const dueMs = isWatching ? Math.min(pollMs, leaseMs / TIMES) : leaseMs / TIMES;
    if (performance.now() - this.#saidAt < dueMs) return false;
    this.#saidAt = performance.now();
    return true;
  }

  /** The lanes of a view as they are from now on; none when another version of it is live, or none at all. */
  async attend(former: readonly Lane[]): Promise<Attended> {
    const [first] = former;
    if (!first) return { lanes: [], moved: [] };
    const { view } = first.generation;
    const live = await this.store.live(view.name);
    if (live?.version !== view.version) return { lanes: [], moved: [] };
    const isSame = live.generation === first.generation.generation;
    const lanes = isSame ? former : lanesOf(first.projection, live);
    const { projector, leaseMs } = this.attends;
    const held = new Map((await this.store.attend({ view, generation: live.generation }, { projector, forMs: leaseMs })).map((holding) => [holding.part, holding]));
    const moved: { lane: Lane; from: number }[] = [];
    for (const lane of lanes) {
      const checkpoint = held.get(lane.generation.part)?.checkpoint ?? live.parts[lane.generation.part]?.checkpoint ?? lane.checkpoint;
      if (isSame && checkpoint.position > lane.checkpoint.position) moved.push({ lane, from: lane.checkpoint.position });
      lane.checkpoint = checkpoint;
      lane.fence = held.get(lane.generation.part)?.fence;
    }
    return { lanes, moved };
  }

  /** @throws GenerationGoneError */
  async takeOver(lane: Lane): Promise<void> {
    const { projector, leaseMs } = this.attends;
    lane.fence = await this.store.takeOver(lane.generation, { projector, forMs: leaseMs });
    lane.checkpoint = await this.store.checkpointOf(lane.generation);
  }

  /** A store that does not answer keeps nobody from stopping: its parts are free when the time is over. */
  async leave(lanes: readonly Lane[]): Promise<void> {
    for (const lane of lanes) lane.fence = undefined;
    const firstParts = lanes.filter(({ generation }) => generation.part === 0);
    const left = Promise.all(firstParts.map(({ generation }) => this.store.leave(generation, this.attends.projector)));
    await Promise.race([left, sleep(LONGEST_GOODBYE_MS, undefined, { ref: false })]);
  }
}
