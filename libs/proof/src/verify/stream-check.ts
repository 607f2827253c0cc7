import type { StoredEvent } from '@trajectboek/ledger-store';
import { chainHashOf, leafHashOf } from '../leaf/leaf-hash.js';
import { sameHash } from '../tree/tree-hash.js';
import type { FaultPlace, LedgerFault } from './fault.js';

/** How far a stream was read. The stored chain hash goes on, so that one fault is reported once. */
export interface StreamTail {
  readonly revision: number;
  readonly chainHash: Uint8Array | null;
}

export const STREAM_START: StreamTail = { revision: -1, chainHash: null };

export interface CheckedEvent {
  readonly leafHash: Uint8Array;
  readonly tail: StreamTail;
  readonly faults: readonly LedgerFault[];
}

/** Recomputes an event from its stored bytes and compares it with what is stored and with the stream before it. */
export function checkEvent(event: StoredEvent, tail: StreamTail): CheckedEvent {
  const leafHash = leafHashFor(event);
  const faults: LedgerFault[] = [];
  const { revision, trajectoryId } = event.envelope;
  const isNext = revision === tail.revision + 1;
  if (!isNext && revision <= tail.revision) faults.push({ kind: 'reordered', ...placeOf(event) });
  else if (!isNext) faults.push({ kind: 'missing', trajectoryId, from: tail.revision + 1, to: revision - 1, beforePosition: event.position });
  if (!sameHash(leafHash, event.leafHash)) faults.push({ kind: 'changed', ...placeOf(event) });
  else if (isNext && !sameHash(chainHashOf(tail.chainHash, leafHash), event.chainHash)) faults.push({ kind: 'chain-broken', ...placeOf(event) });
  return { leafHash, faults, tail: { revision: Math.max(revision, tail.revision), chainHash: event.chainHash } };
}

export function placeOf(event: StoredEvent): FaultPlace {
  const { trajectoryId, revision, eventId } = event.envelope;
  return { position: event.position, trajectoryId, revision, eventId };
}

/** An envelope that has no canonical form any more was changed: it must be reported, not end the verification. */
function leafHashFor(event: StoredEvent): Uint8Array {
  try {
    return leafHashOf(event.envelope, event.parts);
  } catch {
    return new Uint8Array(event.leafHash.length);
  }
}
