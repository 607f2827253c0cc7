import type { SQLInputValue, StatementSync } from 'node:sqlite';
import type { TrajectoryId } from '@trajectboek/events';
import type { ViewRow, YouthRows } from '@trajectboek/view-store';
import type { Connection } from './connection.js';
import { lengthClassOf, OPEN_END } from './periods.js';
import { tableOf, tagColumn, type Build } from './schema.js';
import { asArrays } from './stored-rows.js';

type Value = string | number | null;

interface Existing {
  readonly id: number;
  readonly indexed: readonly Value[];
  readonly doc: string;
}

/** Makes the rows of a youth what they are to be, and touches only what differs: most events change one row of many. */
export class RowWriter {
  readonly #tags: readonly string[];
  readonly #select: StatementSync;
  readonly #insert: StatementSync;
  readonly #update: StatementSync;
  readonly #updateDoc: StatementSync;
  readonly #delete: StatementSync;

  /** For one transaction: a statement does not outlive its table. */
  constructor(connection: Connection, build: Build) {
    this.#tags = build.tags;
    const table = tableOf(build);
    const indexed = ['"from"', 'until', 'length', ...build.tags.map(tagColumn)];
    this.#select = connection.prepare(`SELECT id, key, doc, ${indexed.join(', ')} FROM ${table} WHERE trajectory = ?`);
    this.#select.setReturnArrays(true);
    this.#insert = connection.prepare(`INSERT INTO ${table} (trajectory, key, doc, ${indexed.join(', ')}) VALUES (?, ?, ?, ${indexed.map(() => '?').join(', ')})`);
    this.#update = connection.prepare(`UPDATE ${table} SET doc = ?, ${indexed.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`);
    // Apart, because SQLite rewrites the indexes of every column that is named.
    this.#updateDoc = connection.prepare(`UPDATE ${table} SET doc = ? WHERE id = ?`);
    this.#delete = connection.prepare(`DELETE FROM ${table} WHERE id = ?`);
  }

  replace({ trajectoryId, rows }: YouthRows): void {
    const existing = this.#existing(trajectoryId);
    for (const row of rows) {
      const old = existing.get(row.key);
      existing.delete(row.key);
      const doc = JSON.stringify(row.doc);
      if (old) this.#change(old, row, doc);
      else this.#insert.run(trajectoryId, row.key, doc, ...this.#indexedOf(row));
    }
    for (const { id } of existing.values()) this.#delete.run(id);
  }

  #existing(trajectoryId: TrajectoryId): Map<string, Existing> {
    return new Map(asArrays(this.#select.all(trajectoryId)).map(([id, key, doc, ...indexed]) =>
      [String(key), { id: Number(id), doc: String(doc), indexed: indexed as readonly Value[] }]));
  }

  #change(old: Existing, row: ViewRow, doc: string): void {
    const indexed = this.#indexedOf(row);
    if (indexed.some((value, index) => value !== old.indexed[index])) this.#update.run(doc, ...indexed, old.id);
    else if (doc !== old.doc) this.#updateDoc.run(doc, old.id);
  }

  #indexedOf(row: ViewRow): SQLInputValue[] {
    const values: SQLInputValue[] = [row.from, row.until ?? OPEN_END, lengthClassOf(row)];
    for (const tag of this.#tags) values.push(row.tags[tag] ?? null);
    return values;
  }
}
