import { subkeyOf, type RootSecret } from '@trajectboek/privacy';
import type { ViewStore } from '@trajectboek/view-store';
import { SqliteViewStore } from '@trajectboek/view-store-sqlite';
import { createHmac } from 'node:crypto';
import { UserError } from '../cli/user-error.js';
import { parseRedisAddress, type RedisAddress } from './redis-address.js';
import type { Patience } from './redis-client.js';

/** Where views are kept: a file of the data folder, or a Redis that others may use too. */
export type ViewStoreChoice = { readonly kind: 'sqlite' } | { readonly kind: 'redis'; readonly address: RedisAddress; readonly prefix: string };

const USUAL_PREFIX = 'trajectboek';
const PREFIX = /^[A-Za-z0-9][A-Za-z0-9:._-]{0,63}$/;
const NO_BYTES = new Uint8Array();
const NAME_LENGTH = 16;

/** @throws UserError */
export function chosenViewStore(environment: NodeJS.ProcessEnv): ViewStoreChoice {
  const text = environment['TRAJECTBOEK_REDIS'];
  if (text === undefined || text === '') return { kind: 'sqlite' };
  const prefix = environment['TRAJECTBOEK_REDIS_PREFIX'] || USUAL_PREFIX;
  if (!PREFIX.test(prefix)) throw new UserError('TRAJECTBOEK_REDIS_PREFIX mag alleen letters, cijfers en : . _ - hebben, hoogstens 64. (Not a prefix of keys.)');
  return { kind: 'redis', address: parseRedisAddress(text), prefix };
}

/** What a store needs to know besides where it is. */
export interface ViewStoreFrom {
  readonly file: string;
  readonly root: RootSecret;
  readonly patience: Patience;
}

export interface OpenedViewStore {
  readonly store: ViewStore;
  /** Takes a view away where others keep theirs too; a file of views goes with its folder. */
  forget(view: string): Promise<void>;
}

/** @throws UserError for a Redis that cannot be reached; the errors of SQLite for its file */
export async function openViewStore(choice: ViewStoreChoice, { file, root, patience }: ViewStoreFrom): Promise<OpenedViewStore> {
  if (choice.kind === 'sqlite') return { store: SqliteViewStore.open(file), forget: async () => undefined };
  // Only who wants it waits for it to be read.
  const { openRedisViews } = await import('./redis-views.js');
  const store = await openRedisViews({ address: choice.address, prefix: prefixOf(choice.prefix, root), patience });
  return { store, forget: (view) => store.dangerouslyForget(view) };
}

/**
 * Every ledger has a root secret of its own, so two of them on one Redis never meet, and one that was put back from a backup
 * finds its views. The name says nothing of the secret.
 */
export function prefixOf(prefix: string, { bytes }: RootSecret): string {
  const name = createHmac('sha256', subkeyOf(bytes, NO_BYTES, 'trajectboek view keys 1')).update('views').digest('hex').slice(0, NAME_LENGTH);
  return `${prefix}:${name}`;
}
