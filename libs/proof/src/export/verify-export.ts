import type { StoredEvent } from '@trajectboek/ledger-store';
import { openCheckpoint, type Checkpoint } from '../checkpoint/checkpoint.js';
import type { NoteVerifier } from '../checkpoint/note-key.js';
import { verifyInclusion } from '../tree/verify-proof.js';
import type { FaultPlace, LedgerFault } from '../verify/fault.js';
import { placeOf } from '../verify/stream-check.js';
import { verifyStream } from '../verify/verify-ledger.js';
import { bytesOf, type ExportedEvent, type StreamExport } from './stream-export.js';

export type ExportFault =
  | LedgerFault
  /** The checkpoint is not one that this key signed for this log. */
  | { readonly kind: 'not-signed' }
  /** No proof that the event is in the signed tree at its place. */
  | ({ readonly kind: 'not-included' } & FaultPlace);

export interface ExportReport {
  readonly events: number;
  /** Size of the signed tree; undefined when the signature does not hold. */
  readonly treeSize: number | undefined;
  readonly faults: readonly ExportFault[];
}

/**
 * Recomputes an export from its bytes: each leaf, the chain of the stream, the proof of each event, the signature.
 * Needs no ledger and no key of the data. What was recorded last and left out, only the ledger itself can tell.
 */
export function verifyExport({ trajectoryId, checkpoint, events }: StreamExport, trusted: NoteVerifier): ExportReport {
  const opened = openCheckpoint(checkpoint, [trusted]);
  // The log is named as its key is.
  const signed = opened.status === 'verified' && opened.checkpoint.origin === trusted.name ? opened.checkpoint : undefined;
  const stored = events.map(storedEvent);
  const stream = verifyStream(trajectoryId, stored);
  const loose = signed ? events.flatMap((event, at) => inclusionFaults(event, stored[at], signed)) : [{ kind: 'not-signed' } as const];
  return { events: events.length, treeSize: signed?.size, faults: [...stream, ...orderFaults(events, stored), ...loose] };
}

/** The leaf hash that is held against the tree is only as good as the bytes: `verifyStream` sees whether they give it. */
function inclusionFaults({ index, leafHash, proof }: ExportedEvent, stored: StoredEvent | undefined, { size, root }: Checkpoint): readonly ExportFault[] {
  const isIn = verifyInclusion({ index, size, root, leafHash: bytesOf(leafHash), proof: proof.map(bytesOf) });
  return isIn || !stored ? [] : [{ kind: 'not-included', ...placeOf(stored) }];
}

function orderFaults(events: readonly ExportedEvent[], stored: readonly StoredEvent[]): readonly ExportFault[] {
  return stored.flatMap((event, at): readonly ExportFault[] => {
    const [before, here] = [events[at - 1], events[at]];
    return before && here && (here.index <= before.index || here.position <= before.position) ? [{ kind: 'reordered', ...placeOf(event) }] : [];
  });
}

function storedEvent({ position, envelope, parts, leafHash, chainHash }: ExportedEvent): StoredEvent {
  return {
    position, envelope, leafHash: bytesOf(leafHash), chainHash: bytesOf(chainHash),
    parts: parts.map(({ dataClass, keyId, iv, ciphertext }) => ({ dataClass, keyId, iv: bytesOf(iv), ciphertext: bytesOf(ciphertext) })),
  };
}
