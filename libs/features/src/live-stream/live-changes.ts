import { Injectable } from '@nestjs/common';
import { Clock, type RequestAccess } from '@trajectboek/api';
import { Bell } from '@trajectboek/view-store';
import { Readable } from 'node:stream';
import { eyesOf } from '../youths/eyes.js';
import { Delivery, type Chunk } from './delivery.js';
import { LiveFeed, type Audience } from './live-feed.js';
import { LivePulse } from './live-pulse.js';
import { helloAt, resetAt, STILL_HERE, type ResetReason } from './messages.js';
import { LAST_PART, type StreamPlace } from './stream-place.js';
import type { Subscription } from './subscription.js';

/** Events that a listener may be behind and still hear of one by one; with more it is told to ask again. */
export const MOST_BEHIND = 5_000;
const QUIET_MS = 14_000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Tells listeners what changed, once all views have it. A listener takes the next message when it has room for it: one that
 * is slow falls behind and costs no memory, and one that is hung is dropped.
 */
@Injectable()
export class LiveChanges {
  constructor(
    private readonly feed: LiveFeed,
    private readonly pulse: LivePulse,
    private readonly clock: Clock,
  ) {}

  /** From after a place on, or from now. Ends when the token of the reader expires, or the server stops. */
  open({ caller }: RequestAccess, subscription: Subscription, after: StreamPlace | undefined): Readable {
    const bell = new Bell();
    const leftMs = (): number => caller.validUntilMs - Date.parse(this.clock.now());
    let isLeft = false;
    const leave = (): void => {
      isLeft = true;
      clearTimeout(expiry);
      bell.ring();
    };
    const chunks = this.#chunks({ audience: { eyes: eyesOf(caller), subscription }, bell, isOver: () => isLeft || this.pulse.ended || leftMs() <= 0 }, after);
    const expiry = setTimeout(() => bell.ring(), Math.min(Math.max(leftMs(), 0), LONGEST_TIMER_MS)).unref();
    const delivery = new Delivery(chunks, leave, () => stream.destroy());
    const stream = Readable.from({ [Symbol.asyncIterator]: () => delivery });
    return stream;
  }

  async *#chunks({ audience, bell, isOver }: { readonly audience: Audience; readonly bell: Bell; readonly isOver: () => boolean }, after: StreamPlace | undefined): AsyncGenerator<Chunk> {
    const leave = await this.pulse.join(bell);
    try {
      const { reached, edition } = this.pulse.now;
      // Whoever waits for a position that this ledger has not given would hear nothing, and believe that nothing happened.
      const isLost = after !== undefined && await this.feed.isAhead(after);
      let place: StreamPlace = after && !isLost ? { ...after, edition: after.edition ?? edition } : { position: reached, part: LAST_PART, edition };
      yield helloAt(place);
      if (isLost) yield resetAt(place, 'other-ledger');
      let toldAtMs = performance.now();
      while (!isOver()) {
        for await (const { chunk, upTo } of this.#news(audience, place)) {
          place = upTo;
          if (isOver()) return;
          if (chunk === null) continue;
          yield chunk;
          toldAtMs = performance.now();
        }
        if (performance.now() - toldAtMs > QUIET_MS) {
          // A comment, so that proxies keep the line open and a closed one is noticed.
          yield STILL_HERE;
          toldAtMs = performance.now();
        }
        await bell.heard();
      }
    } finally {
      leave();
    }
  }

  /** All that there is to tell after a place. */
  async *#news(audience: Audience, from: StreamPlace): AsyncGenerator<{ readonly chunk: Chunk | null; readonly upTo: StreamPlace }> {
    let place = from;
    for (;;) {
      const { reached, edition } = this.pulse.now;
      const reason = this.#reasonToReset(place);
      if (reason !== undefined) {
        place = { position: Math.max(reached, place.position), part: LAST_PART, edition };
        yield { chunk: resetAt(place, reason), upTo: place };
      } else if (place.position < reached || place.part < LAST_PART) {
        const { bytes, upTo } = await this.feed.page(audience, { ...place, edition }, Math.max(reached, place.position));
        place = { position: upTo, part: LAST_PART, edition };
        yield { chunk: bytes, upTo: place };
      } else {
        return;
      }
    }
  }

  #reasonToReset({ position, edition }: StreamPlace): ResetReason | undefined {
    const { now } = this.pulse;
    if (edition !== undefined && edition !== now.edition) return edition.slice(0, 10) === now.edition.slice(0, 10) ? 'new-rules' : 'new-day';
    return now.reached - position > MOST_BEHIND ? 'too-much' : undefined;
  }
}
