import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { accessLine, requestOf } from '@trajectboek/ledger-store/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openLedgerFile } from './file/ledger-file.js';
import { SqliteLedgerStore } from './sqlite-ledger-store.js';

const CHANGES = [
  `UPDATE event SET source = 'x'`,
  'DELETE FROM event',
  'INSERT OR REPLACE INTO event SELECT * FROM event WHERE position = 1',
  'REPLACE INTO event SELECT 900, stream, revision, event_id, version, controller, family, type, source, occurred_at, recorded_at, leaf, chain, parts FROM event WHERE position = 1',
  `UPDATE access SET line = '{}'`,
  'DELETE FROM access',
  `REPLACE INTO access (number, line) VALUES (1, '{}')`,
  `UPDATE tile SET latest = 'x'`,
  'DELETE FROM tile',
  `REPLACE INTO tile (number, latest, leaves) VALUES (0, 'x', x'00')`,
];

describe('a recorded event cannot be changed', () => {
  let folder = '';
  let file = '';
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ledger-'));
    file = join(folder, 'ledger.db');
    const store = SqliteLedgerStore.open(file, { now: () => '2026-01-05T09:00:00.000Z' });
    await store.append([{ ...requestOf(1, -1, Array.from({ length: 300 }, (_, index) => index + 1)), audit: accessLine(1) }]);
    await store.append([requestOf(2, -1, [301])]);
    await store.close();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each(CHANGES)('through a connection that may write: %s', (sql) => {
    const db = new DatabaseSync(file);
    const before = contentsOf(db);
    expect(() => db.exec(sql)).toThrow(/append-only|never replaced/);
    expect(contentsOf(db)).toEqual(before);
    db.close();
  });

  it.each(CHANGES)('through the handle of readers: %s', (sql) => {
    const { reader, writer } = openLedgerFile(file);
    expect(() => reader.exec(sql)).toThrow(/readonly/);
    expect(() => reader.exec('DROP TRIGGER event_no_update')).toThrow(/readonly/);
    reader.close();
    writer.close();
  });
});

function contentsOf(db: DatabaseSync): string {
  return JSON.stringify(['event', 'access', 'tile'].map((table) => db.prepare(`SELECT * FROM ${table}`).all()));
}
