import type { EventStoreDBClient } from '@eventstore/db-client';
import type { Instant, TrajectoryId } from '@trajectboek/events';
import type { AppendOutcome, AppendRequest } from '@trajectboek/ledger-store';
import type { LogReader } from '../read/log-reader.js';
import type { StreamNames } from '../stream-names.js';
import type { AccessLog } from './access-log.js';
import { Rounds } from './rounds.js';
import { StreamWriter, streamOf } from './stream-writer.js';

export interface LedgerRoundsOptions {
  readonly client: EventStoreDBClient;
  readonly names: StreamNames;
  readonly reader: LogReader;
  readonly access: AccessLog;
  readonly now: () => Instant;
  /** The highest moment of recording that is known to be in the ledger. */
  readonly seen: () => Instant | null;
  readonly announce: () => void;
}

/** Lists of requests that are on their way to the server at one moment. */
const MOST_BESIDE = 256;

/**
 * Appends go to the server beside each other in rounds, and all events of a round have the same moment of recording:
 * in whatever order the server commits them, the moment does not decrease. Requests for one stream follow on each other.
 */
export class LedgerRounds {
  readonly #writer: StreamWriter;
  readonly #rounds: Rounds<readonly AppendRequest[], AppendOutcome>;
  #latest: Instant | null = null;

  constructor(private readonly options: LedgerRoundsOptions) {
    this.#writer = new StreamWriter(options.client, options.names, options.reader);
    this.#rounds = new Rounds({ most: MOST_BESIDE, start: (jobs) => this.#start(jobs) });
  }

  append(requests: readonly AppendRequest[]): Promise<AppendOutcome> {
    return this.#rounds.add(requests);
  }

  close(): Promise<void> {
    return this.#rounds.close();
  }

  #start(jobs: readonly (readonly AppendRequest[])[]): readonly Promise<AppendOutcome>[] {
    const at = [this.#latest, this.options.seen()].reduce<Instant>((latest, moment) => (moment !== null && moment > latest ? moment : latest), this.options.now());
    this.#latest = at;
    const last = new Map<TrajectoryId, Promise<unknown>>();
    return jobs.map((requests) => this.#one(requests, at, last));
  }

  async #one(requests: readonly AppendRequest[], at: Instant, last: Map<TrajectoryId, Promise<unknown>>): Promise<AppendOutcome> {
    const trajectoryId = streamOf(requests);
    if (trajectoryId === undefined) return { status: 'appended', stored: [] };
    const before = last.get(trajectoryId) ?? Promise.resolve();
    const writing = before.then(() => this.#writer.append({ trajectoryId, requests, at }));
    last.set(trajectoryId, writing.catch(() => undefined));
    const { outcome, audit } = await writing;
    if (outcome.status !== 'appended') return outcome;
    for (const { envelope } of outcome.stored) if (this.#latest === null || envelope.recordedAt > this.#latest) this.#latest = envelope.recordedAt;
    await this.options.access.add(audit);
    if (outcome.stored.length > 0) this.options.announce();
    return outcome;
  }
}
