import { setImmediate } from 'node:timers/promises';
import type { KeyFile } from '../file/key-file.js';
import type { ControllerKeys, Kek } from './controller-keys.js';
import { placeOf, scopeOf } from './data-key-table.js';
import { unwrapKey, wrapKey } from './wrapping.js';

/** Keys that are wrapped anew in one transaction; others get their turn in between. */
const BATCH = 500;

export interface Rotation {
  readonly version: number;
  readonly rewrapped: number;
}

/** Gives a controller a new KEK and wraps its data keys under it; the data keys themselves stay, and so do the events. */
export class KekRotation {
  readonly #older;
  readonly #update;

  constructor(
    private readonly file: KeyFile,
    private readonly controllers: ControllerKeys,
  ) {
    this.#older = file.prepare('SELECT * FROM data_key WHERE controller = ? AND kek_version < ? LIMIT ?');
    this.#update = file.prepare('UPDATE data_key SET kek_version = ?, wrapped = ? WHERE key_id = ?');
  }

  /** Every key stays readable at each moment; when it stops half way, the next rotation takes the rest along. */
  async rotate(controller: string): Promise<Rotation> {
    const kek = this.file.transaction(() => this.controllers.nextKek(controller));
    let rewrapped = 0;
    for (let count = BATCH; count === BATCH; rewrapped += count) {
      count = this.file.transaction(() => this.#rewrapSome(controller, kek));
      await setImmediate();
    }
    this.file.transaction(() => this.controllers.dropKeksBefore(controller, kek.version));
    this.file.truncateLog();
    return { version: kek.version, rewrapped };
  }

  #rewrapSome(controller: string, kek: Kek): number {
    const rows = this.#older.all(controller, kek.version, BATCH);
    for (const row of rows) {
      const keyId = String(row['key_id']);
      const place = placeOf(keyId, scopeOf(row));
      const { wrapped } = row;
      if (!(wrapped instanceof Uint8Array)) continue;
      const key = unwrapKey(this.controllers.kek(controller, Number(row['kek_version'])), wrapped, place);
      this.#update.run(kek.version, wrapKey(kek.key, key, place), keyId);
    }
    return rows.length;
  }
}
