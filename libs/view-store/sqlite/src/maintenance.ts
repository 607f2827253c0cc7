import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Connection } from './connection.js';
import { dropStatement, tableOf, type Build } from './schema.js';

/** Rows that are indexed or dropped in some milliseconds; starting a thread would take longer. */
const FEW_ROWS = 10_000;

/** Plain JavaScript in a string, so that it runs the same from the sources and from the build. */
const THREAD = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { DatabaseSync } = require('node:sqlite');
  const db = new DatabaseSync(workerData, { timeout: 60000 });
  db.exec('PRAGMA synchronous = NORMAL; PRAGMA cache_size = -131072; PRAGMA temp_store = MEMORY');
  parentPort.on('message', (sql) => {
    if (sql === null) {
      db.close();
      parentPort.close();
    } else {
      db.exec(sql);
      parentPort.postMessage('done');
    }
  });
`;

/**
 * Runs statements over a whole build; where it is long in a thread of its own, since SQLite would hold up everything else.
 * The thread serves until `end`: it has read the build once when it makes the second index.
 */
export class Maintenance {
  #worker: Worker | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly build: Pick<Build, 'view' | 'generation'>,
  ) {}

  async run(sql: string): Promise<void> {
    if (!this.#worker && isSmall(this.connection, this.build)) {
      this.connection.db.exec(sql);
      return;
    }
    // Without the flags of this process: loaders for sources have nothing to do here.
    this.#worker ??= new Worker(THREAD, { eval: true, execArgv: [], workerData: this.connection.file });
    this.#worker.postMessage(sql);
    try {
      await once(this.#worker, 'message');
    } catch (error) {
      // Its thread has ended with it.
      this.#worker = undefined;
      throw error;
    }
  }

  async end(): Promise<void> {
    if (!this.#worker) return;
    const ended = once(this.#worker, 'exit');
    this.#worker.postMessage(null);
    this.#worker = undefined;
    await ended;
  }
}

export async function dropBuilds(connection: Connection, builds: readonly Build[]): Promise<void> {
  for (const build of builds) {
    const maintenance = new Maintenance(connection, build);
    await maintenance.run(dropStatement(build));
    await maintenance.end();
  }
}

function isSmall(connection: Connection, build: Pick<Build, 'view' | 'generation'>): boolean {
  if (!isThere(connection, tableOf(build))) return true;
  return Number(connection.db.prepare(`SELECT max(id) AS n FROM ${tableOf(build)}`).get()?.['n'] ?? 0) < FEW_ROWS;
}

/** @param name of a table or an index, as it is written in a statement */
export function isThere(connection: Connection, name: string): boolean {
  return connection.db.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(name.replaceAll('"', '')) !== undefined;
}
