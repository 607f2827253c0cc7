/** 'TBKL': says whose file it is (https://sqlite.org/pragma.html#pragma_application_id). */
export const APPLICATION_ID = 0x54424b4c;
/** The version of the tables below; a change gets a step from each older version. */
export const SCHEMA_VERSION = 1;

/**
 * A UUID is kept as its 16 bytes, which halves both indexes. A tile (C2SP tlog-tiles, level 0) repeats 256 leaf hashes, so that the tree can be
 * read at one row per 256 events; `latest` is the highest moment of recording up to the end of the tile.
 */
const TABLES = `
CREATE TABLE event (
  position INTEGER PRIMARY KEY,
  stream NOT NULL,
  revision INTEGER NOT NULL,
  event_id NOT NULL,
  version INTEGER NOT NULL,
  controller TEXT NOT NULL,
  family TEXT NOT NULL,
  type TEXT,
  source TEXT NOT NULL,
  occurred_at TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  leaf BLOB NOT NULL,
  chain BLOB NOT NULL,
  parts BLOB NOT NULL
);
CREATE UNIQUE INDEX event_by_stream ON event (stream, revision);
CREATE UNIQUE INDEX event_by_id ON event (event_id);
CREATE TABLE access (number INTEGER PRIMARY KEY, line TEXT NOT NULL);
CREATE TABLE tile (number INTEGER PRIMARY KEY, latest TEXT NOT NULL, leaves BLOB NOT NULL);
`;

/** Because INSERT OR REPLACE deletes a row without asking the trigger on DELETE, an insert may not meet an old row. */
const GUARDS = `
CREATE TRIGGER event_is_new BEFORE INSERT ON event
  WHEN new.position <= (SELECT max(position) FROM event)
    OR EXISTS (SELECT 1 FROM event WHERE event_id = new.event_id)
    OR EXISTS (SELECT 1 FROM event WHERE stream = new.stream AND revision = new.revision)
  BEGIN SELECT RAISE(ABORT, 'an event is never replaced'); END;
CREATE TRIGGER access_is_new BEFORE INSERT ON access WHEN new.number <= (SELECT max(number) FROM access)
  BEGIN SELECT RAISE(ABORT, 'an access line is never replaced'); END;
CREATE TRIGGER tile_is_new BEFORE INSERT ON tile WHEN new.number <= (SELECT max(number) FROM tile)
  BEGIN SELECT RAISE(ABORT, 'a tile is never replaced'); END;
`;

function keeping(table: string): string {
  return ['UPDATE', 'DELETE']
    .map((verb) => `CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`)
    .join('\n');
}

export const SCHEMA = [TABLES, GUARDS, ...['event', 'access', 'tile'].map(keeping)].join('\n');
