import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { requestOf } from '@trajectboek/ledger-store/testing';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SqliteLedgerStore } from '../sqlite-ledger-store.js';
import { LedgerFileError } from './ledger-file-error.js';

const now = (): string => '2026-01-05T09:00:00.000Z';

describe('a file that cannot be the ledger gives one clear error', () => {
  let folder = '';
  const inFolder = (name: string): string => join(folder, name);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('when the folder is not there', () => {
    expect(faultOf(inFolder('nowhere/ledger.db'))).toBe('not-writable');
  });

  it('when the folder is a file', () => {
    writeFileSync(inFolder('file'), '');
    expect(faultOf(inFolder('file/ledger.db'))).toBe('not-writable');
  });

  it('when it is a folder', () => {
    expect(faultOf(folder)).toBe('not-writable');
  });

  it('when it is not a database, and leaves it as it was', () => {
    writeFileSync(inFolder('letter.txt'), 'Beste lezer, '.repeat(400));
    expect(faultOf(inFolder('letter.txt'))).toBe('damaged');
    expect(readFileSync(inFolder('letter.txt'), 'utf8')).toBe('Beste lezer, '.repeat(400));
  });

  it('when it is the database of another program', () => {
    databaseWith(inFolder('other.db'), 'CREATE TABLE recipe (name TEXT)');
    expect(faultOf(inFolder('other.db'))).toBe('foreign');
  });

  it('when a later version made it', async () => {
    await SqliteLedgerStore.open(inFolder('ledger.db'), { now }).close();
    databaseWith(inFolder('ledger.db'), 'PRAGMA user_version = 99');
    expect(faultOf(inFolder('ledger.db'))).toBe('newer');
  });

  it('when its first page is overwritten', async () => {
    const store = SqliteLedgerStore.open(inFolder('ledger.db'), { now });
    await store.append([requestOf(1, -1, [1])]);
    await store.close();
    const bytes = readFileSync(inFolder('ledger.db'));
    writeFileSync(inFolder('ledger.db'), bytes.fill(0xaa, 100, 4_096));
    expect(faultOf(inFolder('ledger.db'))).toBe('damaged');
  });

  it('with a message of one line in Dutch and English', () => {
    expect(() => SqliteLedgerStore.open(inFolder('nowhere/ledger.db'), { now })).toThrow(/^Het grootboekbestand [^\n]+ \/ The ledger file [^\n]+$/);
  });
});

function faultOf(file: string): string {
  try {
    SqliteLedgerStore.open(file, { now });
    return 'none';
  } catch (error) {
    return error instanceof LedgerFileError ? error.fault : `not typed: ${String(error)}`;
  }
}

function databaseWith(file: string, sql: string): void {
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.close();
}
