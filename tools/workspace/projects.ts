import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** One npm workspace of the repository. */
export interface Project {
  /** Relative to the root: `libs/events`. */
  readonly folder: string;
  /** The name of its package: `@trajectboek/events`. */
  readonly name: string;
  /** `type:…`: the layer of docs/adr/0002 in which it lies. */
  readonly tags: readonly string[];
}

interface PackageFile {
  readonly name: string;
  readonly workspaces?: readonly string[];
  readonly nx?: { readonly tags?: readonly string[] };
}

/** Every project, in the order of its folder. */
export function projects(): readonly Project[] {
  const { workspaces = [] } = packageFileOf('.');
  const folders = workspaces.flatMap(expand).filter((folder) => existsSync(path.join(ROOT, folder, 'package.json')));
  return [...new Set(folders)].sort().map((folder) => {
    const { name, nx } = packageFileOf(folder);
    return { folder, name, tags: nx?.tags ?? [] };
  });
}

function packageFileOf(folder: string): PackageFile {
  return JSON.parse(readFileSync(path.join(ROOT, folder, 'package.json'), 'utf8')) as PackageFile;
}

/** npm's workspace patterns, of which the repository uses only `*` for one folder. */
function expand(pattern: string): readonly string[] {
  return pattern.split('/').reduce<readonly string[]>((folders, part) => folders.flatMap((folder) => {
    if (part !== '*') return [path.posix.join(folder, part)];
    return foldersIn(folder).map((name) => path.posix.join(folder, name));
  }), ['']);
}

function foldersIn(folder: string): readonly string[] {
  const absolute = path.join(ROOT, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'node_modules').map(({ name }) => name);
}
