import type { DatabaseSync } from 'node:sqlite';

const VIEW_NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const TAG_NAME = /^[a-z][A-Za-z0-9-]*$/;

/** One build of a view, as the registry has it. */
export interface Build {
  readonly view: string;
  readonly generation: number;
  readonly version: number;
  readonly tags: readonly string[];
  readonly selections: readonly Selection[];
}

/** Tags by which rows are found and counted together. */
export type Selection = readonly string[];

const REGISTRY = `
  CREATE TABLE IF NOT EXISTS views (
    name TEXT PRIMARY KEY,
    last_generation INTEGER NOT NULL,
    live_generation INTEGER,
    former_generation INTEGER
  ) STRICT;
  CREATE TABLE IF NOT EXISTS generations (
    view TEXT NOT NULL REFERENCES views (name),
    generation INTEGER NOT NULL,
    version INTEGER NOT NULL,
    tags TEXT NOT NULL,
    selections TEXT NOT NULL,
    tallied INTEGER NOT NULL DEFAULT 0,
    closed INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (view, generation)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS parts (
    view TEXT NOT NULL,
    generation INTEGER NOT NULL,
    part INTEGER NOT NULL,
    position INTEGER NOT NULL,
    recorded_at TEXT,
    fence INTEGER NOT NULL DEFAULT 0,
    projector TEXT,
    held_until INTEGER,
    PRIMARY KEY (view, generation, part)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS projectors (
    number INTEGER PRIMARY KEY,
    view TEXT NOT NULL,
    generation INTEGER NOT NULL,
    projector TEXT NOT NULL,
    until INTEGER NOT NULL,
    UNIQUE (view, generation, projector)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS dead_letters (
    view TEXT NOT NULL,
    generation INTEGER NOT NULL,
    trajectory TEXT NOT NULL,
    position INTEGER NOT NULL,
    reason TEXT NOT NULL,
    type TEXT,
    PRIMARY KEY (view, generation, trajectory)
  ) STRICT, WITHOUT ROWID;
`;

/** Counts up when tables change their columns. */
const FORMAT = 3;

/** Makes the registry, in a transaction of the caller. What a version with other tables left is dropped: views are built again from the ledger. */
export function openRegistry(db: DatabaseSync): void {
  if (db.prepare('PRAGMA user_version').get()?.['user_version'] === FORMAT) return;
  const former = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'").all();
  for (const { name } of [...former].toReversed()) db.exec(`DROP TABLE "${String(name)}"`);
  db.exec(`${REGISTRY} PRAGMA user_version = ${FORMAT};`);
}

/** @throws RangeError for a name that would not be safe, or not plain, as an identifier */
export function checkNames(view: string, tags: readonly string[]): void {
  if (!VIEW_NAME.test(view)) throw new RangeError('a view has a kebab-case name');
  const lower = new Set(tags.map((tag) => tag.toLowerCase()));
  if (lower.size < tags.length || !tags.every((tag) => TAG_NAME.test(tag))) throw new RangeError(`the tags of view ${view} are not distinct plain names`);
}

type Named = Pick<Build, 'view' | 'generation'>;

export function tableOf({ view, generation }: Named): string {
  return `"rows:${view}:${generation}"`;
}

/** What the rows of each youth share. */
export function sharedTable({ view, generation }: Named): string {
  return `"shared:${view}:${generation}"`;
}

export function tagColumn(tag: string): string {
  return `"tag:${tag}"`;
}

/** Index of the lists of a selection. */
export function indexOf({ view, generation }: Named, selection: Selection): string {
  return `"by:${selection.join('+')}:${view}:${generation}"`;
}

/** Where the tallies of a selection are: how many rows begin, less how many end, per day and per month. */
export function tallyTables({ view, generation }: Named, selection: Selection): { readonly days: string; readonly months: string } {
  const name = `${selection.join('+')}:${view}:${generation}`;
  return { days: `"days:${name}"`, months: `"months:${name}"` };
}

/** Without the indexes for lists: a build is filled much faster without them, and nobody asks it anything yet. */
export function createTable(db: DatabaseSync, build: Build): void {
  db.exec(`
    CREATE TABLE ${tableOf(build)} (
      id INTEGER PRIMARY KEY,
      trajectory TEXT NOT NULL,
      key TEXT NOT NULL,
      "from" TEXT NOT NULL,
      until TEXT NOT NULL,
      since TEXT NOT NULL,
      ends INTEGER NOT NULL,
      ${build.tags.map((tag) => `${tagColumn(tag)} TEXT,`).join('\n')}
      doc TEXT NOT NULL,
      UNIQUE (trajectory, key)
    ) STRICT;
    CREATE TABLE ${sharedTable(build)} (id INTEGER PRIMARY KEY, trajectory TEXT NOT NULL UNIQUE, shared TEXT NOT NULL) STRICT;
  `);
}

/** Statements that make the indexes of a build, one by one; making them again does nothing. */
export function indexStatements(build: Build): readonly string[] {
  return build.selections.map((selection) => {
    const columns = selection.map(tagColumn);
    // A query always asks for a value, so that rows without one need no place in the index.
    const named = columns.map((column) => `${column} IS NOT NULL`).join(' AND ');
    return `CREATE INDEX IF NOT EXISTS ${indexOf(build, selection)} ON ${tableOf(build)}
      (${[...columns, 'ends', 'since DESC', 'trajectory', 'key', '"from"', 'until'].join(', ')})${named ? ` WHERE ${named}` : ''}`;
  });
}

/** The names are plain (`checkNames`), so that they can stand in the text. */
export function dropStatement(build: Named & Pick<Build, 'selections'>): string {
  const { view, generation } = build;
  return `
    BEGIN IMMEDIATE;
    DROP TABLE IF EXISTS ${tableOf(build)};
    DROP TABLE IF EXISTS ${sharedTable(build)};
    ${build.selections.flatMap((selection) => Object.values(tallyTables(build, selection))).map((table) => `DROP TABLE IF EXISTS ${table};`).join('\n')}
    DELETE FROM dead_letters WHERE view = '${view}' AND generation = ${generation};
    DELETE FROM parts WHERE view = '${view}' AND generation = ${generation};
    DELETE FROM projectors WHERE view = '${view}' AND generation = ${generation};
    DELETE FROM generations WHERE view = '${view}' AND generation = ${generation};
    COMMIT;
  `;
}
