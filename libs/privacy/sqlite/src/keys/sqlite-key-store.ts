import type { DataClass, TrajectoryId } from '@trajectboek/events';
import { ScopeErasedError, type DataKey, type FoundKey, type KeyScope, type KeyStore } from '@trajectboek/privacy';
import type { KeyFile } from '../file/key-file.js';
import type { PersonTable } from '../identity/person-table.js';
import type { ControllerKeys, Kek } from './controller-keys.js';
import { DataKeyTable } from './data-key-table.js';
import { KekRotation, type Rotation } from './kek-rotation.js';
import { KeyCache } from './key-cache.js';
import { KeyEraser } from './key-eraser.js';

/** A key that another process destroys is let go of within this time; the promise is one second. */
const LOOK_EVERY_MS = 250;

export interface KeyStoreParts {
  readonly file: KeyFile;
  readonly controllers: ControllerKeys;
  readonly persons: PersonTable;
  /** Unwrapped keys in memory. */
  readonly cached: number;
}

export class SqliteKeyStore implements KeyStore {
  readonly #file: KeyFile;
  readonly #controllers: ControllerKeys;
  readonly #persons: PersonTable;
  readonly #cache: KeyCache;
  readonly #table: DataKeyTable;
  readonly #eraser: KeyEraser;
  #lookedAt = -Infinity;

  constructor({ file, controllers, persons, cached }: KeyStoreParts) {
    this.#file = file;
    this.#controllers = controllers;
    this.#persons = persons;
    this.#cache = new KeyCache(cached);
    this.#table = new DataKeyTable(file, controllers);
    this.#eraser = new KeyEraser(file);
  }

  async keysFor(scopes: readonly KeyScope[]): Promise<readonly DataKey[]> {
    this.#followErasures();
    const cached = scopes.map((scope) => this.#cache.ofScope(scope));
    if (cached.every((key) => key !== undefined)) return cached;
    const seen = this.#eraser.seen;
    const keys = await this.#file.commit(() => this.keysWithin(scopes));
    // An erasure that was followed meanwhile is not followed again: its keys must not come back into memory behind it.
    const isQuiet = this.#eraser.seen === seen;
    keys.forEach((key, index) => this.#remember(scopes[index], key, isQuiet));
    return keys;
  }

  /** The same within a transaction that is already there. */
  keysWithin(scopes: readonly KeyScope[]): readonly DataKey[] {
    const fenced = scopes.filter((scope) => this.#table.isFenced(scope));
    if (fenced.length > 0) throw new ScopeErasedError(fenced);
    const keks = new Map<string, Kek>();
    return scopes.map((scope) => this.#table.keyOf(scope) ?? this.#table.make(scope, this.#kekOf(scope.controller, keks)));
  }

  find(keyId: string): FoundKey {
    this.#followErasures();
    const key = this.#cache.ofId(keyId);
    if (key) return { state: 'present', key };
    const stored = this.#table.find(keyId);
    if (stored?.found.state === 'present') this.#cache.put(stored.scope, { keyId, key: stored.found.key });
    return stored?.found ?? { state: 'missing' };
  }

  /** Wrapped bytes are overwritten in the file and in its log; the identity goes with the class `identity`. */
  async erase(trajectoryId: TrajectoryId, controller: string, dataClasses?: readonly DataClass[]): Promise<void> {
    await this.#file.commit(() => {
      this.#eraser.erase(trajectoryId, controller, dataClasses);
      if (dataClasses?.includes('identity') ?? true) this.#persons.forget(trajectoryId, controller);
    });
    this.#followErasures(0);
    this.#file.truncateLog();
  }

  /** Wraps all keys of a controller under a new key-encryption key. */
  async rotateKek(controller: string): Promise<Rotation> {
    return new KekRotation(this.#file, this.#controllers).rotate(controller);
  }

  close(): void {
    this.#cache.clear();
    this.#file.close();
  }

  #kekOf(controller: string, keks: Map<string, Kek>): Kek {
    const kek = keks.get(controller) ?? this.#controllers.current(controller, 'kek');
    keks.set(controller, kek);
    return kek;
  }

  #remember(scope: KeyScope | undefined, key: DataKey, isQuiet: boolean): void {
    if (scope && (isQuiet || !this.#table.isFenced(scope))) this.#cache.put(scope, key);
  }

  #followErasures(lookEvery: number = LOOK_EVERY_MS): void {
    const now = performance.now();
    if (now - this.#lookedAt < lookEvery) return;
    this.#lookedAt = now;
    this.#eraser.erasedSince().forEach((keyId) => this.#cache.drop(keyId));
  }
}
