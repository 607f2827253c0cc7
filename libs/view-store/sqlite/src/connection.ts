import { DatabaseSync, type StatementSync } from 'node:sqlite';

const MOST_STATEMENTS = 1000;

/** One handle on the file, with its prepared statements. */
export class Connection {
  readonly db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  private constructor(readonly file: string, readOnly: boolean) {
    this.db = new DatabaseSync(file, { readOnly, timeout: 10_000 });
  }

  static writer(file: string): Connection {
    const connection = new Connection(file, false);
    // NORMAL may lose the last commits with the power, never their consistency; the ledger fills them in again.
    connection.db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 4000');
    return connection;
  }

  static reader(file: string): Connection {
    const connection = new Connection(file, true);
    connection.db.exec('PRAGMA cache_size = -65536; PRAGMA mmap_size = 268435456');
    return connection;
  }

  prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    if (this.#statements.size >= MOST_STATEMENTS) this.#statements.clear();
    const statement = this.db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  /** For statements on a table that was dropped. */
  forgetStatements(): void {
    this.#statements.clear();
  }

  /** All or nothing; what is read inside belongs to one moment. */
  transaction<T>(kind: 'read' | 'write', work: () => T): T {
    this.db.exec(kind === 'write' ? 'BEGIN IMMEDIATE' : 'BEGIN');
    try {
      const result = work();
      this.db.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.#statements.clear();
    this.db.close();
  }
}
