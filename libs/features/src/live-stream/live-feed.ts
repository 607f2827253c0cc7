import { Injectable, Logger } from '@nestjs/common';
import { LedgerStorePort } from '@trajectboek/api';
import type { TrajectoryId } from '@trajectboek/events';
import type { Eyes } from '../youths/eyes.js';
import { Histories } from '../youths/histories.js';
import { Turns } from '../youths/turns.js';
import { messagesOf } from './messages.js';
import { Newest } from './newest.js';
import { LAST_PART, type StreamPlace } from './stream-place.js';
import { keyOf, type Subscription } from './subscription.js';
import type { YouthChange } from './youth-change.js';
import { YouthSides } from './youth-sides.js';

/** Events that are told at once. */
const PAGE = 100;
const MOST_CHANGES = 5_000;
const MOST_TEXTS = 200;

/** Who listens, and to what; listeners with the same eyes and subscription get the same bytes. */
export interface Audience {
  readonly eyes: Eyes;
  readonly subscription: Subscription;
}

export interface FeedPage {
  /** Null when there is nothing to tell. */
  readonly bytes: Uint8Array | null;
  readonly upTo: number;
}

interface Entry { readonly position: number; readonly trajectoryId: TrajectoryId }

/** What is told of the events of the ledger: each change is worked out once for all who have the same eyes. */
@Injectable()
export class LiveFeed {
  readonly #log = new Logger(LiveFeed.name);
  readonly #entries = new Newest<string, Promise<readonly Entry[]>>(MOST_TEXTS);
  readonly #changes = new Newest<string, Promise<YouthChange | undefined>>(MOST_CHANGES);
  readonly #pages = new Newest<string, Promise<FeedPage>>(MOST_TEXTS);
  readonly #turns = new Turns();

  constructor(
    private readonly ledger: LedgerStorePort,
    private readonly histories: Histories,
    private readonly sides: YouthSides,
  ) {}

  /** What comes after a place, at most up to a position. @throws UnreadableEventError */
  page(audience: Audience, place: StreamPlace & { readonly edition: string }, upTo: number): Promise<FeedPage> {
    const key = `${audience.eyes} ${place.position}.${place.part} ${upTo} ${place.edition} ${keyOf(audience.subscription)}`;
    return kept(this.#pages, key, () => this.#make(audience, place, upTo));
  }

  /** True for a place that the ledger has not come to: it was given by another ledger, or before an older copy was put back. */
  async isAhead({ position }: StreamPlace): Promise<boolean> {
    return position > (await this.ledger.head()).position;
  }

  /** With another date or other rules all changes are others. */
  forget(): void {
    for (const memory of [this.#entries, this.#changes, this.#pages]) memory.clear();
    this.sides.forget();
  }

  async #make({ eyes, subscription }: Audience, place: StreamPlace & { readonly edition: string }, upTo: number): Promise<FeedPage> {
    // Who heard a part of a position still has to hear the rest of it.
    const after = place.part < LAST_PART ? place.position - 1 : place.position;
    const entries = await kept(this.#entries, `${after} ${upTo}`, () => this.#entriesBetween(after, upTo));
    let text = '';
    for (const entry of entries) {
      const change = await kept(this.#changes, `${eyes} ${entry.position} ${place.edition}`, () => this.#changeFor(eyes, entry, place.edition));
      if (change) text += messagesOf(change, subscription, place);
    }
    return { bytes: text === '' ? null : Buffer.from(text), upTo: entries.at(-1)?.position ?? upTo };
  }

  async #entriesBetween(after: number, upTo: number): Promise<readonly Entry[]> {
    const stored = await this.ledger.readAll(after, Math.min(PAGE, upTo - after));
    return stored.filter(({ position }) => position <= upTo).map(({ position, envelope: { trajectoryId } }) => ({ position, trajectoryId }));
  }

  async #changeFor(eyes: Eyes, { position, trajectoryId }: Entry, edition: string): Promise<YouthChange | undefined> {
    await this.#turns.step();
    const history = await this.histories.of(trajectoryId);
    const sideAt = (last: number) => this.sides.seen(eyes, { trajectoryId, events: history.filter((event) => event.position <= last) }, edition);
    try {
      const [before, after] = [sideAt(position - 1), sideAt(position)];
      return before === null && after === null ? undefined : { position, trajectoryId, before, after };
    } catch (error) {
      // The stored views keep their rows of a youth that cannot be folded, so nothing changed; the others go on.
      this.#log.error({ reason: error instanceof Error ? error.name : 'unknown', position }, 'a youth cannot be folded, and the stream tells nothing of it');
      return undefined;
    }
  }
}

/** What failed is tried again by who asks next. */
function kept<Value>(memory: Newest<string, Promise<Value>>, key: string, make: () => Promise<Value>): Promise<Value> {
  return memory.get(key, () => {
    const made = make();
    made.catch(() => memory.delete(key));
    return made;
  });
}
