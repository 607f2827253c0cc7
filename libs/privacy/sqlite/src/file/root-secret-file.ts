import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, openSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RootSecret } from '@trajectboek/privacy';

const LENGTH = 32;
const OWNER_ONLY = 0o600;
const OTHERS = 0o077;

/**
 * The root secret in a file of its own, made when there is none; only its owner may read it.
 *
 * Throws when the file is open to others or does not hold 32 bytes in base64. Keep a copy where the key file is not:
 * together they open everything, and without the secret the key file opens nothing.
 */
export function openRootSecretFile(path: string): RootSecret {
  createWhenAbsent(path);
  if (process.platform !== 'win32' && (statSync(path).mode & OTHERS) !== 0) throw new Error('The file with the root secret can be read by others: make it 0600');
  const bytes = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
  if (bytes.length !== LENGTH) throw new Error('The file with the root secret does not hold 32 bytes in base64');
  return { bytes };
}

/** Written whole before it has its name: another process that starts now never reads half a secret. */
function createWhenAbsent(path: string): void {
  if (existsSync(path)) return;
  const draft = `${path}.${randomBytes(8).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(LENGTH).toString('base64')}\n`, { flag: 'wx', mode: OWNER_ONLY, flush: true });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    unlinkSync(draft);
  }
  // Keys are wrapped under it from now on: its name in the folder must survive a power loss too.
  const folder = openSync(dirname(path), 'r');
  fsyncSync(folder);
  closeSync(folder);
}
