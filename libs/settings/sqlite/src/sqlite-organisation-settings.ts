import type { Instant } from '@trajectboek/events';
import type { OrganisationSettings } from '@trajectboek/settings';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS programme_choice (
    number INTEGER PRIMARY KEY AUTOINCREMENT, organisation TEXT NOT NULL, programmes TEXT NOT NULL, at TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER IF NOT EXISTS programme_choice_is_kept BEFORE UPDATE ON programme_choice BEGIN SELECT RAISE(ABORT, 'append-only'); END;
  CREATE TRIGGER IF NOT EXISTS programme_choice_stays BEFORE DELETE ON programme_choice BEGIN SELECT RAISE(ABORT, 'append-only'); END;
`;

/** Choices of organisations in a small file of its own; all of them fit in memory. */
export class SqliteOrganisationSettings implements OrganisationSettings {
  readonly #database: DatabaseSync;
  readonly #newest = new Map<string, readonly string[]>();
  readonly #newer: StatementSync;
  readonly #listeners = new Set<() => void>();
  #version = 0;

  constructor(file: string) {
    this.#database = new DatabaseSync(file);
    this.#database.exec(SCHEMA);
    this.#newer = this.#database.prepare('SELECT number, organisation, programmes FROM programme_choice WHERE number > ? ORDER BY number');
    this.refresh();
  }

  refresh(): void {
    for (const row of this.#newer.all(this.#version)) {
      this.#newest.set(String(row['organisation']), JSON.parse(String(row['programmes'])) as string[]);
      this.#version = Number(row['number']);
    }
  }

  onChanged(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get version(): number {
    return this.#version;
  }

  programmesOf(organisation: string): readonly string[] {
    return this.#newest.get(organisation) ?? [];
  }

  setProgrammes(organisation: string, { programmes, at }: { readonly programmes: readonly string[]; readonly at: Instant }): Promise<void> {
    const { lastInsertRowid } = this.#database
      .prepare('INSERT INTO programme_choice (organisation, programmes, at) VALUES (?, ?, ?)')
      .run(organisation, JSON.stringify(programmes), at);
    this.#newest.set(organisation, [...programmes]);
    this.#version = Number(lastInsertRowid);
    this.#listeners.forEach((tell) => tell());
    return Promise.resolve();
  }

  close(): void {
    this.#database.close();
  }
}
