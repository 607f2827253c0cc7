import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';
import { ROOT } from './workspace.mjs';

const LOCK = path.join(ROOT, 'package-lock.json');
const INSTALLED = path.join(ROOT, 'node_modules', '.package-lock.json');
/** Says for which lock file was installed; the time of a file says too little after a checkout. */
const STAMP = path.join(ROOT, 'node_modules', '.installed-lock');

/** Installs the packages of the lock file when they are missing or older than it. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  console.error('Pakketten installeren, dit duurt de eerste keer een paar minuten… (Installing packages)');
  const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm says on standard output what it did; ours is for what the command itself answers.
  const code = await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', words, { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (code !== 0) throw new Error(`Installeren is niet gelukt (npm ci gaf ${code}). (Installing packages failed.)`);
  writeFileSync(STAMP, hashOfLock());
}

function isInstalled() {
  if (!existsSync(INSTALLED)) return false;
  if (statSync(INSTALLED).mtimeMs >= statSync(LOCK).mtimeMs) return true;
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hashOfLock();
}

function hashOfLock() {
  return createHash('sha256').update(readFileSync(LOCK)).digest('hex');
}
