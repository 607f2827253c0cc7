import type { EventId, TrajectoryId } from '@trajectboek/events';
import type { AuditLine, LedgerHead, StoredEvent } from '@trajectboek/ledger-store';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { TILE_WIDTH } from '@trajectboek/proof';
import { eventRows } from './rows/event-row.js';
import { keyOf } from './rows/uuid-bytes.js';

const HASH_LENGTH = 32;

type Events = ReturnType<typeof eventRows>;

/** Reads through a handle that cannot write; statements are prepared once. */
export class LedgerReader {
  readonly #stream: Events;
  readonly #all: Events;
  readonly #streams: Events;
  readonly #rest: Events;
  readonly #byId: Events;
  readonly #last: StatementSync;
  readonly #tiles: StatementSync;
  readonly #leaves: StatementSync;
  readonly #access: StatementSync;

  constructor(db: DatabaseSync) {
    this.#stream = eventRows(db, 'WHERE stream = ? AND revision >= ? ORDER BY revision');
    this.#all = eventRows(db, 'WHERE position > ? ORDER BY position LIMIT ?');
    this.#streams = eventRows(db, 'WHERE stream > ? AND position <= ? ORDER BY stream, revision LIMIT ?');
    this.#rest = eventRows(db, 'WHERE stream = ? AND revision > ? AND position <= ? ORDER BY revision');
    this.#byId = eventRows(db, 'WHERE event_id = ? AND stream = ?');
    this.#last = db.prepare('SELECT position, recorded_at FROM event ORDER BY position DESC LIMIT 1');
    this.#tiles = db.prepare('SELECT leaves FROM tile WHERE number >= ? AND number < ? ORDER BY number');
    this.#leaves = db.prepare('SELECT leaf FROM event WHERE position > ? AND position <= ? ORDER BY position');
    this.#access = db.prepare('SELECT number, line FROM access WHERE number > ? ORDER BY number LIMIT ?');
  }

  readStream(trajectoryId: TrajectoryId, fromRevision: number): readonly StoredEvent[] {
    return this.#stream(keyOf(trajectoryId), fromRevision);
  }

  readAll(after: number, limit: number): readonly StoredEvent[] {
    return this.#all(after, limit);
  }

  readStreams(after: TrajectoryId | undefined, upTo: number, limit: number): readonly (readonly StoredEvent[])[] {
    const events = this.#streams(after === undefined ? '' : keyOf(after), upTo, limit);
    const last = events.at(-1)?.envelope;
    // The limit may have cut the last stream in two.
    const rest = last && events.length >= limit ? this.#rest(keyOf(last.trajectoryId), last.revision, upTo) : [];
    return [...Map.groupBy([...events, ...rest], ({ envelope }) => envelope.trajectoryId).values()];
  }

  findEvent(trajectoryId: TrajectoryId, eventId: EventId): StoredEvent | undefined {
    return this.#byId(keyOf(eventId), keyOf(trajectoryId))[0];
  }

  /** Positions have no gaps here, so that the last one is the number of events. */
  head(): LedgerHead {
    const row = this.#last.get();
    if (row === undefined) return { position: 0, recordedAt: null, size: 0 };
    const position = row['position'] as number;
    return { position, recordedAt: row['recorded_at'] as string, size: position };
  }

  leafHashes(from: number, to: number): readonly Uint8Array[] {
    const [firstTile, endTile] = [Math.floor(from / TILE_WIDTH), Math.floor(to / TILE_WIDTH)];
    const tiles = Array.from(this.#tiles.all(firstTile, endTile), (row) => hashesOf(row['leaves'] as Uint8Array));
    const inTiles = tiles.flat().slice(from - firstTile * TILE_WIDTH);
    const rest = Array.from(this.#leaves.all(from + inTiles.length, to), (row) => row['leaf'] as Uint8Array);
    return [...inTiles, ...rest];
  }

  readAccess(after: number, limit: number): readonly (AuditLine & { readonly number: number })[] {
    return Array.from(this.#access.all(after, limit), (row) => ({ ...(JSON.parse(row['line'] as string) as AuditLine), number: row['number'] as number }));
  }
}

function hashesOf(tile: Uint8Array): Uint8Array[] {
  return Array.from({ length: tile.length / HASH_LENGTH }, (_, index) => tile.subarray(index * HASH_LENGTH, (index + 1) * HASH_LENGTH));
}
