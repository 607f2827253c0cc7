import { randomBytes, type KeyObject } from 'node:crypto';
import { secretKeyOf, subkeyOf, type RootSecret } from '@trajectboek/privacy';
import type { KeyFile } from '../file/key-file.js';
import { unwrapKey, wrapKey } from './wrapping.js';

export type ControllerKeyPurpose = 'kek' | 'index';

export interface Kek {
  readonly version: number;
  readonly key: KeyObject;
}

interface Row {
  readonly version: number;
  readonly wrapped: Uint8Array;
}

const WRAPPING = 'trajectboek controller key 1';

/** The keys of controllers, wrapped under the root secret: a KEK in versions, and one for the blind index. */
export class ControllerKeys {
  readonly #root: KeyObject;
  readonly #known = new Map<string, Kek>();
  readonly #newest;
  readonly #one;
  readonly #insert;
  readonly #all;
  readonly #delete;

  /** Throws an UnwrapError when the root secret is not the one of this file. */
  constructor(file: KeyFile, secret: RootSecret) {
    this.#root = subkeyOf(secret.bytes, '', WRAPPING);
    this.#newest = file.prepare('SELECT version, wrapped FROM controller_key WHERE controller = ? AND purpose = ? ORDER BY version DESC LIMIT 1');
    this.#one = file.prepare('SELECT version, wrapped FROM controller_key WHERE controller = ? AND purpose = ? AND version = ?');
    this.#insert = file.prepare('INSERT INTO controller_key (controller, purpose, version, wrapped) VALUES (?, ?, ?, ?)');
    this.#all = file.prepare('SELECT controller, purpose, version, wrapped FROM controller_key');
    this.#delete = file.prepare(`DELETE FROM controller_key WHERE controller = ? AND purpose = 'kek' AND version < ?`);
    this.#all.all().forEach((row) => this.#unwrap(String(row['controller']), String(row['purpose']), rowOf(row)));
  }

  /** The newest key of a controller, made when there is none. Within a transaction, read anew: another process may have rotated. */
  current(controller: string, purpose: ControllerKeyPurpose): Kek {
    const row = this.#newest.get(controller, purpose);
    return row === undefined ? this.#make(controller, purpose, 1) : this.#unwrap(controller, purpose, rowOf(row));
  }

  /** Throws a RangeError when that version is not there. */
  kek(controller: string, version: number): KeyObject {
    const row = this.#one.get(controller, 'kek', version);
    if (row === undefined) throw new RangeError('There is no such version of the key of this controller');
    return this.#unwrap(controller, 'kek', rowOf(row)).key;
  }

  nextKek(controller: string): Kek {
    return this.#make(controller, 'kek', this.current(controller, 'kek').version + 1);
  }

  dropKeksBefore(controller: string, version: number): void {
    this.#delete.run(controller, version);
    this.#known.clear();
  }

  #make(controller: string, purpose: ControllerKeyPurpose, version: number): Kek {
    const key = randomBytes(32);
    this.#insert.run(controller, purpose, version, wrapKey(this.#root, key, placeOf(controller, purpose, version)));
    return { version, key: secretKeyOf(key) };
  }

  /** Remembered by its wrapped bytes: a transaction that is undone can never leave behind a key that is nowhere stored. */
  #unwrap(controller: string, purpose: string, { version, wrapped }: Row): Kek {
    const place = placeOf(controller, purpose, version);
    const id = [...place, Buffer.from(wrapped).toString('base64')].join(' ');
    const known = this.#known.get(id);
    if (known) return known;
    const kek = { version, key: secretKeyOf(unwrapKey(this.#root, wrapped, place)) };
    this.#known.set(id, kek);
    return kek;
  }
}

function placeOf(controller: string, purpose: string, version: number): readonly string[] {
  return [purpose, controller, String(version)];
}

function rowOf(row: Record<string, unknown>): Row {
  const { version, wrapped } = row;
  if (typeof version !== 'number' || !(wrapped instanceof Uint8Array)) throw new TypeError('A row of the key file is not what it was');
  return { version, wrapped };
}
