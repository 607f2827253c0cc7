import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** All files under a folder; an absent folder has none. */
export function filesUnder(folder) {
  return entriesOf(folder).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(file) : [file];
  });
}

function entriesOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

/** True for TypeScript that belongs in the product: no specs and no type declarations. */
export function isProductSource(file) {
  return file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.endsWith('.d.ts');
}

/** Changes whenever the file does, also when it gets an older time (a checkout, a copy). */
export function versionOf(file) {
  const { mtimeMs, size } = statSync(file);
  return `${mtimeMs}-${size}`;
}
