import type { TrajectoryId } from '@trajectboek/events';
import type { StoredEvent } from '@trajectboek/ledger-store';
import { positionOf, toStoredEvent } from '../event-json.js';
import type { LogReader } from './log-reader.js';

/** Streams that are read beside each other. */
const BESIDE = 16;

/**
 * The ids of all youths in order, which the server does not give without a projection of its own.
 *
 * Filled by one walk through `$all` at the first rebuild and kept up from there: about 100 bytes per youth, however
 * many events. Streams themselves are read one by one and not kept.
 */
export class YouthIndex {
  readonly #ids: TrajectoryId[] = [];
  #position = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly reader: LogReader) {}

  async readStreams(after: TrajectoryId | undefined, upTo: number, limit: number): Promise<readonly (readonly StoredEvent[])[]> {
    await this.#keepUp();
    const ids = this.#ids.slice(after === undefined ? 0 : firstAfter(this.#ids, after));
    const streams: (readonly StoredEvent[])[] = [];
    for (let [next, count] = [0, 0]; next < ids.length && count < limit; next += BESIDE) {
      const read = await Promise.all(ids.slice(next, next + BESIDE).map((id) => this.reader.readStream(id, 0)));
      for (const stream of read.map((events) => events.filter(({ position }) => position <= upTo))) {
        if (stream.length === 0 || count >= limit) continue;
        streams.push(stream);
        count += stream.length;
      }
    }
    return streams;
  }

  #keepUp(): Promise<void> {
    const reading = this.#turn.then(() => this.#readOn());
    this.#turn = reading.catch(() => undefined);
    return reading;
  }

  async #readOn(): Promise<void> {
    const before = this.#ids.length;
    for await (const event of this.reader.scan(this.#position)) {
      if (event.revision === 0n) this.#ids.push(toStoredEvent(event).envelope.trajectoryId);
      this.#position = positionOf(event);
    }
    if (this.#ids.length > before) this.#ids.sort((one, other) => (one < other ? -1 : 1));
  }
}

function firstAfter(ids: readonly TrajectoryId[], id: TrajectoryId): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] ?? id) <= id) low = middle + 1;
    else high = middle;
  }
  return low;
}
