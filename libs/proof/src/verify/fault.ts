import type { EventId, TrajectoryId } from '@trajectboek/events';

/** Where a fault was seen, without anything of what the event says. */
export interface FaultPlace {
  readonly position: number;
  readonly trajectoryId: TrajectoryId;
  readonly revision: number;
  readonly eventId: EventId;
}

/** Something that verification found. Each kind is another story about what happened to the ledger. */
export type LedgerFault =
  /** The stored bytes do not give the stored leaf hash: envelope or ciphertext was changed, or swapped with another. */
  | ({ readonly kind: 'changed' } & FaultPlace)
  /** The event stands on its own, but does not continue its stream. */
  | ({ readonly kind: 'chain-broken' } & FaultPlace)
  /** Revisions of a stream are not there: from `from` up to and including `to`. */
  | { readonly kind: 'missing'; readonly trajectoryId: TrajectoryId; readonly from: number; readonly to: number; readonly beforePosition: number }
  /** A revision that was passed already, a position that does not rise or a recording time that goes back. */
  | ({ readonly kind: 'reordered' } & FaultPlace)
  /** An event of another stream in this one. */
  | ({ readonly kind: 'foreign' } & FaultPlace)
  /** Fewer events than a checkpoint signed for. */
  | { readonly kind: 'truncated'; readonly size: number; readonly expected: number }
  /** The first `size` events are not those that were signed for; the first `agreedUpTo` are. */
  | { readonly kind: 'root-differs'; readonly size: number; readonly agreedUpTo: number }
  /** A leaf in the ledger that the witness does not have at all. */
  | ({ readonly kind: 'not-witnessed' } & FaultPlace)
  /** A witnessed leaf that the ledger no longer has. */
  | { readonly kind: 'lost'; readonly index: number }
  /** A witnessed leaf that stands elsewhere in the order than it was witnessed. */
  | ({ readonly kind: 'moved'; readonly index: number; readonly witnessedIndex: number } & FaultPlace);
