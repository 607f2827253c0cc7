import type { DataClass, TrajectoryId } from '@trajectboek/events';
import type { KeyFile } from '../file/key-file.js';

const ALL_CLASSES = '*';

/** Destroys keys and puts up the fence that keeps them away; follows what other processes destroyed. */
export class KeyEraser {
  readonly #fence;
  readonly #destroy;
  readonly #ofScope;
  readonly #since;
  #seen: number;

  constructor(file: KeyFile) {
    const scope = `trajectory_id = ? AND controller = ? AND ? IN (data_class, '${ALL_CLASSES}')`;
    this.#fence = file.prepare('INSERT INTO fence (trajectory_id, controller, data_class) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
    this.#destroy = file.prepare(`UPDATE data_key SET wrapped = NULL, kek_version = NULL WHERE ${scope}`);
    this.#ofScope = file.prepare(`SELECT key_id FROM data_key WHERE ${scope}`);
    this.#since = file.prepare('SELECT number, trajectory_id, controller, data_class FROM fence WHERE number > ? ORDER BY number');
    this.#seen = Number(file.prepare('SELECT coalesce(max(number), 0) AS number FROM fence').get()?.['number']);
  }

  /** Number of the last fence that `erasedSince` told of. */
  get seen(): number {
    return this.#seen;
  }

  /** Within a transaction. The fence comes first: after it, no key of the scope can be made. */
  erase(trajectoryId: TrajectoryId, controller: string, dataClasses: readonly DataClass[] | undefined): void {
    for (const dataClass of dataClasses ?? [ALL_CLASSES]) {
      this.#fence.run(trajectoryId, controller, dataClass);
      this.#destroy.run(trajectoryId, controller, dataClass);
    }
  }

  /** Ids of keys behind fences that came up since the last call, by whichever process. Never within a transaction: it may be undone. */
  erasedSince(): readonly string[] {
    return this.#since.all(this.#seen).flatMap((fence) => {
      this.#seen = Number(fence['number']);
      return this.#ofScope.all(String(fence['trajectory_id']), String(fence['controller']), String(fence['data_class'])).map((row) => String(row['key_id']));
    });
  }
}
