// Where everything stands, and which Node runs it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const OLDEST_NODE = 20;
const PINNED_NODE = path.join(ROOT, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const PINNED_MAJOR = 24;

/** The folders of all workspace projects, relative to the root. */
export function projectFolders() {
  const { workspaces } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  return workspaces.flatMap(expand).filter((folder) => existsSync(path.join(ROOT, folder, 'package.json')));
}

/** npm's workspace patterns, of which we use only `*` for one folder. */
function expand(pattern) {
  return pattern.split('/').reduce((folders, part) => folders.flatMap((folder) => {
    if (part !== '*') return [path.posix.join(folder, part)];
    return foldersIn(folder).map((name) => path.posix.join(folder, name));
  }), ['']);
}

function foldersIn(folder) {
  const entries = existsSync(path.join(ROOT, folder)) ? readdirSync(path.join(ROOT, folder), { withFileTypes: true }) : [];
  return entries.filter((entry) => entry.isDirectory() && entry.name !== 'node_modules').map(({ name }) => name).sort();
}

/** Stops with one clear line on a Node that cannot even run these tools. */
export function requireNode() {
  if (majorOf(process.versions.node) >= OLDEST_NODE) return;
  console.error(`Node ${OLDEST_NODE} of nieuwer is nodig; dit is ${process.version}. (Node ${OLDEST_NODE} or newer is needed.)`);
  process.exit(1);
}

let pinned;

/** The Node that our packages pin; a Node of the machine that is at least as new will do where it is missing. */
export function pinnedNode() {
  pinned ??= [PINNED_NODE, process.execPath].find(isNewEnough);
  if (pinned) return pinned;
  throw new Error(`Node ${PINNED_MAJOR} ontbreekt in node_modules; draai "npm ci" met install-scripts aan. (The pinned Node is missing: run "npm ci" with install scripts enabled.)`);
}

/** Asks the package for its version rather than starting the program, which would cost every command its time. */
function isNewEnough(file) {
  if (file === process.execPath) return majorOf(process.versions.node) >= PINNED_MAJOR;
  return existsSync(file) && majorOf(JSON.parse(readFileSync(path.join(file, '..', '..', 'package.json'), 'utf8')).version) >= PINNED_MAJOR;
}

function majorOf(version) {
  return Number(version.split('.')[0]);
}

/** An environment in which `node` is the pinned one, also for what our tools start themselves. */
export function environment(extra = {}) {
  const folders = [path.dirname(pinnedNode()), path.join(ROOT, 'node_modules', '.bin'), process.env.PATH];
  return { ...process.env, PATH: folders.join(path.delimiter), ...extra };
}
