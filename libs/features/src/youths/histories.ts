import { Injectable } from '@nestjs/common';
import type { RecordedEvent, TrajectoryId } from '@trajectboek/events';
import { EventReader } from '@trajectboek/ledger';

const MOST_KEPT = 20_000;

/** Opened histories of youths that were asked for lately; each time only what came after is read and opened. */
@Injectable()
export class Histories {
  readonly #kept = new Map<TrajectoryId, readonly RecordedEvent[]>();

  constructor(private readonly reader: EventReader) {}

  async of(trajectoryId: TrajectoryId): Promise<readonly RecordedEvent[]> {
    const kept = this.#kept.get(trajectoryId) ?? [];
    const newer = await this.reader.from(trajectoryId, (kept.at(-1)?.revision ?? -1) + 1);
    const history = newer.length === 0 ? kept : [...kept, ...newer];
    this.#kept.delete(trajectoryId);
    this.#kept.set(trajectoryId, history);
    if (this.#kept.size > MOST_KEPT) this.#forgetOldest();
    return history;
  }

  /** After an erasure nothing of the youth stays in memory. */
  forget(trajectoryId: TrajectoryId): void {
    this.#kept.delete(trajectoryId);
  }

  #forgetOldest(): void {
    const oldest = this.#kept.keys().next();
    if (!oldest.done) this.#kept.delete(oldest.value);
  }
}
