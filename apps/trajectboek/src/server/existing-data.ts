import { existsSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../cli/user-error.js';
import { openStores, type Stores } from './stores.js';

/** Opens a data folder that has a ledger. @throws UserError */
export async function openExisting(dataFolder: string): Promise<Stores> {
  if (!existsSync(path.join(dataFolder, 'ledger.db'))) throw new UserError(`In ${dataFolder} staat geen grootboek. (No ledger there.)`);
  return openStores(dataFolder, () => new Date().toISOString());
}
