import type { SQLInputValue, StatementSync } from 'node:sqlite';
import type { TrajectoryId } from '@trajectboek/events';
import type { ViewRow, YouthRows } from '@trajectboek/view-store';
import type { Connection } from './connection.js';
import { endClassOf, OPEN_END } from './periods.js';
import type { RegisteredBuild } from './registry.js';
import { sharedTable, tableOf, tagColumn } from './schema.js';
import { asArrays, textOrNull } from './stored-rows.js';
import { TallyWriter, type Span } from './tallies.js';

type Value = string | number | null;

interface Existing {
  readonly id: number;
  readonly indexed: readonly Value[];
  readonly doc: string;
}

/** The columns that indexes are made of, before those of the tags. */
const PLACE = ['"from"', 'until', 'since', 'ends'] as const;

/** Makes the rows of a youth what they are to be, and touches only what differs: most events change one row of many. */
export class RowWriter {
  readonly #tags: readonly string[];
  readonly #tallies: TallyWriter | undefined;
  readonly #select: StatementSync;
  readonly #insert: StatementSync;
  readonly #update: StatementSync;
  readonly #updateDoc: StatementSync;
  readonly #delete: StatementSync;
  readonly #share: StatementSync;
  readonly #unshare: StatementSync;

  /** For one transaction: a statement does not outlive its table. */
  constructor(connection: Connection, build: RegisteredBuild) {
    this.#tags = build.tags;
    this.#tallies = build.tallied ? new TallyWriter(connection, build) : undefined;
    const table = tableOf(build);
    const indexed = [...PLACE, ...build.tags.map(tagColumn)];
    this.#select = connection.prepare(`SELECT id, key, doc, ${indexed.join(', ')} FROM ${table} WHERE trajectory = ?`);
    this.#select.setReturnArrays(true);
    this.#insert = connection.prepare(`INSERT INTO ${table} (trajectory, key, doc, ${indexed.join(', ')}) VALUES (?, ?, ?, ${indexed.map(() => '?').join(', ')})`);
    this.#update = connection.prepare(`UPDATE ${table} SET doc = ?, ${indexed.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`);
    // Apart, because SQLite rewrites the indexes of every column that is named.
    this.#updateDoc = connection.prepare(`UPDATE ${table} SET doc = ? WHERE id = ?`);
    this.#delete = connection.prepare(`DELETE FROM ${table} WHERE id = ?`);
    this.#share = connection.prepare(`INSERT INTO ${sharedTable(build)} (trajectory, shared) VALUES (?, ?) ON CONFLICT (trajectory) DO UPDATE SET shared = excluded.shared WHERE shared <> excluded.shared`);
    this.#unshare = connection.prepare(`DELETE FROM ${sharedTable(build)} WHERE trajectory = ?`);
  }

  replace({ trajectoryId, rows, shared }: YouthRows): void {
    const existing = this.#existing(trajectoryId);
    for (const row of rows) {
      const old = existing.get(row.key);
      existing.delete(row.key);
      const doc = JSON.stringify(row.doc);
      if (old) {
        this.#change(old, row, doc);
        continue;
      }
      this.#insert.run(trajectoryId, row.key, doc, ...this.#indexedOf(row));
      this.#tallies?.add(row, 1);
    }
    for (const { id, indexed } of existing.values()) {
      this.#delete.run(id);
      this.#tallies?.add(this.#spanOf(indexed), -1);
    }
    if (shared !== undefined && rows.length > 0) this.#share.run(trajectoryId, shared);
    else this.#unshare.run(trajectoryId);
  }

  /** At the end of the transaction. */
  flush(): void {
    this.#tallies?.flush();
  }

  #existing(trajectoryId: TrajectoryId): Map<string, Existing> {
    return new Map(asArrays(this.#select.all(trajectoryId)).map(([id, key, doc, ...indexed]) =>
      [String(key), { id: Number(id), doc: String(doc), indexed: indexed as readonly Value[] }]));
  }

  #change(old: Existing, row: ViewRow, doc: string): void {
    const indexed = this.#indexedOf(row);
    if (indexed.some((value, index) => value !== old.indexed[index])) {
      this.#update.run(doc, ...indexed, old.id);
      this.#tallies?.add(this.#spanOf(old.indexed), -1);
      this.#tallies?.add(row, 1);
    } else if (doc !== old.doc) {
      this.#updateDoc.run(doc, old.id);
    }
  }

  #indexedOf(row: ViewRow): SQLInputValue[] {
    const values: SQLInputValue[] = [row.from, row.until ?? OPEN_END, row.since ?? row.from, endClassOf(row)];
    for (const tag of this.#tags) values.push(row.tags[tag] ?? null);
    return values;
  }

  /** What was stored of a row before. */
  #spanOf([from, until, , , ...tagged]: readonly Value[]): Span {
    return {
      from: String(from), until: until === OPEN_END ? null : String(until),
      tags: Object.fromEntries(this.#tags.map((tag, index) => [tag, textOrNull(tagged[index])])),
    };
  }
}
