import { DatabaseSync } from 'node:sqlite';
import { LedgerFileError, type LedgerFileFault } from './ledger-file-error.js';
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from './schema.js';

/** Milliseconds to wait for another process that holds the file. */
const BUSY_TIMEOUT = 5_000;
/** Pages of 4 KiB in the write-ahead log before it is copied into the file: a page changed often is then copied once. */
const CHECKPOINT_PAGES = 8_000;
const CANNOT_OPEN = new Set([3, 8, 10, 13, 14, 23]);
const DAMAGED = new Set([11, 26]);

export interface LedgerFile {
  readonly writer: DatabaseSync;
  /** Cannot write, whatever is asked of it. */
  readonly reader: DatabaseSync;
}

/** Opens the ledger, made when there is none. @throws LedgerFileError */
export function openLedgerFile(file: string): LedgerFile {
  return guarded(file, () => {
    const writer = opened(file);
    try {
      return { writer, reader: readOnly(file) };
    } catch (error) {
      writer.close();
      throw error;
    }
  });
}

function opened(file: string): DatabaseSync {
  const writer = new DatabaseSync(file, { timeout: BUSY_TIMEOUT });
  try {
    const isNew = checkOwner(writer, file);
    writer.exec('PRAGMA journal_mode = WAL');
    // FULL: the log is on the disk before a commit returns, so that a loss of power takes nothing that was answered.
    writer.exec(`PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY`);
    if (isNew) writer.exec(`BEGIN IMMEDIATE; ${SCHEMA} PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`);
    else assertWritable(writer);
    return writer;
  } catch (error) {
    writer.close();
    throw error;
  }
}

function readOnly(file: string): DatabaseSync {
  const reader = new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT });
  reader.exec('PRAGMA cache_size = -65536; PRAGMA mmap_size = 268435456');
  return reader;
}

/** True for an empty file. */
function checkOwner(db: DatabaseSync, file: string): boolean {
  const [owner, version, tables] = [numberOf(db, 'PRAGMA application_id'), numberOf(db, 'PRAGMA user_version'), numberOf(db, 'SELECT count(*) FROM sqlite_master')];
  if (owner === 0 && version === 0 && tables === 0) return true;
  if (owner !== APPLICATION_ID) throw new LedgerFileError('foreign', file);
  if (version > SCHEMA_VERSION) throw new LedgerFileError('newer', file);
  return false;
}

/** A file without write permission opens all the same, and would fail at the first event. */
function assertWritable(db: DatabaseSync): void {
  db.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${SCHEMA_VERSION}; ROLLBACK`);
}

function numberOf(db: DatabaseSync, sql: string): number {
  const [value] = Object.values(db.prepare(sql).get() ?? {});
  return Number(value);
}

function guarded<Result>(file: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const fault = faultOf(error);
    if (fault === undefined) throw error;
    throw new LedgerFileError(fault, file, error);
  }
}

function faultOf(error: unknown): LedgerFileFault | undefined {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined;
  // The low byte is the primary code, above it the detail (https://sqlite.org/rescode.html).
  const code = Number(error.errcode) & 0xff;
  if (CANNOT_OPEN.has(code)) return 'not-writable';
  return DAMAGED.has(code) ? 'damaged' : undefined;
}
