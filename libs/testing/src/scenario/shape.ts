/** Reads the keys of one mapping of a file and notes every fault, so that all of them can be told at once. */
export class Shape {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(
    value: unknown,
    readonly path: string,
    private readonly faults: string[],
  ) {
    if (isMapping(value)) {
      this.#values = value;
      return;
    }
    this.#values = {};
    this.fault('', 'is geen blok met sleutels');
  }

  fault(key: string, detail: string): void {
    const place = [this.path, key].filter(Boolean).join('.');
    this.faults.push(`${place === '' ? 'het bestand' : place} ${detail}`);
  }

  has(key: string): boolean {
    return this.#values[key] !== undefined && this.#values[key] !== null;
  }

  /** Any value, unread. */
  value(key: string): unknown {
    return this.#values[key];
  }

  text(key: string): string {
    const value = this.#values[key];
    if (typeof value === 'string' && value !== '') return value;
    this.fault(key, value === undefined ? 'ontbreekt' : 'is geen tekst');
    return '';
  }

  optionalText(key: string): string | undefined {
    return this.has(key) ? this.text(key) : undefined;
  }

  count(key: string): number {
    const value = this.#values[key];
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
    this.fault(key, 'is geen geheel getal van 0 of meer');
    return 0;
  }

  shape(key: string): Shape {
    return new Shape(this.#values[key], this.#below(key), this.faults);
  }

  /** The mappings of a list; an absent list is empty. */
  shapes(key: string): Shape[] {
    return this.list(key).map((value, index) => new Shape(value, `${this.#below(key)}[${index}]`, this.faults));
  }

  list(key: string): readonly unknown[] {
    if (!this.has(key)) return [];
    const value = this.#values[key];
    if (Array.isArray(value)) return value;
    this.fault(key, 'is geen lijst');
    return [];
  }

  /** The mappings in a mapping, by key. */
  entries(key: string): [string, Shape][] {
    const shape = this.shape(key);
    return shape.keys().map((name) => [name, shape.shape(name)]);
  }

  keys(): string[] {
    return Object.keys(this.#values);
  }

  #below(key: string): string {
    return this.path === '' ? key : `${this.path}.${key}`;
  }
}

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
