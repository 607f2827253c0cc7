import { timingSafeEqual } from 'node:crypto';
import type { TrajectoryId } from '@trajectboek/events';
import type { Sealed } from '@trajectboek/privacy';
import type { KeyFile } from '../file/key-file.js';
import { IDENTIFIER_KINDS, type Identifier, type IdentifierKind } from './blind-index.js';

/** Rows are found by the first bytes of a digest; the whole of it is compared in constant time. */
const BUCKET_LENGTH = 8;

export interface SealedIdentity extends Sealed {
  readonly keyId: string;
}

/** The rows of persons: by what they are found, and their sealed identity. Writing methods are for use within a transaction. */
export class PersonTable {
  readonly #candidates;
  readonly #index;
  readonly #indexed;
  readonly #put;
  readonly #get;
  readonly #known;
  readonly #blank;
  readonly #unindex;

  constructor(file: KeyFile) {
    this.#candidates = file.prepare('SELECT digest, trajectory_id FROM blind_index WHERE controller = ? AND kind = ? AND bucket = ?');
    this.#index = file.prepare('INSERT INTO blind_index (controller, kind, bucket, digest, trajectory_id) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING');
    this.#indexed = file.prepare('SELECT digest FROM blind_index WHERE trajectory_id = ? AND controller = ? AND kind = ?');
    this.#put = file.prepare('INSERT OR REPLACE INTO person (trajectory_id, controller, key_id, iv, ciphertext) VALUES (?, ?, ?, ?, ?)');
    this.#get = file.prepare('SELECT key_id, iv, ciphertext FROM person WHERE trajectory_id = ? AND controller = ?');
    this.#known = file.prepare('SELECT 1 FROM person WHERE trajectory_id = ? LIMIT 1');
    this.#blank = file.prepare('UPDATE person SET key_id = NULL, iv = NULL, ciphertext = NULL WHERE trajectory_id = ? AND controller = ?');
    this.#unindex = file.prepare('DELETE FROM blind_index WHERE trajectory_id = ? AND controller = ?');
  }

  trajectoriesOf(controller: string, { kind, digest }: Identifier): readonly TrajectoryId[] {
    const rows = this.#candidates.all(controller, kind, digest.subarray(0, BUCKET_LENGTH));
    return rows.filter((row) => isDigest(row['digest'], digest)).map((row) => String(row['trajectory_id']) as TrajectoryId);
  }

  isIndexed(trajectoryId: TrajectoryId, controller: string, { kind, digest }: Identifier): boolean {
    return this.#indexed.all(trajectoryId, controller, kind).some((row) => isDigest(row['digest'], digest));
  }

  /** Whether the person is known by another identifier of this kind, and so is somebody else. */
  contradicts(trajectoryId: TrajectoryId, controller: string, { kind, digest }: Identifier): boolean {
    const rows = this.#indexed.all(trajectoryId, controller, kind);
    return rows.length > 0 && !rows.some((row) => isDigest(row['digest'], digest));
  }

  isKnownByStronger(trajectoryId: TrajectoryId, controller: string, kind: IdentifierKind): boolean {
    const stronger = IDENTIFIER_KINDS.slice(0, IDENTIFIER_KINDS.indexOf(kind));
    return stronger.some((other) => this.#indexed.get(trajectoryId, controller, other) !== undefined);
  }

  index(trajectoryId: TrajectoryId, controller: string, identifiers: readonly Identifier[]): void {
    for (const { kind, digest } of identifiers) this.#index.run(controller, kind, digest.subarray(0, BUCKET_LENGTH), digest, trajectoryId);
  }

  put(trajectoryId: TrajectoryId, controller: string, { keyId, iv, ciphertext }: SealedIdentity): void {
    this.#put.run(trajectoryId, controller, keyId, iv, ciphertext);
  }

  /** Undefined for an unknown person, null for one whose data was deleted. */
  sealedOf(trajectoryId: TrajectoryId, controller: string): SealedIdentity | null | undefined {
    const row = this.#get.get(trajectoryId, controller);
    if (row === undefined) return undefined;
    const { key_id: keyId, iv, ciphertext } = row;
    return typeof keyId === 'string' && iv instanceof Uint8Array && ciphertext instanceof Uint8Array ? { keyId, iv, ciphertext } : null;
  }

  exists(trajectoryId: TrajectoryId): boolean {
    return this.#known.get(trajectoryId) !== undefined;
  }

  forget(trajectoryId: TrajectoryId, controller: string): void {
    this.#unindex.run(trajectoryId, controller);
    this.#blank.run(trajectoryId, controller);
  }
}

function isDigest(stored: unknown, digest: Uint8Array): boolean {
  return stored instanceof Uint8Array && stored.length === digest.length && timingSafeEqual(stored, digest);
}
