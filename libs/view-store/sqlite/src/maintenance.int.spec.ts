import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from './connection.js';
import { isThere, Maintenance } from './maintenance.js';
import { createTable, indexOf, indexStatements, tableOf, type Build } from './schema.js';

const BUILD: Build = { view: 'test-rows', generation: 1, version: 1, tags: ['guide', 'status'], selections: [[]] };
const MANY_ROWS = 10_001;

let folder: string;
let connection: Connection;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'views-'));
  connection = Connection.writer(join(folder, 'views.db'));
  createTable(connection.db, BUILD);
});
afterEach(() => {
  connection.close();
  rmSync(folder, { recursive: true });
});

function fill(rows: number): void {
  connection.db.exec(`
    WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ${rows})
    INSERT INTO ${tableOf(BUILD)} (trajectory, key, "from", until, since, ends, doc) SELECT 'youth-' || n, 'key', '2021-01-01', '2021-02-01', '2021-01-01', 2021, '{}' FROM number`);
}

describe('work on a whole build', () => {
  it.each([1, MANY_ROWS])('is done when it is over, also with %i rows', async (rows) => {
    fill(rows);
    const maintenance = new Maintenance(connection, BUILD);
    for (const statement of indexStatements(BUILD)) await maintenance.run(statement);
    await maintenance.end();
    expect(BUILD.selections.map((selection) => isThere(connection, indexOf(BUILD, selection)))).toEqual([true]);
  });

  it('fails with the fault of its statement, in a thread as well', async () => {
    fill(MANY_ROWS);
    const maintenance = new Maintenance(connection, BUILD);
    await expect(maintenance.run('CREATE INDEX place ON nowhere (place)')).rejects.toThrow(/nowhere/);
    await maintenance.end();
  });
});
