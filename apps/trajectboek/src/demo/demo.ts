import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { OnProgress } from '../cli/progress.js';
import { systemCodeOf } from '../cli/system-error.js';
import { ISSUER_FILE } from '../identity/development-issuer.js';
import { LocalClients } from '../identity/local-clients.js';
import type { LoadReport } from '../loading/load-report.js';
import { load, openSources } from '../loading/load.js';

const STORIES = new URL('../../demo/', import.meta.url);

/**
 * True when nothing was ever kept in the folder; a key for tokens may be there from before the first start. What cannot be
 * read is not new: opening it says what is wrong.
 */
export async function isNewDataFolder(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).every((name) => name === ISSUER_FILE);
  } catch (error) {
    return systemCodeOf(error) === 'ENOENT';
  }
}

/** Loads the example stories into the empty ledger behind a URL, as their sources logged them. */
export async function loadDemo({ url, data, onProgress }: { readonly url: string; readonly data: string; readonly onProgress: OnProgress }): Promise<LoadReport> {
  const names = (await readdir(STORIES)).filter((name) => name.endsWith('.yaml')).sort();
  const sources = await openSources(names.map((name) => fileURLToPath(new URL(name, STORIES))));
  return load(sources, { client: await new LocalClients({ url, data }).loader(), asLogged: true, onProgress });
}
