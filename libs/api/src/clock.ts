import type { Instant } from '@trajectboek/events';

/** Where time comes in; nothing below the HTTP layer reads a clock. */
export abstract class Clock {
  abstract now(): Instant;
}

export class SystemClock extends Clock {
  override now(): Instant {
    return new Date().toISOString();
  }
}
