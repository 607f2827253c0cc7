import { ANY, jsonEvent, type EventStoreDBClient } from '@eventstore/db-client';
import type { AuditLine } from '@trajectboek/ledger-store';
import { auditOf, type KeyedLine } from '../event-json.js';
import type { LogReader } from '../read/log-reader.js';
import type { StreamNames } from '../stream-names.js';
import { Rounds } from './rounds.js';

/** Lines in one append: far below the 1 MiB that the server takes at once. */
const MOST_LINES = 500;
/** Events of the server that are looked at when the ledger opens: many more than can be on their way at one moment. */
const RECENT = 4_000;

/** The access log: one stream, many lines in an append. */
export class AccessLog {
  readonly #rounds: Rounds<KeyedLine, void>;

  constructor(
    private readonly client: EventStoreDBClient,
    private readonly names: StreamNames,
    private readonly reader: LogReader,
  ) {
    this.#rounds = new Rounds({ most: MOST_LINES, start: (lines) => this.#append(lines) });
  }

  async add(lines: readonly KeyedLine[]): Promise<void> {
    await Promise.all(lines.map((line) => this.#rounds.add(line)));
  }

  async read(after: number, limit: number): Promise<readonly (AuditLine & { readonly number: number })[]> {
    const lines = await this.reader.readRaw(this.names.accessLog, after, limit);
    return lines.map(({ data, revision }) => ({ ...(data as unknown as AuditLine), number: Number(revision) + 1 }));
  }

  /** Adds the lines that stand with an event but not in the log: the process ended between the two. */
  async repair(): Promise<void> {
    const withEvents = (await this.reader.newestOfYouths(RECENT)).toReversed().flatMap(auditOf);
    if (withEvents.length === 0) return;
    const known = new Set((await this.reader.readNewest(this.names.accessLog, 2 * RECENT)).map(({ id }) => id));
    await this.add(withEvents.filter(({ id }) => !known.has(id)));
  }

  close(): Promise<void> {
    return this.#rounds.close();
  }

  /** Without an expected revision the server takes a line with the same id for the same line. */
  #append(lines: readonly KeyedLine[]): readonly Promise<void>[] {
    const events = lines.map(({ id, line }) => jsonEvent({ id, type: 'Access', data: { ...line } }));
    const appended = this.client.appendToStream(this.names.accessLog, events, { expectedRevision: ANY }).then(() => undefined);
    return lines.map(() => appended);
  }
}
