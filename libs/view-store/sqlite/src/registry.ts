import { GenerationGoneError, type Checkpoint, type Generation, type ViewDeclaration } from '@trajectboek/view-store';
import type { Connection } from './connection.js';
import { createTable, type Build } from './schema.js';

export interface RegisteredBuild extends Build {
  readonly checkpoint: Checkpoint;
}

const COLUMNS = 'view, generation, version, tags, position, recorded_at';

/** Which builds of which views there are, and how far they are. Callers open the transaction. */
export class Registry {
  constructor(private readonly connection: Connection) {}

  findLive(view: string): RegisteredBuild | undefined {
    const found = this.connection.prepare(`
      SELECT ${COLUMNS} FROM generations WHERE view = ? AND generation = (SELECT live_generation FROM views WHERE name = ?)`).get(view, view);
    return found && toBuild(found);
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

  begin(view: ViewDeclaration): Generation {
    const { db } = this.connection;
    db.prepare('INSERT INTO views (name, last_generation) VALUES (?, 0) ON CONFLICT DO NOTHING').run(view.name);
    const row = db.prepare('UPDATE views SET last_generation = last_generation + 1 WHERE name = ? RETURNING last_generation AS generation').get(view.name);
    const generation = Number(row?.['generation']);
    db.prepare('INSERT INTO generations (view, generation, version, tags, position) VALUES (?, ?, ?, ?, 0)')
      .run(view.name, generation, view.version, JSON.stringify(view.tags));
    createTable(db, { view: view.name, generation, version: view.version, tags: view.tags });
    return { view, generation };
  }

  switchTo(generation: Generation): void {
    const { view } = this.get(generation);
    this.connection.db.prepare('UPDATE views SET live_generation = ? WHERE name = ?').run(generation.generation, view);
  }

  moveCheckpoint(build: Build, { position, recordedAt }: Checkpoint): void {
    this.connection.prepare('UPDATE generations SET position = ?, recorded_at = ? WHERE view = ? AND generation = ?')
      .run(position, recordedAt, build.view, build.generation);
  }

  /** Builds that are neither live nor of use: half-built ones, and the former live one. */
  notLive(view: string): readonly Pick<Build, 'view' | 'generation'>[] {
    const live = this.findLive(view)?.generation ?? null;
    const others = this.connection.db.prepare('SELECT generation FROM generations WHERE view = ? AND generation IS NOT ?').all(view, live);
    return others.map((other) => ({ view, generation: Number(other['generation']) }));
  }
}

function toBuild(row: Record<string, unknown>): RegisteredBuild {
  return {
    view: String(row['view']),
    generation: Number(row['generation']),
    version: Number(row['version']),
    tags: JSON.parse(String(row['tags'])) as readonly string[],
    checkpoint: { position: Number(row['position']), recordedAt: row['recorded_at'] === null ? null : String(row['recorded_at']) },
  };
}
