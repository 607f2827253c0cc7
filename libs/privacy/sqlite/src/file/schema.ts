/** Bumped when tables change; an older file is migrated, a newer one refused. */
export const SCHEMA_VERSION = 1;

/**
 * A destroyed key leaves its row with `wrapped` null: the tombstone that keeps `erased` apart from `missing`. A fence
 * with class `*` holds for every class, also those that never had a key. Wrapped keys refer to their KEK, so that a KEK
 * cannot be dropped while a key still needs it.
 */
export const SCHEMA = `
  CREATE TABLE controller_key (
    controller TEXT NOT NULL,
    purpose TEXT NOT NULL CHECK (purpose IN ('kek', 'index')),
    version INTEGER NOT NULL,
    wrapped BLOB NOT NULL,
    PRIMARY KEY (controller, purpose, version)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE data_key (
    key_id TEXT PRIMARY KEY,
    trajectory_id TEXT NOT NULL,
    controller TEXT NOT NULL,
    data_class TEXT NOT NULL,
    retention TEXT NOT NULL,
    purpose TEXT NOT NULL DEFAULT 'kek' CHECK (purpose = 'kek'),
    kek_version INTEGER,
    wrapped BLOB,
    CHECK ((wrapped IS NULL) = (kek_version IS NULL)),
    FOREIGN KEY (controller, purpose, kek_version) REFERENCES controller_key ON DELETE RESTRICT
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX data_key_scope ON data_key (trajectory_id, controller, data_class, retention);

  CREATE TABLE fence (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    trajectory_id TEXT NOT NULL,
    controller TEXT NOT NULL,
    data_class TEXT NOT NULL,
    UNIQUE (trajectory_id, controller, data_class)
  ) STRICT;

  CREATE TABLE person (
    trajectory_id TEXT NOT NULL,
    controller TEXT NOT NULL,
    key_id TEXT,
    iv BLOB,
    ciphertext BLOB,
    PRIMARY KEY (trajectory_id, controller)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE blind_index (
    controller TEXT NOT NULL,
    kind TEXT NOT NULL,
    bucket BLOB NOT NULL,
    digest BLOB NOT NULL,
    trajectory_id TEXT NOT NULL,
    PRIMARY KEY (controller, kind, bucket, digest, trajectory_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX blind_index_person ON blind_index (trajectory_id, controller);

  PRAGMA user_version = ${SCHEMA_VERSION};
`;
