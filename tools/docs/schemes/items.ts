/** One entry of the rule book, as it stands in the file. */
export type Item = Readonly<Record<string, unknown>>;

export function itemsOf(value: unknown): readonly Item[] {
  return Array.isArray(value) ? value.filter(isItem) : [];
}

export function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Empty for what is not there. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

export function sourcesOf(item: Item): string {
  return listOf(item['source']).map(textOf).join('; ');
}

/** `2021-01-01 – 2025-12-31`; an open end is `…`, and no dates at all is `always`. */
export function validityOf({ validFrom, validUntil }: Item): string {
  const [from, until] = [textOf(validFrom), textOf(validUntil)];
  return from === '' && until === '' ? 'always' : `${from || '…'} – ${until || '…'}`;
}
