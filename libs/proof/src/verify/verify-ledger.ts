import type { TrajectoryId } from '@trajectboek/events';
import type { StoredEvent } from '@trajectboek/ledger-store';
import { Frontier } from '../tree/frontier.js';
import { sameHash } from '../tree/tree-hash.js';
import { compareLeaves, type FoundLeaf } from './compare-leaves.js';
import type { LedgerFault } from './fault.js';
import { checkEvent, placeOf, STREAM_START, type StreamTail } from './stream-check.js';

/** A size and root that are vouched for from outside: a checkpoint whose signature was verified. */
export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/** What the ledger is held against. Without it, a truncated or rewritten ledger can look whole. */
export interface Witness {
  /** In any order; more of them narrow down where a ledger was rewritten. */
  readonly heads?: readonly TreeHead[];
  /** A copy of the leaf hashes (the tiles of level 0) kept elsewhere, from the first: names each event that differs. */
  readonly leaves?: readonly Uint8Array[];
}

export interface LedgerReport {
  readonly size: number;
  readonly root: Uint8Array;
  readonly streams: number;
  readonly faults: readonly LedgerFault[];
}

/** Recomputes leaves, stream chains and tree of a whole ledger or export, in the order of position. */
export async function verifyLedger(events: Iterable<StoredEvent> | AsyncIterable<StoredEvent>, witness: Witness = {}): Promise<LedgerReport> {
  const check = new LedgerCheck(witness);
  for await (const event of events) check.take(event);
  return check.report();
}

/** The same for one stream, which says nothing about the tree. */
export function verifyStream(trajectoryId: TrajectoryId, events: readonly StoredEvent[]): readonly LedgerFault[] {
  const faults: LedgerFault[] = [];
  let tail = STREAM_START;
  for (const event of events) {
    if (event.envelope.trajectoryId !== trajectoryId) {
      faults.push({ kind: 'foreign', ...placeOf(event) });
      continue;
    }
    const checked = checkEvent(event, tail);
    faults.push(...checked.faults);
    tail = checked.tail;
  }
  return faults;
}

/** Keeps a tail for each stream and the edge of the tree, so that a ledger of any length fits. */
class LedgerCheck {
  readonly #heads: readonly TreeHead[];
  readonly #witnessed: readonly Uint8Array[] | undefined;
  readonly #found: FoundLeaf[] = [];
  readonly #faults: LedgerFault[] = [];
  readonly #tails = new Map<TrajectoryId, StreamTail>();
  readonly #tree = Frontier.empty();
  #nextHead = 0;
  #agreedUpTo = 0;
  #rootDiffers = false;
  #last = { position: -Infinity, recordedAt: -Infinity };

  constructor(witness: Witness) {
    this.#heads = [...(witness.heads ?? [])].sort((one, other) => one.size - other.size);
    this.#witnessed = witness.leaves;
    this.#compareHeads();
  }

  take(event: StoredEvent): void {
    const { trajectoryId } = event.envelope;
    const checked = checkEvent(event, this.#tails.get(trajectoryId) ?? STREAM_START);
    this.#tails.set(trajectoryId, checked.tail);
    this.#faults.push(...checked.faults);
    this.#checkOrder(event, checked.faults);
    this.#tree.append(checked.leafHash);
    if (this.#witnessed !== undefined) this.#found.push({ ...placeOf(event), leafHash: checked.leafHash });
    this.#compareHeads();
  }

  report(): LedgerReport {
    const expected = Math.max(this.#heads.at(-1)?.size ?? 0, this.#witnessed?.length ?? 0);
    if (expected > this.#tree.size) this.#faults.push({ kind: 'truncated', size: this.#tree.size, expected });
    if (this.#witnessed !== undefined) this.#faults.push(...compareLeaves(this.#found, this.#witnessed));
    return { size: this.#tree.size, root: this.#tree.root(), streams: this.#tails.size, faults: this.#faults };
  }

  #checkOrder(event: StoredEvent, faults: readonly LedgerFault[]): void {
    const recordedAt = Date.parse(event.envelope.recordedAt);
    const goesBack = event.position <= this.#last.position || recordedAt < this.#last.recordedAt;
    if (goesBack && !faults.some((fault) => fault.kind === 'reordered')) this.#faults.push({ kind: 'reordered', ...placeOf(event) });
    this.#last = { position: event.position, recordedAt: Number.isNaN(recordedAt) ? this.#last.recordedAt : recordedAt };
  }

  #compareHeads(): void {
    for (let head = this.#heads[this.#nextHead]; head?.size === this.#tree.size; head = this.#heads[this.#nextHead]) {
      this.#compareHead(head);
      this.#nextHead += 1;
    }
  }

  /** Every root after the first that differs must differ too: one report says it. */
  #compareHead(head: TreeHead): void {
    if (sameHash(head.root, this.#tree.root())) this.#agreedUpTo = head.size;
    else if (!this.#rootDiffers) {
      this.#faults.push({ kind: 'root-differs', size: head.size, agreedUpTo: this.#agreedUpTo });
      this.#rootDiffers = true;
    }
  }
}
