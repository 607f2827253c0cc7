import type { TrajectoryId } from '@trajectboek/events';
import {
  InvalidRowsError, rowFaults, ViewNotBuiltError, type Checkpoint, type CountQuery, type DeadLetter, type FoundRows, type Generation,
  type LiveView, type RowCount, type RowQuery, type ViewChange, type ViewDeclaration, type ViewRow, type ViewStore, type YouthRows,
} from '@trajectboek/view-store';
import { Connection } from './connection.js';
import { countRows } from './counter.js';
import { findDeadLetters, noteFailures } from './dead-letters.js';
import { findRows } from './finder.js';
import { isThere, Maintenance } from './maintenance.js';
import { Registry, type RegisteredBuild } from './registry.js';
import { RowWriter } from './row-writer.js';
import { checkNames, dropStatement, indexOf, indexStatements, REGISTRY, type Build } from './schema.js';
import { Turns } from './turns.js';
import { findRowsOf, findYouths } from './youth-rows.js';

/** Views in one SQLite file: a table per build of a view. Readers have a handle of their own that cannot write. */
export class SqliteViewStore implements ViewStore {
  readonly #writer: Connection;
  readonly #reader: Connection;
  readonly #builds: Registry;
  readonly #live: Registry;
  readonly #turns = new Turns();

  private constructor(file: string) {
    this.#writer = Connection.writer(file);
    this.#writer.db.exec(REGISTRY);
    this.#reader = Connection.reader(file);
    this.#builds = new Registry(this.#writer);
    this.#live = new Registry(this.#reader);
  }

  /** @param file path of the database, made when it is not there; its folder has to exist */
  static open(file: string): SqliteViewStore {
    return new SqliteViewStore(file);
  }

  async live(view: string): Promise<LiveView | undefined> {
    const build = this.#live.findLive(view);
    if (!build) return undefined;
    const { generation, version, tags, checkpoint } = build;
    return { generation, version, tags, checkpoint };
  }

  async begin(view: ViewDeclaration): Promise<Generation> {
    checkNames(view.name, view.tags);
    await this.#dropNotLive(view.name);
    return this.#turns.take(() => this.#write(() => this.#builds.begin(view)));
  }

  async checkpointOf(generation: Generation): Promise<Checkpoint> {
    return this.#builds.get(generation).checkpoint;
  }

  async commit(generation: Generation, change: ViewChange): Promise<'committed' | 'stale'> {
    if (change.to.position < change.expected) throw new RangeError('a checkpoint does not move back');
    checkRows(generation.view, change.youths);
    return this.#turns.take(() => this.#write(() => {
      const build = this.#builds.find(generation);
      if (build?.checkpoint.position !== change.expected) return 'stale';
      const writer = new RowWriter(this.#writer, build);
      for (const youth of change.youths) writer.replace(youth);
      noteFailures(this.#writer, build, change);
      this.#builds.moveCheckpoint(build, change.to);
      return 'committed';
    }));
  }

  async prepare(generation: Generation): Promise<void> {
    const build = this.#builds.get(generation);
    if ([undefined, ...build.tags].every((tag) => isThere(this.#writer, indexOf(build, tag)))) return;
    const maintenance = new Maintenance(this.#writer, build);
    try {
      for (const statement of indexStatements(build)) {
        await this.#turns.take(async () => {
          this.#builds.get(generation);
          await maintenance.run(statement);
        });
      }
    } finally {
      await maintenance.end();
    }
  }

  async switchTo(generation: Generation): Promise<void> {
    await this.prepare(generation);
    await this.#turns.take(() => this.#write(() => this.#builds.switchTo(generation)));
    await this.#dropNotLive(generation.view.name);
  }

  async rowsOf(view: string, trajectoryId: TrajectoryId): Promise<readonly ViewRow[]> {
    return this.#read(view, (build) => findRowsOf(this.#reader, build, trajectoryId));
  }

  async youths(view: string, after: TrajectoryId | undefined, limit: number): Promise<readonly YouthRows[]> {
    return this.#read(view, (build) => findYouths(this.#reader, build, { after, limit }));
  }

  async find(view: string, query: RowQuery): Promise<FoundRows> {
    return this.#read(view, (build) => findRows(this.#reader, build, query));
  }

  async count(view: string, query: CountQuery): Promise<readonly RowCount[]> {
    return this.#read(view, (build) => countRows(this.#reader, build, query));
  }

  async deadLetters(view: string): Promise<readonly DeadLetter[]> {
    return this.#reader.transaction('read', () => {
      const build = this.#live.findLive(view);
      return build ? findDeadLetters(this.#reader, build) : [];
    });
  }

  async close(): Promise<void> {
    await this.#turns.take(() => {
      this.#reader.close();
      this.#writer.close();
    });
  }

  /** Which build is live and what it has belong to one moment, also when another process switches in between. */
  #read<T>(view: string, work: (build: RegisteredBuild) => T): T {
    return this.#reader.transaction('read', () => {
      const build = this.#live.findLive(view);
      if (!build) throw new ViewNotBuiltError(view);
      return work(build);
    });
  }

  #write<T>(work: () => T): T {
    return this.#writer.transaction('write', work);
  }

  async #drop(build: Pick<Build, 'view' | 'generation'>): Promise<void> {
    const maintenance = new Maintenance(this.#writer, build);
    await maintenance.run(dropStatement(build));
    await maintenance.end();
  }

  async #dropNotLive(view: string): Promise<void> {
    await this.#turns.take(async () => {
      const dropped = this.#builds.notLive(view);
      for (const build of dropped) await this.#drop(build);
      if (dropped.length > 0) for (const connection of [this.#writer, this.#reader]) connection.forgetStatements();
    });
  }
}

/** @throws InvalidRowsError */
function checkRows(view: ViewDeclaration, youths: readonly YouthRows[]): void {
  const faults = new Set(youths.flatMap(({ rows }) => rowFaults(view, rows)));
  if (faults.size > 0) throw new InvalidRowsError(view.name, [...faults]);
}
