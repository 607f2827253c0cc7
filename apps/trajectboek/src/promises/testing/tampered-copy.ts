import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { verifyData } from '../../server/maintenance.js';

/** A copy of the data folder of a server that was stopped, in the hands of somebody with the file and a text editor. */
export class TamperedCopy {
  readonly dataFolder: string;

  constructor(original: string, name: string) {
    this.dataFolder = `${original}-${name}`;
    cpSync(original, this.dataFolder, { recursive: true });
  }

  /** Without the guards of the ledger, as with the sqlite3 command line. */
  sql(...statements: readonly string[]): this {
    const db = new DatabaseSync(path.join(this.dataFolder, 'ledger.db'));
    try {
      for (const { name } of db.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).all()) db.exec(`DROP TRIGGER ${String(name)}`);
      statements.forEach((statement) => db.exec(statement));
    } finally {
      db.close();
    }
    return this;
  }

  remove(...files: readonly string[]): this {
    files.forEach((file) => rmSync(path.join(this.dataFolder, file)));
    return this;
  }

  /** What verify prints, a line for each fault. */
  async verify(): Promise<readonly string[]> {
    const { faults } = await verifyData(this.dataFolder, () => undefined);
    return faults.map(({ place, detail }) => `${place}: ${detail}`);
  }
}
