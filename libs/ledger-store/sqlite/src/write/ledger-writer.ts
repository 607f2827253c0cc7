import type { Instant } from '@trajectboek/events';
import { assertWellFormed, repeatedEventId, type AppendOutcome, type AppendRequest, type AuditLine, type NewEvent, type StoredEvent } from '@trajectboek/ledger-store';
import { chainHashOf, leafHashOf } from '@trajectboek/proof';
import type { DatabaseSync } from 'node:sqlite';
import type { Ended } from './commit-queue.js';
import { LedgerTables } from './ledger-tables.js';
import { StreamHeads, type StreamHead } from './stream-heads.js';

export type Job = { readonly kind: 'append'; readonly requests: readonly AppendRequest[] } | { readonly kind: 'access'; readonly line: AuditLine };

/** What a list would record; nothing is written yet. */
interface Plan {
  readonly stored: readonly StoredEvent[];
  readonly heads: ReadonlyMap<string, StreamHead>;
  readonly audit: readonly AuditLine[];
}

const NOTHING: AppendOutcome = { status: 'appended', stored: [] };

/** The only writer of the ledger file: decides each job of a commit by itself, against what was decided before it. */
export class LedgerWriter {
  readonly #tables: LedgerTables;
  readonly #heads: StreamHeads;
  #position = 0;
  #latest: Instant | null = null;
  #lines = 0;

  constructor(
    private readonly db: DatabaseSync,
    private readonly now: () => Instant,
  ) {
    this.#tables = new LedgerTables(db);
    this.#heads = new StreamHeads((stream) => this.#tables.headOf(stream));
    this.#forget();
  }

  /** Records the jobs in one transaction, on the disk when this returns. Throws when nothing could be recorded. */
  commit(jobs: readonly Job[]): readonly Ended<AppendOutcome>[] {
    this.db.exec('BEGIN IMMEDIATE');
    try {
      // Another process may have written; what is remembered of the end of the ledger is then too old.
      if (this.#tables.changedByOthers()) this.#forget();
      const at = this.now();
      const ends = jobs.map((job) => this.#end(job, at));
      this.db.exec('COMMIT');
      return ends;
    } catch (error) {
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
      this.#forget();
      throw error;
    }
  }

  #forget(): void {
    this.#heads.clear();
    const { position, latest, access } = this.#tables.end();
    this.#position = position;
    this.#latest = latest;
    this.#lines = access;
  }

  #end(job: Job, at: Instant): Ended<AppendOutcome> {
    if (job.kind === 'access') {
      this.#addLine(job.line);
      return { outcome: NOTHING };
    }
    const plan = this.#planOrFault(job.requests, at);
    if (!('stored' in plan)) return plan;
    this.#record(plan);
    return { outcome: { status: 'appended', stored: plan.stored } };
  }

  /** A fault of the caller is the end of one job only: nothing was written for it. */
  #planOrFault(requests: readonly AppendRequest[], at: Instant): Plan | Ended<AppendOutcome> {
    try {
      assertWellFormed(requests);
      const eventId = repeatedEventId(requests) ?? this.#tables.firstKnown(requests);
      return eventId === undefined ? this.#plan(requests, at) : { outcome: { status: 'duplicate', eventId } };
    } catch (error) {
      return { error };
    }
  }

  #plan(requests: readonly AppendRequest[], at: Instant): Plan | Ended<AppendOutcome> {
    const stored: StoredEvent[] = [];
    const heads = new Map<string, StreamHead>();
    let latest = this.#latest;
    for (const { trajectoryId, expectedRevision, events } of requests) {
      let head = heads.get(trajectoryId) ?? this.#heads.get(trajectoryId);
      if (head.revision !== expectedRevision) return { outcome: { status: 'conflict', trajectoryId, currentRevision: head.revision } };
      for (const event of events) {
        const next = storedOf(event, { position: this.#position + stored.length + 1, at: later(at, latest), head });
        stored.push(next);
        latest = later(next.envelope.recordedAt, latest);
        head = { revision: next.envelope.revision, chainHash: next.chainHash };
      }
      heads.set(trajectoryId, head);
    }
    return { stored, heads, audit: requests.flatMap(({ audit }) => audit ?? []) };
  }

  #record({ stored, heads, audit }: Plan): void {
    for (const event of stored) {
      this.#latest = later(event.envelope.recordedAt, this.#latest);
      this.#tables.addEvent(event, this.#latest);
      this.#position = event.position;
    }
    heads.forEach((head, stream) => this.#heads.set(stream, head));
    audit.forEach((line) => this.#addLine(line));
  }

  #addLine(line: AuditLine): void {
    this.#tables.addAccess(this.#lines + 1, line);
    this.#lines += 1;
  }
}

function storedOf({ envelope: given, parts, recordedAt }: NewEvent, { position, at, head }: { readonly position: number; readonly at: Instant; readonly head: StreamHead }): StoredEvent {
  const envelope = { ...given, recordedAt: recordedAt ?? at };
  const leafHash = leafHashOf(envelope, parts);
  return { position, envelope, parts, leafHash, chainHash: chainHashOf(head.chainHash, leafHash) };
}

function later(one: Instant, other: Instant | null): Instant {
  return other !== null && other > one ? other : one;
}
