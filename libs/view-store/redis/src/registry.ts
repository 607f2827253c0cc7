import { GenerationGoneError, selectionsOf, type Checkpoint, type Generation, type LiveView, type ViewDeclaration, type ViewPart } from '@trajectboek/view-store';
import { CLAIM, CLOSE, CREATE, FORGET, NUMBER, SET_ASIDE, SWEEP, SWITCH, UNSET } from './lua/generations.js';
import { asList, inGroups, runScript, type RedisClient } from './scripts.js';

const VIEW_NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const TAG_NAME = /^[a-z][A-Za-z0-9-]*$/;
/** Youths and indexes that one call drops: a few milliseconds, in which the server answers nobody else. */
const PART = 500;

/** @throws RangeError for a name that is not plain */
export function checkNames(declaration: ViewDeclaration): void {
  const { name: view, tags } = declaration;
  if (!VIEW_NAME.test(view)) throw new RangeError('a view has a kebab-case name');
  const lower = new Set(tags.map((tag) => tag.toLowerCase()));
  if (lower.size < tags.length || !tags.every((tag) => TAG_NAME.test(tag))) throw new RangeError(`the tags of view ${view} are not distinct plain names`);
  if (selectionsOf(declaration).flat().some((tag) => !tags.includes(tag))) throw new RangeError(`view ${view} has a selection by a tag that it does not declare`);
}

/** Each selection as the numbers of its tags in the declaration, from 1. */
function numbered(view: ViewDeclaration): readonly (readonly number[])[] {
  return selectionsOf(view).map((selection) => selection.map((tag) => view.tags.indexOf(tag) + 1));
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

  async begin(view: ViewDeclaration, parts: number): Promise<Generation> {
    for (;;) {
      const generation = Number(await runScript(this.client, NUMBER, [this.#viewKey(view.name)]));
      const made = await runScript(this.client, CREATE, [this.keyOf(view.name, generation), view.version, JSON.stringify(view.tags), JSON.stringify(numbered(view)), parts]);
      const state = await this.client.hget(this.#viewKey(view.name), `build:${generation}`);
      if (made === 1 && state === 'open') return { view, generation };
      // Somebody else began meanwhile, or the number was used before a failover: another number.
      await this.#drop(view.name, generation);
    }
  }

  /** The build that readers see, or saw before; again when it was dropped between the two questions. */
  async findAs(role: 'live' | 'former', view: string): Promise<LiveView | undefined> {
    for (let last: string | null = null; ;) {
      const live: string | null = await this.client.hget(this.#viewKey(view), role);
      if (live === null || live === last) return undefined;
      const found = await this.find(view, live);
      if (found) return found;
      last = live;
    }
  }

  async checkpointOf({ view, generation, part = 0 }: Generation): Promise<Checkpoint> {
    const found = (await this.find(view.name, generation))?.parts[part];
    if (!found) throw new GenerationGoneError(view.name, generation);
    return found.checkpoint;
  }

  /** Takes no commits any more, or takes them again. */
  async setClosed({ view, generation }: Generation, closed: boolean): Promise<void> {
    const isThere = await runScript(this.client, CLOSE, [this.keyOf(view.name, generation), closed ? 1 : 0]);
    if (isThere !== 1) throw new GenerationGoneError(view.name, generation);
  }

  async setAside(generation: Generation): Promise<void> {
    await this.#mark(SET_ASIDE, generation);
    await this.setClosed(generation, true);
  }

  async switchTo(generation: Generation): Promise<void> {
    const { view } = generation;
    const before = await this.findAs('live', view.name);
    await this.setClosed(generation, false);
    await this.#mark(SWITCH, generation);
    // After the switch: a live build that is closed would stand still. A projector that is in between looks again who is live.
    if (before && before.generation !== generation.generation) await this.setClosed({ view, generation: before.generation }, true).catch(ignoreGone);
  }

  async #mark(script: string, { view, generation }: Generation): Promise<void> {
    if (await runScript(this.client, script, [this.#viewKey(view.name), generation]) !== 1) throw new GenerationGoneError(view.name, generation);
  }

  /**
   * Also finishes what a process that ended halfway began to drop.
   * @param which all builds that are not live, all but the former one, or that number only
   */
  async dropNotLive(view: string, which: 'kept' | 'too' | number = 'too'): Promise<void> {
    const claimed = asList(await runScript(this.client, CLAIM, [this.#viewKey(view), which]));
    for (const generation of claimed) await this.#drop(view, String(generation));
  }

  /** The store lost it with all that it had, as no other build took its place. */
  async isForgotten({ view, generation }: Generation): Promise<boolean> {
    return Number(await this.client.hget(this.#viewKey(view.name), 'last') ?? 0) < generation;
  }

  async forget(view: string): Promise<void> {
    await runScript(this.client, UNSET, [this.#viewKey(view)]);
    await this.dropNotLive(view);
    await runScript(this.client, FORGET, [this.#viewKey(view)]);
  }

  async #drop(view: string, generation: number | string): Promise<void> {
    let left: number;
    do left = Number(await runScript(this.client, SWEEP, [this.keyOf(view, generation), PART]));
    while (left > 0);
    await this.client.hdel(this.#viewKey(view), `build:${generation}`);
  }

  async find(view: string, generation: number | string): Promise<LiveView | undefined> {
    const key = this.keyOf(view, generation);
    const [version, tags, parts] = await this.client.hmget(key, 'version', 'tags', 'parts');
    if (typeof version !== 'string' || typeof tags !== 'string' || typeof parts !== 'string') return undefined;
    const found = await this.#parts(key, Number(parts));
    const [lowest] = found?.toSorted((a, b) => a.checkpoint.position - b.checkpoint.position) ?? [];
    if (!found || !lowest) return undefined;
    return { generation: Number(generation), version: Number(version), tags: JSON.parse(tags) as readonly string[], checkpoint: lowest.checkpoint, parts: found };
  }

  /** Undefined when the build was dropped meanwhile. */
  async #parts(key: string, count: number): Promise<readonly ViewPart[] | undefined> {
    const names = Array.from({ length: count }, (_, part) => ['position', 'recordedAt', 'projector', 'until'].map((name) => `${name}${suffixOf(part)}`)).flat();
    const values = inGroups(await this.client.hmget(key, ...names), 4);
    if (values.some(([position]) => typeof position !== 'string')) return undefined;
    return values.map(([position, recordedAt, projector, until]) => ({
      checkpoint: { position: Number(position), recordedAt: recordedAt ? String(recordedAt) : null },
      projector: Number(until ?? 0) > Date.now() ? String(projector) : null,
    }));
  }
}

/** What stands behind the names of the fields of a part. */
export function suffixOf(part: number): string {
  return part === 0 ? '' : `:${part}`;
}

function ignoreGone(error: unknown): void {
  if (!(error instanceof GenerationGoneError)) throw error;
}
