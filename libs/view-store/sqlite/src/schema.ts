import type { DatabaseSync } from 'node:sqlite';

const VIEW_NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const TAG_NAME = /^[a-z][A-Za-z0-9-]*$/;

/** One build of a view, as the registry has it. */
export interface Build {
  readonly view: string;
  readonly generation: number;
  readonly version: number;
  readonly tags: readonly string[];
}

export const REGISTRY = `
  CREATE TABLE IF NOT EXISTS views (
    name TEXT PRIMARY KEY,
    last_generation INTEGER NOT NULL,
    live_generation INTEGER
  ) STRICT;
  CREATE TABLE IF NOT EXISTS generations (
    view TEXT NOT NULL REFERENCES views (name),
    generation INTEGER NOT NULL,
    version INTEGER NOT NULL,
    tags TEXT NOT NULL,
    position INTEGER NOT NULL,
    recorded_at TEXT,
    PRIMARY KEY (view, generation)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS dead_letters (
    view TEXT NOT NULL,
    generation INTEGER NOT NULL,
    trajectory TEXT NOT NULL,
    position INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (view, generation, trajectory)
  ) STRICT, WITHOUT ROWID;
`;

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

export function tagColumn(tag: string): string {
  return `"tag:${tag}"`;
}

/** Index for lists that are led by a tag; without one, for all rows of the view. */
export function indexOf({ view, generation }: Named, tag?: string): string {
  return `"${tag === undefined ? 'all' : `by:${tag}`}:${view}:${generation}"`;
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
      length INTEGER NOT NULL,
      ${build.tags.map((tag) => `${tagColumn(tag)} TEXT,`).join('\n')}
      doc TEXT NOT NULL,
      UNIQUE (trajectory, key)
    ) STRICT;
  `);
}

/** Statements that make the indexes of a build, one by one; making them again does nothing. */
export function indexStatements(build: Build): readonly string[] {
  const table = tableOf(build);
  const place = 'length, "from" DESC, trajectory, key, until';
  const tagged = build.tags.map(tagColumn);
  return [
    `CREATE INDEX IF NOT EXISTS ${indexOf(build)} ON ${table} (${[place, ...tagged].join(', ')})`,
    // A query always asks for a value, so that rows without one need no place in the index.
    ...build.tags.map((tag) =>
      `CREATE INDEX IF NOT EXISTS ${indexOf(build, tag)} ON ${table} (${tagColumn(tag)}, ${place}) WHERE ${tagColumn(tag)} IS NOT NULL`),
  ];
}

/** The names are plain (`checkNames`), so that they can stand in the text. */
export function dropStatement(build: Named): string {
  const { view, generation } = build;
  return `
    BEGIN IMMEDIATE;
    DROP TABLE IF EXISTS ${tableOf(build)};
    DELETE FROM dead_letters WHERE view = '${view}' AND generation = ${generation};
    DELETE FROM generations WHERE view = '${view}' AND generation = ${generation};
    COMMIT;
  `;
}
