import type { DataKey, KeyScope } from '@trajectboek/privacy';

interface Entry extends DataKey {
  readonly scope: string;
}

interface Generation {
  readonly byId: Map<string, Entry>;
  readonly byScope: Map<string, Entry>;
}

/**
 * Unwrapped keys in memory, at most `limit`; what was not used lately goes first.
 *
 * Two generations instead of a list in order of use: when the young one is full, the old one goes as a whole, and what
 * is used moves to the young one. A Map that loses its oldest entry each time gets slower with its size.
 */
export class KeyCache {
  readonly #half: number;
  #young = newGeneration();
  #old = newGeneration();

  constructor(limit: number) {
    this.#half = Math.ceil(limit / 2);
  }

  ofScope(scope: KeyScope): DataKey | undefined {
    const text = scopeTextOf(scope);
    return this.#young.byScope.get(text) ?? this.#moved(this.#old.byScope.get(text));
  }

  ofId(keyId: string): Uint8Array | undefined {
    return (this.#young.byId.get(keyId) ?? this.#moved(this.#old.byId.get(keyId)))?.key;
  }

  put(scope: KeyScope, { keyId, key }: DataKey): void {
    if (this.#half > 0) this.#add({ keyId, key, scope: scopeTextOf(scope) });
  }

  drop(keyId: string): void {
    for (const generation of [this.#young, this.#old]) {
      const entry = generation.byId.get(keyId);
      if (entry) generation.byScope.delete(entry.scope);
      generation.byId.delete(keyId);
    }
  }

  clear(): void {
    this.#young = newGeneration();
    this.#old = newGeneration();
  }

  get size(): number {
    return this.#young.byId.size + this.#old.byId.size;
  }

  #moved(entry: Entry | undefined): Entry | undefined {
    if (entry === undefined) return undefined;
    this.#old.byId.delete(entry.keyId);
    this.#old.byScope.delete(entry.scope);
    this.#add(entry);
    return entry;
  }

  #add(entry: Entry): void {
    if (this.#young.byId.size >= this.#half) {
      this.#old = this.#young;
      this.#young = newGeneration();
    }
    this.#young.byId.set(entry.keyId, entry);
    this.#young.byScope.set(entry.scope, entry);
  }
}

function newGeneration(): Generation {
  return { byId: new Map(), byScope: new Map() };
}

function scopeTextOf({ trajectoryId, controller, dataClass, retention }: KeyScope): string {
  return `${trajectoryId}\n${controller}\n${dataClass}\n${retention}`;
}
