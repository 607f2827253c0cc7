import { GenerationGoneError, selectionsOf, type Generation, type LiveView, type ViewDeclaration } from '@trajectboek/view-store';
import type { Connection } from './connection.js';
import { Parts } from './parts.js';
import { createTable, type Build, type Selection } from './schema.js';

export interface RegisteredBuild extends Build {
  /** Whether its tallies are there, and are kept with every commit. */
  readonly tallied: boolean;
  /** Whether it was live, and takes no commits any more. */
  readonly closed: boolean;
}

type Role = 'live' | 'former';

const COLUMNS = 'view, generation, version, tags, selections, tallied, closed';

/** Which builds of which views there are, and which of them readers see. Callers open the transaction. */
export class Registry {
  readonly parts: Parts;

  constructor(private readonly connection: Connection) {
    this.parts = new Parts(connection);
  }

  findLive(view: string): RegisteredBuild | undefined {
    return this.#findAs('live', view);
  }

  /** With its parts. */
  describe(role: Role, view: string): LiveView | undefined {
    const build = this.#findAs(role, view);
    if (!build) return undefined;
    const { generation, version, tags } = build;
    const parts = this.parts.all(view, generation).map(({ checkpoint, projector }) => ({ checkpoint, projector }));
    const [lowest = { checkpoint: { position: 0, recordedAt: null } }] = parts.toSorted((a, b) => a.checkpoint.position - b.checkpoint.position);
    return { generation, version, tags, parts, checkpoint: lowest.checkpoint };
  }

  find({ view, generation }: Generation): RegisteredBuild | undefined {
    const found = this.connection.prepare(`SELECT ${COLUMNS} FROM generations WHERE view = ? AND generation = ?`).get(view.name, generation);
    return found && toBuild(found);
  }

  get(generation: Generation): RegisteredBuild {
    const found = this.find(generation);
    if (!found) throw new GenerationGoneError(generation.view.name, generation.generation);
    return found;
  }

  begin(view: ViewDeclaration, parts: number): Generation {
    const { db } = this.connection;
    db.prepare('INSERT INTO views (name, last_generation) VALUES (?, 0) ON CONFLICT DO NOTHING').run(view.name);
    const row = db.prepare('UPDATE views SET last_generation = last_generation + 1 WHERE name = ? RETURNING last_generation AS generation').get(view.name);
    const generation = Number(row?.['generation']);
    const build: Build = { view: view.name, generation, version: view.version, tags: view.tags, selections: selectionsOf(view) };
    db.prepare('INSERT INTO generations (view, generation, version, tags, selections) VALUES (?, ?, ?, ?, ?)')
      .run(view.name, generation, view.version, JSON.stringify(view.tags), JSON.stringify(build.selections));
    this.parts.begin({ view, generation }, parts);
    createTable(db, build);
    return { view, generation };
  }

  /** The one that was live becomes the former one. */
  switchTo(generation: Generation): void {
    const { view, generation: number } = this.get(generation);
    const { db } = this.connection;
    db.prepare('UPDATE generations SET closed = 1 WHERE view = ? AND generation = (SELECT live_generation FROM views WHERE name = ?)').run(view, view);
    db.prepare('UPDATE views SET former_generation = live_generation, live_generation = ? WHERE name = ? AND live_generation IS NOT ?').run(number, view, number);
    this.#setClosed(generation, false);
  }

  setAside(generation: Generation): void {
    const { view, generation: number } = this.get(generation);
    this.connection.db.prepare('UPDATE views SET former_generation = ? WHERE name = ?').run(number, view);
    this.#setClosed(generation, true);
  }

  reopen(generation: Generation): void {
    this.get(generation);
    this.#setClosed(generation, false);
  }

  /** Builds that are not live, the former one only when asked for. */
  notLive(view: string, { former }: { readonly former: 'too' | 'kept' }): readonly RegisteredBuild[] {
    const kept = [this.findLive(view), former === 'kept' ? this.#findAs('former', view) : undefined].map((build) => build?.generation);
    const all = this.connection.db.prepare(`SELECT ${COLUMNS} FROM generations WHERE view = ?`).all(view);
    return [...all].map(toBuild).filter(({ generation }) => !kept.includes(generation));
  }

  #findAs(role: Role, view: string): RegisteredBuild | undefined {
    const found = this.connection.prepare(`
      SELECT ${COLUMNS} FROM generations WHERE view = ? AND generation = (SELECT ${role}_generation FROM views WHERE name = ?)`).get(view, view);
    return found && toBuild(found);
  }

  #setClosed({ view, generation }: Generation, closed: boolean): void {
    this.connection.db.prepare('UPDATE generations SET closed = ? WHERE view = ? AND generation = ?').run(closed ? 1 : 0, view.name, generation);
  }
}

function toBuild(row: Record<string, unknown>): RegisteredBuild {
  return {
    view: String(row['view']),
    generation: Number(row['generation']),
    version: Number(row['version']),
    tags: JSON.parse(String(row['tags'])) as readonly string[],
    selections: JSON.parse(String(row['selections'])) as readonly Selection[],
    tallied: row['tallied'] === 1,
    closed: row['closed'] === 1,
  };
}
