import type { RecordedEvent, TrajectoryId } from '@trajectboek/events';
import type { EventBatch, EventSource, YouthHistory } from './event-source.js';

interface Known {
  /** Complete up to and including this position. */
  readonly upTo: number;
  readonly events: readonly RecordedEvent[];
}

const LOADED_AT_ONCE = 16;

/** Histories of the youths that came by last. A history only grows, so that new events can be put behind it. */
export class Histories {
  readonly #known = new Map<TrajectoryId, Known>();
  #size = 0;

  /** @param mostEvents events kept in memory, of all youths together */
  constructor(private readonly source: Pick<EventSource, 'historyOf'>, private readonly mostEvents: number) {}

  /** The histories, up to the end of the batch, of the youths that occur in it. */
  async ofBatch({ events, upTo }: EventBatch): Promise<readonly YouthHistory[]> {
    const groups = [...Map.groupBy(events, ({ trajectoryId }) => trajectoryId)];
    const histories: YouthHistory[] = [];
    for (let first = 0; first < groups.length; first += LOADED_AT_ONCE) {
      const loading = groups.slice(first, first + LOADED_AT_ONCE).map(([trajectoryId, added]) => this.#upTo({ trajectoryId, events: added }, upTo.position));
      histories.push(...await Promise.all(loading));
    }
    return histories;
  }

  /** For a youth whose events can no longer be read. */
  forget(trajectoryId: TrajectoryId): void {
    this.#size -= this.#known.get(trajectoryId)?.events.length ?? 0;
    this.#known.delete(trajectoryId);
  }

  async #upTo(added: YouthHistory, upTo: number): Promise<YouthHistory> {
    const { trajectoryId } = added;
    const known = this.#known.get(trajectoryId);
    if (known && upTo <= known.upTo) return { trajectoryId, events: known.events.filter(({ position }) => position <= upTo) };
    const events = (known && continued(known, added.events)) ?? await this.source.historyOf(trajectoryId, upTo);
    this.#keep(trajectoryId, { upTo, events });
    return { trajectoryId, events };
  }

  #keep(trajectoryId: TrajectoryId, history: Known): void {
    this.forget(trajectoryId);
    this.#known.set(trajectoryId, history);
    this.#size += history.events.length;
    for (const [oldest] of this.#known) {
      if (this.#size <= this.mostEvents) break;
      this.forget(oldest);
    }
  }
}

/** The history with the new events behind it; undefined when one may be missing in between. */
function continued(known: Known, added: readonly RecordedEvent[]): readonly RecordedEvent[] | undefined {
  const fresh = added.filter(({ position }) => position > known.upTo);
  const last = known.events.at(-1)?.revision ?? -1;
  const follows = fresh.every(({ revision }, index) => revision === last + 1 + index);
  return follows && fresh.length > 0 ? [...known.events, ...fresh] : undefined;
}
