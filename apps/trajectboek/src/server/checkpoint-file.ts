import { appendFileSync, closeSync, existsSync, fstatSync, fsyncSync, openSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../cli/user-error.js';

const FILE = 'checkpoints.ndjson';
const WITNESS_FILE = 'witness.ndjson';
/** More than enough for the last few lines. */
const TAIL_BYTES = 64 * 1024;
const LINE_FEED = 10;

/** Where the witness's copy was put with TRAJECTBOEK_WITNESS; undefined when it lies in the data folder. */
export function movedWitness(): string | undefined {
  return process.env['TRAJECTBOEK_WITNESS'] || undefined;
}

/** Where checkpoints are kept: with the ledger, and a second time where the ledger's administrator cannot quietly change it. */
export function checkpointFiles(dataFolder: string): readonly string[] {
  return [path.join(dataFolder, FILE), movedWitness() ?? path.join(dataFolder, WITNESS_FILE)];
}

/** Where checkpoints may lie: a witness file that was moved later leaves its older half in the data folder. */
export function allCheckpointFiles(dataFolder: string): readonly string[] {
  return [...new Set([...checkpointFiles(dataFolder), path.join(dataFolder, WITNESS_FILE)])];
}

/** Makes the files where they are not there yet. @throws UserError with the file that cannot be written */
export function openCheckpointFiles(dataFolder: string): readonly string[] {
  const files = checkpointFiles(dataFolder);
  for (const file of files) {
    try {
      closeSync(openSync(file, 'a'));
    } catch (error) {
      throw new UserError(`In ${file} kunnen geen ijkpunten worden geschreven; kijk naar TRAJECTBOEK_WITNESS. (Checkpoints cannot be written there.)`, { cause: error });
    }
  }
  return files;
}

/** Adds a signed checkpoint to a file; durable before it returns. A line that a dying process left half does not spoil it. */
export function appendCheckpoint(file: string, line: CheckpointLine): void {
  const handle = openSync(file, 'a+');
  try {
    appendFileSync(handle, `${endsHalfway(handle) ? '\n' : ''}${JSON.stringify(line)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A signed note as it stands in a file. */
export interface CheckpointLine {
  readonly at: string;
  readonly note: string;
}

/** The signed notes of a file, oldest first; a line that a dying process left half is no checkpoint. */
export function readCheckpoints(file: string): readonly CheckpointLine[] {
  return existsSync(file) ? linesIn(readFileSync(file, 'utf8')) : [];
}

/** The last signed note of a file of any length. */
export function findNewestCheckpoint(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const handle = openSync(file, 'r');
  try {
    return linesIn(readTail(handle, TAIL_BYTES).toString()).at(-1)?.note;
  } finally {
    closeSync(handle);
  }
}

function endsHalfway(handle: number): boolean {
  const [last = LINE_FEED] = readTail(handle, 1);
  return last !== LINE_FEED;
}

function readTail(handle: number, length: number): Buffer {
  const { size } = fstatSync(handle);
  const tail = Buffer.alloc(Math.min(size, length));
  readSync(handle, tail, 0, tail.length, size - tail.length);
  return tail;
}

function linesIn(text: string): readonly CheckpointLine[] {
  return text.split('\n').flatMap((line) => {
    const parsed = checkpointIn(line);
    return parsed === undefined ? [] : [parsed];
  });
}

function checkpointIn(line: string): CheckpointLine | undefined {
  try {
    const parsed: unknown = JSON.parse(line);
    if (typeof parsed !== 'object' || parsed === null || !('note' in parsed) || typeof parsed.note !== 'string') return undefined;
    return { at: 'at' in parsed ? String(parsed.at) : '', note: parsed.note };
  } catch {
    return undefined;
  }
}
