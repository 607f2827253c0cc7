/** The values that were used last: at most so many, and at least half of them. */
export class Newest<Key, Value> {
  #young = new Map<Key, Value>();
  #old = new Map<Key, Value>();

  constructor(private readonly most: number) {}

  /** The value of the key, made when it is not there. */
  get(key: Key, make: () => Value): Value {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const value = this.#old.get(key) ?? make();
    // Two halves, because taking the oldest out of one map again and again makes it slow.
    if (this.#young.size >= this.most / 2) [this.#old, this.#young] = [this.#young, new Map()];
    this.#young.set(key, value);
    return value;
  }

  delete(key: Key): void {
    this.#young.delete(key);
    this.#old.delete(key);
  }

  clear(): void {
    this.#young.clear();
    this.#old.clear();
  }
}
