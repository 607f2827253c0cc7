import { Injectable } from '@nestjs/common';
import type { RecordedEvent, TrajectoryId } from '@trajectboek/events';
import { EventReader, type YouthEvents } from '@trajectboek/ledger';
import { Turns } from './turns.js';

/** Opened events kept in memory, about 1 KiB each; a larger ledger is read youth by youth each time. */
const MOST_KEPT = 300_000;
/** Opening these takes about 10 ms: so long others wait. */
const EVENTS_AT_ONCE = 250;

/** The histories of all youths. As long as they fit they stay opened in memory, and each question reads only what came after the last. */
@Injectable()
export class Population {
  #histories = new Map<TrajectoryId, readonly RecordedEvent[]>();
  #upTo = 0;
  #kept = 0;
  #work: Promise<void> = Promise.resolve();

  constructor(private readonly reader: EventReader) {}

  /** Every youth in order of id, with all that was recorded when it was asked. */
  async *histories(): AsyncGenerator<YouthEvents> {
    const { position, size } = await this.reader.head();
    if (size > MOST_KEPT) return yield* this.#fromLedger(position);
    await this.#catchUp();
    const histories = this.#histories;
    for (const trajectoryId of [...histories.keys()].sort()) yield { trajectoryId, events: histories.get(trajectoryId) ?? [] };
  }

  /** After an erasure nothing of the youth stays in memory. */
  forget(): void {
    this.#histories = new Map();
    this.#upTo = 0;
    this.#kept = 0;
  }

  #catchUp(): Promise<void> {
    this.#work = this.#work.catch(() => undefined).then(() => this.#readOn());
    return this.#work;
  }

  async #readOn(): Promise<void> {
    const turns = new Turns();
    for (;;) {
      const { events, upTo } = await this.reader.readAll(this.#upTo, EVENTS_AT_ONCE);
      if (upTo.position === this.#upTo) return;
      for (const [trajectoryId, added] of Map.groupBy(events, (event) => event.trajectoryId)) {
        this.#histories.set(trajectoryId, [...this.#histories.get(trajectoryId) ?? [], ...added]);
      }
      this.#upTo = upTo.position;
      this.#kept += events.length;
      await turns.step();
    }
  }

  async *#fromLedger(position: number): AsyncGenerator<YouthEvents> {
    if (this.#kept > 0) this.forget();
    let after: TrajectoryId | undefined;
    for (;;) {
      const streams = await this.reader.streams(after, position, EVENTS_AT_ONCE);
      yield* streams;
      after = streams.at(-1)?.trajectoryId;
      if (after === undefined) return;
    }
  }
}
