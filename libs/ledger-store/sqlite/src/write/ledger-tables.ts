import type { EventId, Instant } from '@trajectboek/events';
import type { AppendRequest, AuditLine, StoredEvent } from '@trajectboek/ledger-store';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { TILE_WIDTH } from '@trajectboek/proof';
import { INSERT_EVENT, toRow } from '../rows/event-row.js';
import { keyOf } from '../rows/uuid-bytes.js';
import type { StreamHead } from './stream-heads.js';

export interface LedgerEnd {
  readonly position: number;
  readonly latest: Instant | null;
  readonly access: number;
}

const EMPTY: StreamHead = { revision: -1, chainHash: null };

/** The statements of the writer, prepared once. */
export class LedgerTables {
  readonly #insertEvent: StatementSync;
  readonly #insertAccess: StatementSync;
  readonly #insertTile: StatementSync;
  readonly #known: StatementSync;
  readonly #head: StatementSync;
  readonly #leaves: StatementSync;
  readonly #dataVersion: StatementSync;
  #seenVersion: unknown;

  constructor(private readonly db: DatabaseSync) {
    this.#insertEvent = db.prepare(INSERT_EVENT);
    this.#insertAccess = db.prepare('INSERT INTO access (number, line) VALUES (?, ?)');
    this.#insertTile = db.prepare('INSERT INTO tile (number, latest, leaves) VALUES (?, ?, ?)');
    this.#known = db.prepare('SELECT 1 FROM event WHERE event_id = ?');
    this.#head = db.prepare('SELECT revision, chain FROM event WHERE stream = ? ORDER BY revision DESC LIMIT 1');
    this.#leaves = db.prepare('SELECT leaf FROM event WHERE position > ? ORDER BY position');
    this.#dataVersion = db.prepare('PRAGMA data_version');
    this.changedByOthers();
  }

  /** Whether another connection has written since the last time this was asked. */
  changedByOthers(): boolean {
    const version = this.#dataVersion.get()?.['data_version'];
    const changed = version !== this.#seenVersion;
    this.#seenVersion = version;
    return changed;
  }

  /** The last position, the highest moment of recording and the last audit line; the tiles spare a walk through the ledger. */
  end(): LedgerEnd {
    const position = Number(this.db.prepare('SELECT max(position) AS position FROM event').get()?.['position'] ?? 0);
    const tile = this.db.prepare('SELECT number, latest FROM tile ORDER BY number DESC LIMIT 1').get();
    const inTiles = tile === undefined ? 0 : (Number(tile['number']) + 1) * TILE_WIDTH;
    const tail = this.db.prepare('SELECT max(recorded_at) AS latest FROM event WHERE position > ?').get(inTiles)?.['latest'];
    const moments = [tile?.['latest'], tail].filter((moment) => typeof moment === 'string').sort();
    const access = Number(this.db.prepare('SELECT max(number) AS number FROM access').get()?.['number'] ?? 0);
    return { position, latest: moments.at(-1) ?? null, access };
  }

  headOf(stream: string): StreamHead {
    const row = this.#head.get(keyOf(stream));
    return row === undefined ? EMPTY : { revision: row['revision'] as number, chainHash: row['chain'] as Uint8Array };
  }

  firstKnown(requests: readonly AppendRequest[]): EventId | undefined {
    for (const { events } of requests) {
      const known = events.find(({ envelope }) => this.#known.get(keyOf(envelope.eventId)) !== undefined);
      if (known !== undefined) return known.envelope.eventId;
    }
    return undefined;
  }

  /** Adds the tile as well when the event is its last. */
  addEvent(event: StoredEvent, latest: Instant): void {
    this.#insertEvent.run(...toRow(event));
    if (event.position % TILE_WIDTH !== 0) return;
    const leaves = this.#leaves.all(event.position - TILE_WIDTH).map((row) => row['leaf'] as Uint8Array);
    this.#insertTile.run(event.position / TILE_WIDTH - 1, latest, Buffer.concat(leaves));
  }

  addAccess(number: number, line: AuditLine): void {
    this.#insertAccess.run(number, JSON.stringify(line));
  }
}
