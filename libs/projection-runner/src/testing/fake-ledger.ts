import type { RecordedEvent, TrajectoryId } from '@trajectboek/events';
import type { LedgerHead } from '@trajectboek/ledger-store';
import type { EventBatch, EventSource, YouthHistory } from '../event-source.js';

/** A ledger in memory for specs: what is appended gets the next position and revision, a second later each time. */
export class FakeLedger implements EventSource {
  readonly #events: RecordedEvent[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #erased = new Map<TrajectoryId, number>();
  /** How often each part of the ledger was read. */
  readonly reads = { all: 0, histories: 0, streams: 0 };

  get size(): number {
    return this.#events.length;
  }

  append(...events: readonly RecordedEvent[]): void {
    for (const event of events) {
      const revision = this.#events.filter(({ trajectoryId }) => trajectoryId === event.trajectoryId).length;
      const position = this.#events.length + 1;
      this.#events.push({ ...event, revision, position, recordedAt: momentOf(position) } as RecordedEvent);
    }
    for (const listener of this.#listeners) listener();
  }

  /** As after the destruction of the keys of a youth: what was recorded so far can no longer be read. */
  erase(trajectoryId: TrajectoryId): void {
    this.#erased.set(trajectoryId, this.#events.length);
  }

  async readAll(after: number, limit: number): Promise<EventBatch> {
    this.reads.all += 1;
    const read = this.#events.slice(after, after + limit);
    const position = after + read.length;
    return { events: this.#readable(read), upTo: { position, recordedAt: position === 0 ? null : momentOf(position) } };
  }

  async historyOf(trajectoryId: TrajectoryId, upTo = Infinity): Promise<readonly RecordedEvent[]> {
    this.reads.histories += 1;
    return this.#readable(this.#events).filter((event) => event.trajectoryId === trajectoryId && event.position <= upTo);
  }

  async streams(after: TrajectoryId | undefined, upTo: number, limit: number): Promise<readonly YouthHistory[]> {
    this.reads.streams += 1;
    const groups = [...Map.groupBy(this.#events.filter(({ position }) => position <= upTo), ({ trajectoryId }) => trajectoryId)];
    const next = groups.filter(([trajectoryId]) => after === undefined || trajectoryId > after).sort(([a], [b]) => (a < b ? -1 : 1));
    const histories: YouthHistory[] = [];
    let size = 0;
    for (const [trajectoryId, events] of next) {
      if (size >= limit) break;
      histories.push({ trajectoryId, events: this.#readable(events) });
      size += events.length;
    }
    return histories;
  }

  async head(): Promise<LedgerHead> {
    const size = this.#events.length;
    return { position: size, size, recordedAt: size === 0 ? null : momentOf(size) };
  }

  onAppended(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #readable(events: readonly RecordedEvent[]): readonly RecordedEvent[] {
    return events.filter(({ trajectoryId, position }) => position > (this.#erased.get(trajectoryId) ?? 0));
  }
}

function momentOf(position: number): string {
  return new Date(Date.UTC(2025, 0, 1) + position * 1000).toISOString();
}
