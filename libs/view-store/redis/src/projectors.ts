import { GenerationGoneError, type Attendance, type Generation, type Holding } from '@trajectboek/view-store';
import { ATTEND, LEAVE, TAKE_OVER } from './lua/projectors.js';
import type { Registry } from './registry.js';
import { asList, inGroups, runScript, type RedisClient } from './scripts.js';

/** Who feeds which part of a build. Time is that of the server. */
export class Projectors {
  constructor(private readonly client: RedisClient, private readonly registry: Registry) {}

  async attend(generation: Generation, { projector, forMs }: Attendance): Promise<readonly Holding[]> {
    const mine = asList(await runScript(this.client, ATTEND, [this.#keyOf(generation), projector, forMs]));
    return inGroups(mine, 4).map(([part, fence, position, recordedAt]) => ({
      part: Number(part), fence: Number(fence), checkpoint: { position: Number(position), recordedAt: recordedAt ? String(recordedAt) : null },
    }));
  }

  async takeOver(generation: Generation, { projector, forMs }: Attendance): Promise<number> {
    const fence = await runScript(this.client, TAKE_OVER, [this.#keyOf(generation), projector, forMs, generation.part ?? 0]);
    if (fence === null) throw new GenerationGoneError(generation.view.name, generation.generation);
    return Number(fence);
  }

  async leave(generation: Generation, projector: string): Promise<void> {
    await runScript(this.client, LEAVE, [this.#keyOf(generation), projector]);
  }

  #keyOf({ view, generation }: Generation): string {
    return this.registry.keyOf(view.name, generation);
  }
}
