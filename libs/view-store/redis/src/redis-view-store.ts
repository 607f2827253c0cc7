import type { TrajectoryId } from '@trajectboek/events';
import type {
  Attendance, Checkpoint, CountQuery, DeadLetter, FoundRow, FoundRows, Generation, Holding, LiveView, RowCount, RowQuery, StoredRow, ViewChange, ViewDeclaration, ViewStore, WhichYouths, YouthRows,
} from '@trajectboek/view-store';
import { guarded } from './failures.js';
import { Projectors } from './projectors.js';
import { Reader } from './reader.js';
import { checkNames, Registry } from './registry.js';
import type { RedisClient } from './scripts.js';
import { Writer } from './writer.js';

const LONGEST_GOODBYE_MS = 1_000;

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
  readonly #projectors: Projectors;

  /**
   * @param client a `Redis` or `Cluster` of ioredis, which the store closes
   * @throws RangeError for a prefix with braces
   */
  constructor(client: RedisClient, { prefix = 'views', mostAtOnce = 10_000 }: RedisViewStoreOptions = {}) {
    if (/[{}]/.test(prefix)) throw new RangeError('a prefix of keys has no braces');
    this.#client = guarded(client);
    this.#registry = new Registry(this.#client, prefix);
    this.#reader = new Reader(this.#client, this.#registry, mostAtOnce);
    this.#writer = new Writer(this.#client, this.#registry);
    this.#projectors = new Projectors(this.#client, this.#registry);
  }

  live(view: string): Promise<LiveView | undefined> {
    return this.#registry.findAs('live', view);
  }

  former(view: string): Promise<LiveView | undefined> {
    return this.#registry.findAs('former', view);
  }

  async begin(view: ViewDeclaration, parts = 1): Promise<Generation> {
    checkNames(view);
    await this.#registry.dropNotLive(view.name);
    return this.#registry.begin(view, parts);
  }

  checkpointOf(generation: Generation): Promise<Checkpoint> {
    return this.#registry.checkpointOf(generation);
  }

  commit(generation: Generation, change: ViewChange): Promise<'committed' | 'stale'> {
    return this.#writer.commit(generation, change);
  }

  attend(generation: Generation, attendance: Attendance): Promise<readonly Holding[]> {
    return this.#projectors.attend(generation, attendance);
  }

  takeOver(generation: Generation, attendance: Attendance): Promise<number> {
    return this.#projectors.takeOver(generation, attendance);
  }

  leave(generation: Generation, projector: string): Promise<void> {
    return this.#projectors.leave(generation, projector);
  }

  /** Nothing is slow here: indexes are kept from the first commit on. */
  async prepare(generation: Generation): Promise<void> {
    await this.checkpointOf(generation);
  }

  async switchTo(generation: Generation): Promise<void> {
    await this.#registry.switchTo(generation);
    await this.#registry.dropNotLive(generation.view.name, 'kept');
  }

  reopen(generation: Generation): Promise<void> {
    return this.#registry.setClosed(generation, false);
  }

  setAside(generation: Generation): Promise<void> {
    return this.#registry.setAside(generation);
  }

  discard({ view, generation }: Generation): Promise<void> {
    return this.#registry.dropNotLive(view.name, generation);
  }

  youthsIn(generation: Generation, which: WhichYouths): Promise<readonly YouthRows[]> {
    return this.#reader.youthsIn(generation, which);
  }

  rowsOf(view: string, trajectoryId: TrajectoryId): Promise<readonly StoredRow[]> {
    return this.#reader.rowsOf(view, trajectoryId);
  }

  youths(view: string, after: TrajectoryId | undefined, limit: number): Promise<readonly YouthRows[]> {
    return this.#reader.youths(view, { after, limit });
  }

  find(view: string, query: RowQuery): Promise<FoundRows> {
    return this.#reader.find(view, query);
  }

  ofYouths(view: string, trajectoryIds: readonly TrajectoryId[], query: Pick<RowQuery, 'asOf' | 'tags'>): Promise<readonly FoundRow[]> {
    return this.#reader.ofYouths(view, trajectoryIds, query);
  }

  count(view: string, query: CountQuery): Promise<readonly RowCount[]> {
    return this.#reader.count(view, query);
  }

  async deadLetters(view: string): Promise<readonly DeadLetter[]> {
    return (await this.live(view)) ? this.#reader.deadLetters(view) : [];
  }

  /**
   * Takes a view away altogether, the live build too: for whoever gives the ledger up to which it belongs.
   * @throws ViewStoreUnavailableError
   */
  dangerouslyForget(view: string): Promise<void> {
    return this.#registry.forget(view);
  }

  /** A server that does not answer keeps nobody waiting. */
  async close(): Promise<void> {
    let patience: NodeJS.Timeout | undefined;
    const late = new Promise((resolve) => { patience = setTimeout(resolve, LONGEST_GOODBYE_MS); });
    await Promise.race([this.#client.quit().catch(() => undefined), late]);
    clearTimeout(patience);
    this.#client.disconnect();
  }
}
