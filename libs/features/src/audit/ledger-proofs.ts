import { Injectable } from '@nestjs/common';
import { LedgerStorePort, problem } from '@trajectboek/api';
import type { TrajectoryId } from '@trajectboek/events';
import type { StoredEvent } from '@trajectboek/ledger-store';
import {
  EXPORT_FORMAT, exportedEvent, leafHashOf, sameHash, TileTree, verifyConsistency, verifyInclusion, verifyStream, type ExportedEvent, type StreamExport,
} from '@trajectboek/proof';
import { SignedRoots, type OpenedRoot } from './signed-roots.js';

const LEAVES_AT_ONCE = 4_096;

/** Proofs against signed checkpoints, each checked before it is given: what does not prove is an incident, never an answer. */
@Injectable()
export class LedgerProofs {
  readonly #tree: TileTree;

  constructor(
    private readonly store: LedgerStorePort,
    private readonly roots: SignedRoots,
  ) {
    this.#tree = new TileTree((from, to) => store.leafHashes(from, to));
  }

  /** That the event is in a signed tree: the newest, which is signed first when the event is newer. @throws ProblemError not-found for a size that was not signed with it; tampered */
  async inclusionOf(stored: StoredEvent, treeSize?: number): Promise<object> {
    const root = treeSize === undefined ? await this.#newestAfter(stored) : this.#rootOf(treeSize);
    const { index, proof } = await this.#proven(stored, root);
    const { envelope: { eventId, trajectoryId, recordedAt }, position, leafHash } = stored;
    return {
      eventId, trajectoryId, position, recordedAt, index, treeSize: root.size, leafHash: base64(leafHash),
      root: base64(root.root), proof: proof.map(base64), checkpoint: root.note, verifierKey: this.roots.verifierKey,
    };
  }

  /** What is stored of one youth, with the proof of each event in one signed tree. @throws ProblemError tampered */
  async exportOf(trajectoryId: TrajectoryId, stored: readonly StoredEvent[]): Promise<StreamExport> {
    const last = stored.at(-1);
    if (!last) throw problem('not-found', 'Van dit traject is niets vastgelegd.');
    if (verifyStream(trajectoryId, stored).length > 0) throw notIntact();
    const root = await this.#newestAfter(last);
    const events: ExportedEvent[] = [];
    for (const event of stored) {
      const { index, proof } = await this.#proven(event, root);
      events.push(exportedEvent(event, index, proof));
    }
    return { format: EXPORT_FORMAT, trajectoryId, checkpoint: root.note, verifierKey: this.roots.verifierKey, events };
  }

  /** That an older signed tree is the beginning of a newer one. @throws ProblemError not-found for a size that was not signed; tampered */
  async consistencyOf(from: number, to: number | undefined): Promise<object> {
    const [older, newer] = [this.roots.withSize(from), to === undefined ? this.roots.newest() : this.roots.withSize(to)];
    if (!older || !newer || older.size > newer.size) throw problem('not-found', 'Voor een van deze groottes is niet getekend. Zie /v1/audit/checkpoints.');
    const proof = await this.#tree.consistencyProof(older.size, newer.size);
    if (!verifyConsistency({ size1: older.size, size2: newer.size, root1: older.root, root2: newer.root, proof })) throw notIntact();
    return {
      from: older.size, to: newer.size, fromRoot: base64(older.root), toRoot: base64(newer.root), proof: proof.map(base64),
      fromCheckpoint: older.note, toCheckpoint: newer.note, verifierKey: this.roots.verifierKey,
    };
  }

  #rootOf(size: number): OpenedRoot {
    const root = this.roots.withSize(size);
    if (!root) throw problem('not-found', 'Voor deze grootte is niet getekend. Zie /v1/audit/checkpoints.');
    return root;
  }

  async #proven(stored: StoredEvent, root: OpenedRoot): Promise<{ readonly index: number; readonly proof: readonly Uint8Array[] }> {
    if (!isAsHashed(stored)) throw notIntact();
    const { size } = await this.store.head();
    const index = await this.#indexOf(stored, size);
    if (index >= root.size) throw problem('not-found', 'Toen dat werd getekend, was deze gebeurtenis er nog niet.');
    // Also in the oldest tree that was signed with it: a newer signature can be over what was changed before it.
    const oldest = this.roots.oldestWith(index) ?? root;
    await this.#inclusionIn(oldest, index, stored);
    return { index, proof: await this.#inclusionIn(root, index, stored) };
  }

  async #inclusionIn({ size, root }: OpenedRoot, index: number, { leafHash }: StoredEvent): Promise<readonly Uint8Array[]> {
    const proof = await this.#tree.inclusionProof(index, size);
    if (!verifyInclusion({ index, size, leafHash, root, proof })) throw notIntact();
    return proof;
  }

  async #newestAfter({ position }: StoredEvent): Promise<OpenedRoot> {
    const newest = this.roots.newest();
    const { position: head, size } = await this.store.head();
    // Positions may have gaps: only the head tells that everything up to it was signed for.
    if (newest && (newest.size === size || (newest.size >= position && head === size))) return newest;
    await this.roots.signNow();
    const signed = this.roots.newest();
    if (!signed) throw problem('unavailable', 'Er kon niet worden getekend.');
    return signed;
  }

  /** Where positions count on from 1 without gaps, the place in the tree follows from it; elsewhere it is looked for. */
  async #indexOf({ position, leafHash }: StoredEvent, size: number): Promise<number> {
    const [guess] = position <= size ? await this.store.leafHashes(position - 1, position) : [];
    if (guess && sameHash(guess, leafHash)) return position - 1;
    for (let from = 0; from < size; from += LEAVES_AT_ONCE) {
      const found = (await this.store.leafHashes(from, Math.min(from + LEAVES_AT_ONCE, size))).findIndex((hash) => sameHash(hash, leafHash));
      if (found >= 0) return from + found;
    }
    throw notIntact();
  }
}

/** The stored bytes give the stored hash: who changes an event can leave its hash as it was. */
function isAsHashed({ envelope, parts, leafHash }: StoredEvent): boolean {
  try {
    return sameHash(leafHashOf(envelope, parts), leafHash);
  } catch {
    // What has no canonical form any more was changed.
    return false;
  }
}

export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function notIntact(): Error {
  return problem('tampered', 'Het boek is niet meer dat waarvoor is getekend. Draai verify.');
}
