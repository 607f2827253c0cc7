import type { Instant } from '@trajectboek/events';
import { LedgerFileError, SqliteLedgerStore } from '@trajectboek/ledger-store-sqlite';
import { openKeyVault, openRootSecretFile, UnwrapError, type KeyVault } from '@trajectboek/privacy-sqlite';
import { SqliteOrganisationSettings } from '@trajectboek/settings-sqlite';
import type { ViewStore } from '@trajectboek/view-store';
import { SqliteViewStore } from '@trajectboek/view-store-sqlite';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../cli/user-error.js';
import { makeDataFolder } from './data-folder.js';
import { SealedViewStore } from './sealed-view-store.js';

/** Everything that the embedded shape keeps in its data folder; the root secret and the keys lie apart from the ledger. */
export interface Stores {
  readonly ledger: SqliteLedgerStore;
  readonly vault: KeyVault;
  readonly views: ViewStore;
  readonly settings: SqliteOrganisationSettings;
  close(): Promise<void>;
}

const FILES = { ledger: 'ledger.db', keys: 'keys.db', views: 'views.db', settings: 'settings.db', secret: 'root.key' } as const;

/** Opens the files of a data folder, or makes them. @throws UserError with one line that says what is wrong */
export function openStores(dataFolder: string, now: () => Instant): Stores {
  makeDataFolder(dataFolder);
  const at = (file: keyof typeof FILES): string => path.join(dataFolder, FILES[file]);
  const opened: { close(): unknown }[] = [];
  const open = <Store extends { close(): unknown }>(file: keyof typeof FILES, make: (filePath: string) => Store): Store => {
    try {
      const store = make(at(file));
      opened.unshift(store);
      return store;
    } catch (error) {
      opened.forEach((store) => store.close());
      throw new UserError(lineFor(FILES[file], error), { cause: error });
    }
  };
  const isWithoutKeys = existsSync(at('ledger')) && !existsSync(at('keys'));
  const { bytes } = open('secret', (file) => ({ ...openRootSecretFile(file), close: () => undefined }));
  // Before the ledger: a process that dies at its first start leaves no ledger without keys.
  const vault = open('keys', (file) => openKeyVault(isWithoutKeys ? refuseNewKeys() : file, { bytes }));
  const ledger = open('ledger', (file) => SqliteLedgerStore.open(file, { now }));
  const settings = open('settings', (file) => new SqliteOrganisationSettings(file));
  const views = open('views', (file) => new SealedViewStore(SqliteViewStore.open(file), { bytes }));
  return {
    ledger, vault, views, settings,
    close: async () => {
      for (const store of opened) await store.close();
    },
  };
}

/** A ledger whose keys are gone can be read by nobody: new keys would only hide that. @throws UserError */
function refuseNewKeys(): never {
  throw new UserError(`Het bestand ${FILES.keys} ontbreekt bij een grootboek dat er al was. Zet een reservekopie terug. (Keys are missing; restore a backup.)`);
}

function lineFor(file: string, error: unknown): string {
  if (error instanceof LedgerFileError) return error.message;
  if (error instanceof UserError) return error.userMessage;
  if (file === FILES.secret) return `Het bestand ${file} is onleesbaar, leeg of door anderen te lezen (moet 0600 zijn). Zet de juiste root.key terug. (Root secret not usable.)`;
  if (error instanceof UnwrapError) return `De sleutels in ${file} passen niet bij root.key; zet de juiste root.key terug. (Wrong root secret.)`;
  const repair = file === FILES.views ? 'Verwijder het; het wordt opnieuw opgebouwd. (Remove it; it will be rebuilt.)' : 'Zet een reservekopie terug. (Restore a backup.)';
  return `Het bestand ${file} is niet te openen of beschadigd. ${repair}`;
}
