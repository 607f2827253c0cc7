/** The rule document has faults; all of them are named at once. */
export class RuleBookError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`the rule book has ${faults.length} fault(s): ${faults.join('; ')}`);
  }
}

/**
 * A place in the rule document. It notes what is wrong and goes on with a harmless value, so that all faults can be told
 * at once; nothing that it read may be used while there are faults.
 */
export class Tree {
  constructor(
    readonly value: unknown,
    readonly path: string,
    readonly faults: string[],
  ) {}

  fault(message: string): void {
    this.faults.push(`${this.path}: ${message}`);
  }

  at(key: string): Tree {
    return new Tree(this.#mapping()[key], this.path === '' ? key : `${this.path}.${key}`, this.faults);
  }

  /** Another value at the same place: a short form that stands for it. */
  with(value: unknown): Tree {
    return new Tree(value, this.path, this.faults);
  }

  /** True when the key is there and is not null. */
  has(key: string): boolean {
    const value = this.#mapping()[key];
    return value !== undefined && value !== null;
  }

  keys(): readonly string[] {
    return Object.keys(this.#mapping());
  }

  isMapping(): boolean {
    return typeof this.value === 'object' && this.value !== null && !Array.isArray(this.value);
  }

  allowOnly(keys: readonly string[]): void {
    for (const key of this.keys()) if (!keys.includes(key)) this.fault(`unknown key "${key}"`);
  }

  /** The entries of a mapping, each with its key. */
  entries(): readonly (readonly [string, Tree])[] {
    if (!this.isMapping()) this.fault('is not a mapping');
    return this.keys().map((key) => [key, this.at(key)] as const);
  }

  items(): readonly Tree[] {
    if (!Array.isArray(this.value)) {
      this.fault('is not a list');
      return [];
    }
    return this.value.map((item: unknown, index) => new Tree(item, `${this.path}[${codeOf(item) ?? index}]`, this.faults));
  }

  /** A list, or one item in place of a list of one. */
  oneOrMore(): readonly Tree[] {
    return Array.isArray(this.value) ? this.items() : [this];
  }

  text(): string {
    if (typeof this.value === 'string') return this.value;
    this.fault('is not a text');
    return '';
  }

  textOr<T>(fallback: T): string | T {
    return this.value === undefined || this.value === null ? fallback : this.text();
  }

  texts(): readonly string[] {
    return this.items().map((item) => item.text());
  }

  wholeNumber(): number {
    if (Number.isSafeInteger(this.value)) return Number(this.value);
    this.fault('is not a whole number');
    return 0;
  }

  flagOr(fallback: boolean): boolean {
    if (this.value === undefined || this.value === null) return fallback;
    if (typeof this.value === 'boolean') return this.value;
    this.fault('is not true or false');
    return fallback;
  }

  oneOf<T extends string>(values: readonly [T, ...T[]]): T {
    const known = values.find((value) => value === this.value);
    if (known === undefined) this.fault(`is not one of ${values.join(', ')}`);
    return known ?? values[0];
  }

  #mapping(): Readonly<Record<string, unknown>> {
    return this.isMapping() ? (this.value as Record<string, unknown>) : {};
  }
}

/** Clocks, definitions and settings are named by their code rather than by their place. */
function codeOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const code = (item as Record<string, unknown>)['code'] ?? (item as Record<string, unknown>)['set'];
  return typeof code === 'string' ? code : undefined;
}
