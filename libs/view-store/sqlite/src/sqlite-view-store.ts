import type { TrajectoryId } from '@trajectboek/events';
import {
  GenerationGoneError, InvalidRowsError, rowFaults, Turns, ViewNotBuiltError, type Attendance, type Checkpoint, type CountQuery, type DeadLetter, type FoundRow, type FoundRows,
  type Generation, type Holding, type LiveView, type RowCount, type RowQuery, type StoredRow, type ViewChange, type ViewDeclaration, type ViewStore, type WhichYouths, type YouthRows, type YouthsQuery,
} from '@trajectboek/view-store';
import { Connection } from './connection.js';
import { countRows } from './counter.js';
import { findDeadLetters, noteFailures } from './dead-letters.js';
import { findRows } from './finder.js';
import { dropBuilds, isThere, Maintenance } from './maintenance.js';
import { Registry, type RegisteredBuild } from './registry.js';
import { RowWriter } from './row-writer.js';
import { checkNames, indexOf, indexStatements, openRegistry } from './schema.js';
import { filterOf } from './selection.js';
import { tallyStatement } from './tallies.js';
import { findOfYouths, findRowsOf, findYouths, findYouthsIn } from './youth-rows.js';

/** Views in one SQLite file: a table per build of a view. Readers have a handle of their own that cannot write. */
export class SqliteViewStore implements ViewStore {
  readonly #writer: Connection;
  readonly #reader: Connection;
  readonly #builds: Registry;
  readonly #live: Registry;
  readonly #turns = new Turns();

  private constructor(file: string) {
    this.#writer = Connection.writer(file);
    this.#writer.transaction('write', () => openRegistry(this.#writer.db));
    this.#reader = Connection.reader(file);
    this.#builds = new Registry(this.#writer);
    this.#live = new Registry(this.#reader);
  }

  /** @param file path of the database, made when it is not there; its folder has to exist */
  static open(file: string): SqliteViewStore {
    return new SqliteViewStore(file);
  }

  async live(view: string): Promise<LiveView | undefined> {
    return this.#reader.transaction('read', () => this.#live.describe('live', view));
  }

  async former(view: string): Promise<LiveView | undefined> {
    return this.#reader.transaction('read', () => this.#live.describe('former', view));
  }

  async begin(view: ViewDeclaration, parts = 1): Promise<Generation> {
    checkNames(view.name, view.tags);
    await this.#drop(() => this.#builds.notLive(view.name, { former: 'too' }));
    return this.#atOnce(() => this.#builds.begin(view, parts));
  }

  async checkpointOf(generation: Generation): Promise<Checkpoint> {
    const found = this.#builds.parts.find(generation);
    if (!found) throw new GenerationGoneError(generation.view.name, generation.generation);
    return found.checkpoint;
  }

  async commit(generation: Generation, change: ViewChange): Promise<'committed' | 'stale'> {
    if (change.to.position < change.expected) throw new RangeError('a checkpoint does not move back');
    checkRows(generation.view, change.youths);
    return this.#atOnce(() => {
      const [build, part] = [this.#builds.find(generation), this.#builds.parts.find(generation)];
      if (!build || build.closed || part?.checkpoint.position !== change.expected || part.fence !== (change.fence ?? 0)) return 'stale';
      const writer = new RowWriter(this.#writer, build);
      for (const youth of change.youths) writer.replace(youth);
      writer.flush();
      noteFailures(this.#writer, build, change);
      this.#builds.parts.moveCheckpoint(generation, change.to);
      return 'committed';
    });
  }

  async prepare(generation: Generation): Promise<void> {
    const build = this.#builds.get(generation);
    if (build.tallied && build.selections.every((selection) => isThere(this.#writer, indexOf(build, selection)))) return;
    const maintenance = new Maintenance(this.#writer, build);
    try {
      for (const statement of [...indexStatements(build), tallyStatement(build)]) {
        await this.#turns.take(async () => {
          if (!this.#builds.get(generation).tallied) await maintenance.run(statement);
        });
      }
    } finally {
      await maintenance.end();
    }
  }

  async switchTo(generation: Generation): Promise<void> {
    await this.prepare(generation);
    await this.#atOnce(() => this.#builds.switchTo(generation));
    await this.#drop(() => this.#builds.notLive(generation.view.name, { former: 'kept' }));
  }

  reopen(generation: Generation): Promise<void> {
    return this.#atOnce(() => this.#builds.reopen(generation));
  }

  setAside(generation: Generation): Promise<void> {
    return this.#atOnce(() => this.#builds.setAside(generation));
  }

  discard({ view, generation }: Generation): Promise<void> {
    return this.#drop(() => this.#builds.notLive(view.name, { former: 'too' }).filter((build) => build.generation === generation));
  }

  attend(generation: Generation, attendance: Attendance): Promise<readonly Holding[]> {
    return this.#atOnce(() => (this.#builds.find(generation)?.closed === false ? this.#builds.parts.attend(generation, attendance) : []));
  }

  takeOver(generation: Generation, attendance: Attendance): Promise<number> {
    return this.#atOnce(() => this.#builds.parts.takeOver(generation, attendance));
  }

  leave(generation: Generation, projector: string): Promise<void> {
    return this.#atOnce(() => this.#builds.parts.leave(generation, projector));
  }

  async rowsOf(view: string, trajectoryId: TrajectoryId): Promise<readonly StoredRow[]> {
    return this.#read(view, (build) => findRowsOf(this.#reader, build, trajectoryId));
  }

  async youths(view: string, after: TrajectoryId | undefined, limit: number): Promise<readonly YouthRows[]> {
    return this.#read(view, (build) => findYouths(this.#reader, build, { after, limit }));
  }

  async youthsIn(generation: Generation, which: WhichYouths): Promise<readonly YouthRows[]> {
    return this.#reader.transaction('read', () => findYouthsIn(this.#reader, this.#live.get(generation), which));
  }

  async find(view: string, query: RowQuery): Promise<FoundRows> {
    return this.#read(view, (build) => findRows(this.#reader, build, query));
  }

  async ofYouths(view: string, trajectoryIds: readonly TrajectoryId[], { asOf, tags, tagsOnly = false }: YouthsQuery): Promise<readonly FoundRow[]> {
    return this.#read(view, (build) => findOfYouths(this.#reader, build, { trajectoryIds, asOf, tagsOnly, filter: filterOf(build, tags) }));
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

  /** In its turn, in one transaction. */
  #atOnce<T>(work: () => T): Promise<T> {
    return this.#turns.take(() => this.#writer.transaction('write', work));
  }

  async #drop(builds: () => readonly RegisteredBuild[]): Promise<void> {
    await this.#turns.take(async () => {
      const dropped = builds();
      await dropBuilds(this.#writer, dropped);
      if (dropped.length > 0) for (const connection of [this.#writer, this.#reader]) connection.forgetStatements();
    });
  }
}

/** @throws InvalidRowsError */
function checkRows(view: ViewDeclaration, youths: readonly YouthRows[]): void {
  const faults = new Set(youths.flatMap(({ rows }) => rowFaults(view, rows)));
  if (faults.size > 0) throw new InvalidRowsError(view.name, [...faults]);
}
