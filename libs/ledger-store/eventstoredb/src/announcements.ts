import { END, streamNameFilter, type AllStreamSubscription, type EventStoreDBClient } from '@eventstore/db-client';
import type { StreamNames } from './stream-names.js';

/** Milliseconds until a broken subscription is tried again. */
const RETRY_AFTER = 1_000;

/** Tells listeners that something was recorded, by this process or another. */
export class Announcements {
  readonly #listeners = new Set<() => void>();
  #subscription: AllStreamSubscription | undefined;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(
    private readonly client: EventStoreDBClient,
    private readonly names: StreamNames,
  ) {}

  /** The subscription to the server begins with the first listener. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (!this.#subscription && !this.#closed) this.#subscribe();
    return () => this.#listeners.delete(listener);
  }

  /** In a turn of its own: a listener that throws must not take the answer from who appended. */
  announce(): void {
    this.#listeners.forEach((listener) => queueMicrotask(listener));
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#listeners.clear();
    clearTimeout(this.#retry);
    await this.#subscription?.unsubscribe();
  }

  #subscribe(): void {
    const filter = streamNameFilter({ prefixes: [this.names.youthPrefix] });
    this.#subscription = this.client.subscribeToAll({ fromPosition: END, filter });
    this.#subscription
      .on('data', () => this.announce())
      // What was recorded before the subscription stood is not announced by it.
      .on('confirmation', () => this.announce())
      .on('error', () => {
        if (!this.#closed) this.#retry = setTimeout(() => this.#subscribe(), RETRY_AFTER);
      });
  }
}
