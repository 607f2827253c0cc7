import type { Instant } from '@trajectboek/events';
import { LedgerFileError, SqliteLedgerStore } from '@trajectboek/ledger-store-sqlite';
import { openKeyVault, openRootSecretFile, UnwrapError, type KeyVault } from '@trajectboek/privacy-sqlite';
import { SqliteOrganisationSettings } from '@trajectboek/settings-sqlite';
import type { ViewStore } from '@trajectboek/view-store';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../cli/user-error.js';
import { makeDataFolder } from './data-folder.js';
import { CursorHash } from './keyed-hash.js';
import type { Patience } from './redis-client.js';
import { VIEWS } from './projector/subscriptions.js';
import { SealedViewStore } from './sealed-view-store.js';
import { chosenViewStore, openViewStore, type ViewStoreChoice, type ViewStoreFrom } from './view-store-choice.js';

/** Everything that the product keeps in its data folder; the root secret and the keys lie apart from the ledger. Views may be in Redis instead. */
export interface Stores {
  readonly ledger: SqliteLedgerStore;
  readonly vault: KeyVault;
  readonly views: ViewStore;
  readonly settings: SqliteOrganisationSettings;
  readonly cursorHash: CursorHash;
  /** For a ledger that is given up: takes a view out of a store that others use too. */
  dangerouslyForget(view: string): Promise<void>;
  close(): Promise<void>;
}

const FILES = { ledger: 'ledger.db', keys: 'keys.db', views: 'views.db', settings: 'settings.db', secret: 'root.key' } as const;

type Closable = { close(): unknown };

/** How views are asked when they are in Redis: by readers, or by who keeps them up to date. */
interface OpenOptions {
  readonly patience: Patience;
}

/** Opens the files of a data folder, or makes them. @throws UserError with one line that says what is wrong; then nothing stays open */
export async function openStores(dataFolder: string, now: () => Instant, { patience }: OpenOptions = { patience: 'projector' }): Promise<Stores> {
  const choice = chosenViewStore(process.env);
  makeDataFolder(dataFolder);
  const at = (file: keyof typeof FILES): string => path.join(dataFolder, FILES[file]);
  const opened: Closable[] = [];
  const open = async <Store extends Closable>(file: keyof typeof FILES, make: (filePath: string) => Store | Promise<Store>): Promise<Store> => {
    try {
      const store = await make(at(file));
      opened.unshift(store);
      return store;
    } catch (error) {
      for (const store of opened) await store.close();
      throw new UserError(lineFor(FILES[file], error), { cause: error });
    }
  };
  const isWithoutKeys = existsSync(at('ledger')) && !existsSync(at('keys'));
  const { bytes } = await open('secret', (file) => ({ ...openRootSecretFile(file), close: () => undefined }));
  // Before the ledger: a process that dies at its first start leaves no ledger without keys.
  const vault = await open('keys', (file) => openKeyVault(isWithoutKeys ? refuseNewKeys() : file, { bytes }));
  const ledger = await open('ledger', (file) => SqliteLedgerStore.open(file, { now }));
  const settings = await open('settings', (file) => new SqliteOrganisationSettings(file));
  const { views, forget } = await open('views', (file) => openViews(choice, { file, root: { bytes }, patience }));
  return {
    ledger, vault, views, settings,
    cursorHash: new CursorHash({ bytes }),
    dangerouslyForget: forget,
    close: async () => {
      for (const store of opened) await store.close();
    },
  };
}

async function openViews(choice: ViewStoreChoice, from: ViewStoreFrom): Promise<{ views: SealedViewStore; forget(view: string): Promise<void>; close(): Promise<void> }> {
  const { store, forget } = await openViewStore(choice, from);
  return { views: new SealedViewStore(store, from.root, VIEWS), forget, close: () => store.close() };
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
