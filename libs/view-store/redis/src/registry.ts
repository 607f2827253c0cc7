import { GenerationGoneError, type Checkpoint, type Generation, type LiveView, type ViewDeclaration } from '@trajectboek/view-store';
import { CLAIM, CREATE, FENCE, NUMBER, SWEEP, SWITCH } from './lua/generations.js';
import { asList, runScript, type RedisClient } from './scripts.js';

const VIEW_NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const TAG_NAME = /^[a-z][A-Za-z0-9-]*$/;
/** Youths and indexes that one call drops: a few milliseconds, in which the server answers nobody else. */
const PART = 500;

/** @throws RangeError for a name that is not plain */
export function checkNames(view: string, tags: readonly string[]): void {
  if (!VIEW_NAME.test(view)) throw new RangeError('a view has a kebab-case name');
  const lower = new Set(tags.map((tag) => tag.toLowerCase()));
  if (lower.size < tags.length || !tags.every((tag) => TAG_NAME.test(tag))) throw new RangeError(`the tags of view ${view} are not distinct plain names`);
}

/** Which builds of which views there are. The key of a view and the keys of its builds can live on different nodes. */
export class Registry {
  constructor(private readonly client: RedisClient, private readonly prefix: string) {}

  /** All keys of a build start with this one, and the tag in braces keeps them on one node of a cluster. */
  keyOf(view: string, generation: number | string): string {
    return `${this.prefix}:{${view}:${generation}}`;
  }

  #viewKey(view: string): string {
    return `${this.prefix}:{${view}}`;
  }

  async begin(view: ViewDeclaration): Promise<Generation> {
    for (;;) {
      const generation = Number(await runScript(this.client, NUMBER, [this.#viewKey(view.name)]));
      const made = await runScript(this.client, CREATE, [this.keyOf(view.name, generation), view.version, JSON.stringify(view.tags)]);
      const state = await this.client.hget(this.#viewKey(view.name), `build:${generation}`);
      if (made === 1 && state === 'open') return { view, generation };
      // Somebody else began meanwhile, or the number was used before a failover: another number.
      await this.#drop(view.name, generation);
    }
  }

  /** The build that readers see; again when it was dropped between the two questions. */
  async findLive(view: string): Promise<LiveView | undefined> {
    for (let last: string | null = null; ;) {
      const live: string | null = await this.client.hget(this.#viewKey(view), 'live');
      if (live === null || live === last) return undefined;
      const found = await this.#find(view, live);
      if (found) return found;
      last = live;
    }
  }

  async checkpointOf({ view, generation }: Generation): Promise<Checkpoint> {
    const found = await this.#find(view.name, generation);
    if (!found) throw new GenerationGoneError(view.name, generation);
    return found.checkpoint;
  }

  async fence({ view, generation }: Generation): Promise<number> {
    const token = await runScript(this.client, FENCE, [this.keyOf(view.name, generation)]);
    if (token === null) throw new GenerationGoneError(view.name, generation);
    return Number(token);
  }

  async switchTo(generation: Generation): Promise<void> {
    await this.checkpointOf(generation);
    const { view, generation: number } = generation;
    const switched = await runScript(this.client, SWITCH, [this.#viewKey(view.name), number]);
    if (switched !== 1) throw new GenerationGoneError(view.name, number);
  }

  /** Also finishes what a process that ended halfway began to drop. */
  async dropNotLive(view: string): Promise<void> {
    const claimed = asList(await runScript(this.client, CLAIM, [this.#viewKey(view)]));
    for (const generation of claimed) await this.#drop(view, String(generation));
  }

  async #drop(view: string, generation: number | string): Promise<void> {
    let left: number;
    do left = Number(await runScript(this.client, SWEEP, [this.keyOf(view, generation), PART]));
    while (left > 0);
    await this.client.hdel(this.#viewKey(view), `build:${generation}`);
  }

  async #find(view: string, generation: number | string): Promise<LiveView | undefined> {
    const [version, tags, position, recordedAt] = await this.client.hmget(this.keyOf(view, generation), 'version', 'tags', 'position', 'recordedAt');
    if (typeof version !== 'string' || typeof tags !== 'string' || typeof position !== 'string') return undefined;
    return {
      generation: Number(generation),
      version: Number(version),
      tags: JSON.parse(tags) as readonly string[],
      checkpoint: { position: Number(position), recordedAt: recordedAt ? recordedAt : null },
    };
  }
}
