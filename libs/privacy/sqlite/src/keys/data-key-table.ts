import type { DataKey, FoundKey, KeyScope } from '@trajectboek/privacy';
import type { DataClass, TrajectoryId } from '@trajectboek/events';
import type { KeyFile } from '../file/key-file.js';
import type { ControllerKeys, Kek } from './controller-keys.js';
import { drawRandom } from './random-pool.js';
import { UnwrapError, unwrapKey, wrapKey } from './wrapping.js';

const KEY_LENGTH = 32;
const KEY_ID_LENGTH = 16;

export interface StoredKey {
  readonly scope: KeyScope;
  readonly found: FoundKey;
}

/** The rows of data keys and fences. Writing methods are for use within a transaction. */
export class DataKeyTable {
  readonly #byScope;
  readonly #byId;
  readonly #insert;
  readonly #fenced;

  constructor(
    file: KeyFile,
    private readonly controllers: ControllerKeys,
  ) {
    const scope = 'trajectory_id = ? AND controller = ?';
    this.#byScope = file.prepare(`SELECT * FROM data_key WHERE ${scope} AND data_class = ? AND retention = ?`);
    this.#byId = file.prepare('SELECT * FROM data_key WHERE key_id = ?');
    this.#insert = file.prepare('INSERT INTO data_key (key_id, trajectory_id, controller, data_class, retention, kek_version, wrapped) VALUES (?, ?, ?, ?, ?, ?, ?)');
    this.#fenced = file.prepare(`SELECT 1 FROM fence WHERE ${scope} AND data_class IN (?, '*') LIMIT 1`);
  }

  isFenced({ trajectoryId, controller, dataClass }: KeyScope): boolean {
    return this.#fenced.get(trajectoryId, controller, dataClass) !== undefined;
  }

  /** The key of a scope; undefined when there is none yet. The fence is asked first: a destroyed key does not get here. @throws UnwrapError */
  keyOf({ trajectoryId, controller, dataClass, retention }: KeyScope): DataKey | undefined {
    const row = this.#byScope.get(trajectoryId, controller, dataClass, retention);
    const stored = row && this.#read(row);
    return stored?.found.state === 'present' ? { keyId: String(row?.['key_id']), key: stored.found.key } : undefined;
  }

  /** A key that does not unwrap any more is as good as missing: an incident, and no reason to stop reading the others. */
  find(keyId: string): StoredKey | undefined {
    const row = this.#byId.get(keyId);
    if (row === undefined) return undefined;
    try {
      return this.#read(row);
    } catch (error) {
      if (error instanceof UnwrapError) return { scope: scopeOf(row), found: { state: 'missing' } };
      throw error;
    }
  }

  make(scope: KeyScope, kek: Kek): DataKey {
    const key = drawRandom(KEY_LENGTH);
    const keyId = keyIdOf(drawRandom(KEY_ID_LENGTH));
    const { trajectoryId, controller, dataClass, retention } = scope;
    this.#insert.run(keyId, trajectoryId, controller, dataClass, retention, kek.version, wrapKey(kek.key, key, placeOf(keyId, scope)));
    return { keyId, key };
  }

  #read(row: Record<string, unknown>): StoredKey {
    const scope = scopeOf(row);
    const { wrapped, kek_version: version } = row;
    if (!(wrapped instanceof Uint8Array)) return { scope, found: { state: 'erased' } };
    const key = unwrapKey(this.controllers.kek(scope.controller, Number(version)), wrapped, placeOf(String(row['key_id']), scope));
    return { scope, found: { state: 'present', key } };
  }
}

/** Random, with the moment in front: new rows then lie side by side in the file, where random ones touch every page. */
function keyIdOf(random: Uint8Array): string {
  return Date.now().toString(36).padStart(9, '0') + Buffer.from(random).toString('base64url');
}

/** A wrapped key opens only in the row of its own scope. */
export function placeOf(keyId: string, { trajectoryId, controller, dataClass, retention }: KeyScope): readonly string[] {
  return [keyId, trajectoryId, controller, dataClass, retention];
}

export function scopeOf(row: Record<string, unknown>): KeyScope {
  return {
    trajectoryId: String(row['trajectory_id']) as TrajectoryId,
    controller: String(row['controller']),
    dataClass: String(row['data_class']) as DataClass,
    retention: String(row['retention']),
  };
}
