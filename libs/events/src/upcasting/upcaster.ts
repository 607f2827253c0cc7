/** Data of an event as some version of its type wrote it. */
export type StoredData = Readonly<Record<string, unknown>>;

/** Brings the data of one version of a type to the next version. It never looks at anything but the data. */
export interface Upcast {
  /** Name of the type, without version. */
  readonly type: string;
  /** The version that it reads; it writes `from + 1`. */
  readonly from: number;
  readonly up: (data: StoredData) => StoredData;
}

export interface VersionedData {
  readonly version: number;
  readonly data: StoredData;
}

/**
 * A chain of upcasts. History is never rewritten: an old version is brought up to date each time it is read, and a golden
 * file per old version shows what must come out.
 */
export class UpcastingChain {
  readonly #steps = new Map<string, Upcast>();

  constructor(upcasts: readonly Upcast[]) {
    for (const upcast of upcasts) {
      const step = `${upcast.type}.v${upcast.from}`;
      if (this.#steps.has(step)) throw new Error(`two upcasts read ${step}`);
      this.#steps.set(step, upcast);
    }
  }

  /** @throws Error when a step between the stored and the wanted version is missing, or the stored version is newer */
  toVersion(type: string, stored: VersionedData, wanted: number): StoredData {
    if (stored.version > wanted) throw new Error(`${type}.v${stored.version} is newer than this version of the language`);
    let { data } = stored;
    for (let version = stored.version; version < wanted; version += 1) {
      const step = this.#steps.get(`${type}.v${version}`);
      if (!step) throw new Error(`no upcast reads ${type}.v${version}`);
      data = step.up(data);
    }
    return data;
  }
}
