import { closeSync, openSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { SCHEMA, SCHEMA_VERSION } from './schema.js';

const OWNER_ONLY = 0o600;

/** 64 MB of pages: keys of a new region are spread over the whole index. */
const PRAGMAS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA secure_delete = ON;
  PRAGMA busy_timeout = 5000;
  PRAGMA cache_size = -65536;
`;

interface Turn {
  readonly run: () => void;
  readonly failed: (error: unknown) => void;
  readonly done: () => void;
}

/** The file with keys and identities. One connection; whoever waits together shares one durable commit. */
export class KeyFile {
  readonly #database: DatabaseSync;
  readonly #mark: StatementSync;
  readonly #undo: StatementSync;
  readonly #release: StatementSync;
  #waiting: Turn[] = [];

  /** Opens the file, or makes it. Throws when a newer version of the program made it. */
  constructor(path: string) {
    // Made before SQLite makes it readable for all; its log gets the same rights.
    closeSync(openSync(path, 'a', OWNER_ONLY));
    this.#database = new DatabaseSync(path);
    this.#database.exec(PRAGMAS);
    this.transaction(() => this.#prepareSchema());
    this.#mark = this.prepare('SAVEPOINT turn');
    this.#undo = this.prepare('ROLLBACK TO turn');
    this.#release = this.prepare('RELEASE turn');
  }

  prepare(sql: string): StatementSync {
    return this.#database.prepare(sql);
  }

  /** All or nothing, and durable on return. */
  transaction<T>(work: () => T): T {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  /**
   * Runs the work in the next shared transaction and resolves when it is durable. Work that throws is undone by itself
   * and rejects; the work of others stands.
   */
  commit<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let result: { readonly value: T } | undefined;
      const run = (): void => {
        result = { value: this.#undoable(work) };
      };
      if (this.#waiting.length === 0) setImmediate(() => this.#commitWaiting());
      this.#waiting.push({ run, failed: reject, done: () => result && resolve(result.value) });
    });
  }

  /** Leaves nothing of deleted content in the write-ahead log. */
  truncateLog(): void {
    this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  get isOpen(): boolean {
    return this.#database.isOpen;
  }

  /** What still waits is committed first. */
  close(): void {
    if (!this.isOpen) return;
    this.#commitWaiting();
    this.#database.close();
  }

  #commitWaiting(): void {
    const turns = this.#waiting;
    this.#waiting = [];
    if (turns.length === 0) return;
    const stood: Turn[] = [];
    try {
      this.transaction(() => turns.forEach((turn) => this.#take(turn, stood)));
    } catch (error) {
      turns.forEach(({ failed }) => failed(error));
      return;
    }
    stood.forEach(({ done }) => done());
  }

  #take(turn: Turn, stood: Turn[]): void {
    try {
      turn.run();
      stood.push(turn);
    } catch (error) {
      turn.failed(error);
    }
  }

  #undoable<T>(work: () => T): T {
    this.#mark.run();
    try {
      return work();
    } catch (error) {
      this.#undo.run();
      throw error;
    } finally {
      this.#release.run();
    }
  }

  #prepareSchema(): void {
    const version = Number(this.#database.prepare('PRAGMA user_version').get()?.['user_version']);
    if (version > SCHEMA_VERSION) throw new Error('The key file was made by a newer version of the program');
    if (version === 0) this.#database.exec(SCHEMA);
  }
}
