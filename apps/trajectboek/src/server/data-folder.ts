import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { UserError } from '../cli/user-error.js';

const LOCK_FILE = 'server.lock';
/** A server that is stopping gets this long to let go, in milliseconds. */
const PATIENCE_MS = 1_000;
const BUSY = 5;

/** Makes the data folder where there is none. @throws UserError with one line when it cannot be written */
export function makeDataFolder(folder: string): void {
  try {
    makeFolder(path.resolve(folder));
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new UserError(`In de gegevensmap ${folder} kan niet worden geschreven. (The data folder cannot be written.)`, { cause: error });
  }
}

/**
 * Makes a folder and those above it, one level at a time: Node's recursive mkdir never ends where the system answers ENOENT to
 * every new folder, as under /proc.
 * @param folder an absolute path
 */
export function makeFolder(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory()) return;
  if (path.dirname(folder) !== folder) makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process that starts now may have made it meanwhile.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

/**
 * Takes the folder for one server: two of them would each keep streams, keys and imports in memory that the other changes.
 * Commands that only read the ledger (`verify`, `rebuild`, `token`) need no lock. The lock is one of the system on an empty
 * SQLite file, so that it goes with the process, however that ends.
 * @returns how to let go
 * @throws UserError when another server has it
 */
export function lockDataFolder(folder: string): () => void {
  const lock = new DatabaseSync(path.join(folder, LOCK_FILE), { timeout: PATIENCE_MS });
  try {
    // Without a journal beside it: nothing is ever written.
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return () => lock.close();
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new UserError(`Op de gegevensmap ${folder} draait al een Trajectboek: stop dat eerst, of kies een andere map met --data. (Another server uses this data folder.)`, { cause: error });
  }
}

function isBusy(error: unknown): boolean {
  // The low byte is the primary code (https://sqlite.org/rescode.html).
  return typeof error === 'object' && error !== null && 'errcode' in error && (Number(error.errcode) & 0xff) === BUSY;
}
