import { generateSigningKey, parseSigningKey, type NoteSigner, type NoteVerifier } from '@trajectboek/proof';
import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../cli/user-error.js';

/** Name of this ledger in its checkpoints. */
export const ORIGIN = 'trajectboek.example/ledger';
export const KEY_FILE = 'checkpoint.key';

/** The key that signs checkpoints, made at first use, readable by its owner only. @throws UserError when it is no key */
export function openCheckpointKey(dataFolder: string): NoteSigner {
  const file = path.join(dataFolder, KEY_FILE);
  if (!existsSync(file)) create(file);
  return read(file);
}

/** What checks the signatures; undefined when the key is gone, since a new one would only hide that. @throws UserError when it is no key */
export function findCheckpointVerifier(dataFolder: string): NoteVerifier | undefined {
  const file = path.join(dataFolder, KEY_FILE);
  return existsSync(file) ? read(file).verifier : undefined;
}

function read(file: string): NoteSigner {
  try {
    return parseSigningKey(readFileSync(file, 'utf8').trim());
  } catch (error) {
    throw new UserError(`Het bestand ${KEY_FILE} is geen ondertekensleutel. Zet een reservekopie terug. (Restore a backup.)`, { cause: error });
  }
}

/** Whole before it has its name, so that a process that dies here leaves no half key. */
function create(file: string): void {
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  writeFileSync(draft, `${generateSigningKey(ORIGIN)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, file);
  } finally {
    unlinkSync(draft);
  }
}
