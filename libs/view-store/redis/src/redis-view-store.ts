import type { TrajectoryId } from '@trajectboek/events';
import type {
  Checkpoint, CountQuery, DeadLetter, FoundRows, Generation, LiveView, RowCount, RowQuery, ViewChange, ViewDeclaration, ViewRow, ViewStore, YouthRows,
} from '@trajectboek/view-store';
import { Reader } from './reader.js';
import { checkNames, Registry } from './registry.js';
import type { RedisClient } from './scripts.js';
import { Writer } from './writer.js';

export interface RedisViewStoreOptions {
  /** What all keys start with; without braces, which a cluster gives a meaning. */
  readonly prefix?: string;
  /** Entries of an index that a list or count looks at in one call, in which the server answers nobody else: about a microsecond each. */
  readonly mostAtOnce?: number;
}

/** Views in Redis: on one server, behind Sentinel or on a cluster, as the client that it gets was made. */
export class RedisViewStore implements ViewStore {
  readonly #client: RedisClient;
  readonly #registry: Registry;
  readonly #reader: Reader;
  readonly #writer: Writer;

  /**
   * @param client a `Redis` or `Cluster` of ioredis, which the store closes
   * @throws RangeError for a prefix with braces
   */
  constructor(client: RedisClient, { prefix = 'views', mostAtOnce = 10_000 }: RedisViewStoreOptions = {}) {
    if (/[{}]/.test(prefix)) throw new RangeError('a prefix of keys has no braces');
    this.#client = client;
    this.#registry = new Registry(client, prefix);
    this.#reader = new Reader(client, this.#registry, mostAtOnce);
    this.#writer = new Writer(client, this.#registry);
  }

  live(view: string): Promise<LiveView | undefined> {
    return this.#registry.findLive(view);
  }

  async begin(view: ViewDeclaration): Promise<Generation> {
    checkNames(view.name, view.tags);
    await this.#registry.dropNotLive(view.name);
    return this.#registry.begin(view);
  }

  checkpointOf(generation: Generation): Promise<Checkpoint> {
    return this.#registry.checkpointOf(generation);
  }

  commit(generation: Generation, change: ViewChange): Promise<'committed' | 'stale'> {
    return this.#writer.commit(generation, change);
  }

  /**
   * Raises the fence of a build: whoever took it over before, or never did, is refused (`stale`) from now on.
   * @throws GenerationGoneError
   */
  takeOver(generation: Generation): Promise<void> {
    return this.#writer.takeOver(generation);
  }

  /** Nothing is slow here: indexes are kept from the first commit on. */
  async prepare(generation: Generation): Promise<void> {
    await this.checkpointOf(generation);
  }

  async switchTo(generation: Generation): Promise<void> {
    await this.#registry.switchTo(generation);
    await this.#registry.dropNotLive(generation.view.name);
  }

  rowsOf(view: string, trajectoryId: TrajectoryId): Promise<readonly ViewRow[]> {
    return this.#reader.rowsOf(view, trajectoryId);
  }

  youths(view: string, after: TrajectoryId | undefined, limit: number): Promise<readonly YouthRows[]> {
    return this.#reader.youths(view, { after, limit });
  }

  find(view: string, query: RowQuery): Promise<FoundRows> {
    return this.#reader.find(view, query);
  }

  count(view: string, query: CountQuery): Promise<readonly RowCount[]> {
    return this.#reader.count(view, query);
  }

  async deadLetters(view: string): Promise<readonly DeadLetter[]> {
    return (await this.live(view)) ? this.#reader.deadLetters(view) : [];
  }

  async close(): Promise<void> {
    await this.#client.quit();
  }
}
