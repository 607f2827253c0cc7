import type { RowCount, RowQuery, ViewDeclaration, ViewRow } from '@trajectboek/view-store';
import type { KeyObject } from 'node:crypto';
import { hashUnder } from './keyed-hash.js';

type Tags = NonNullable<RowQuery['tags']>;

const MOST_REMEMBERED = 50_000;

/** Tags in which a sender's own words can stand: stored as a keyed hash, by which rows are found and counted all the same. */
export class ClosedTags {
  readonly #closed: ReadonlyMap<string, readonly string[]>;
  readonly #hashes = new Map<string, string>();
  readonly #values = new Map<string, string>();

  constructor(private readonly key: KeyObject, views: readonly ViewDeclaration[]) {
    this.#closed = new Map(views.map(({ name, closedTags = [] }) => [name, closedTags]));
  }

  /** The closed tags of a row, to be sealed with what it says. */
  of(view: string, tags: ViewRow['tags']): ViewRow['tags'] {
    return Object.fromEntries(this.#closedOf(view).map((tag) => [tag, tags[tag] ?? null]));
  }

  /** The tags of a row as they are stored. */
  hashed(view: string, tags: ViewRow['tags']): ViewRow['tags'] {
    const closed = Object.entries(this.of(view, tags)).map(([tag, value]) => [tag, value === null ? null : this.#hashOf(view, value)] as const);
    return { ...tags, ...Object.fromEntries(closed) };
  }

  /** The question as the store can answer it. */
  asked<Query extends { readonly tags?: Tags }>(view: string, query: Query): Query {
    const closed = this.#closedOf(view).flatMap((tag) => {
      const wanted = query.tags?.[tag];
      return wanted === undefined ? [] : [[tag, [wanted].flat().map((value) => this.#hashOf(view, value))] as const];
    });
    return closed.length === 0 ? query : { ...query, tags: { ...query.tags, ...Object.fromEntries(closed) } };
  }

  /** Hashes in counts of which the value is not known: any row with it tells. */
  unknownIn(view: string, counts: readonly RowCount[]): readonly (readonly [tag: string, hash: string])[] {
    const hashes = this.#closedOf(view).flatMap((tag) => [...new Set(counts.map(({ values }) => values[tag]))].map((hash) => [tag, hash] as const));
    return hashes.flatMap(([tag, hash]) => (typeof hash === 'string' && !this.#values.has(hash) ? [[tag, hash] as const] : []));
  }

  learn(hash: string, value: string | null | undefined): void {
    if (typeof value === 'string') this.#values.set(hash, value);
  }

  readable(view: string, values: RowCount['values']): RowCount['values'] {
    const closed = this.#closedOf(view).filter((tag) => typeof values[tag] === 'string');
    return { ...values, ...Object.fromEntries(closed.map((tag) => [tag, this.#values.get(String(values[tag])) ?? null])) };
  }

  #closedOf(view: string): readonly string[] {
    return this.#closed.get(view) ?? [];
  }

  #hashOf(view: string, value: string): string {
    const word = `${view} ${value}`;
    const known = this.#hashes.get(word);
    if (known !== undefined) return known;
    if (this.#hashes.size >= MOST_REMEMBERED) this.#hashes.clear();
    const hash = hashUnder(this.key, word);
    this.#hashes.set(word, hash);
    return hash;
  }
}
