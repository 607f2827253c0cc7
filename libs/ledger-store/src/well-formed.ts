import type { EventId } from '@trajectboek/events';
import { MalformedAppendError } from './append-errors.js';
import type { AppendRequest } from './port.js';

/** What each adapter checks before it looks at what is stored. @throws MalformedAppendError */
export function assertWellFormed(requests: readonly AppendRequest[]): void {
  for (const { trajectoryId, expectedRevision, events } of requests) {
    if (!Number.isSafeInteger(expectedRevision) || expectedRevision < -1) throw new MalformedAppendError('An expected revision is -1 or a revision');
    events.forEach(({ envelope }, index) => {
      if (envelope.trajectoryId !== trajectoryId) throw new MalformedAppendError('An event belongs to the stream of its request');
      if (envelope.revision !== expectedRevision + 1 + index) throw new MalformedAppendError('Revisions follow on the expected revision without gaps');
    });
  }
}

/** The first event id that is twice in the list. */
export function repeatedEventId(requests: readonly AppendRequest[]): EventId | undefined {
  const seen = new Set<EventId>();
  for (const { events } of requests) {
    for (const { envelope } of events) {
      if (seen.has(envelope.eventId)) return envelope.eventId;
      seen.add(envelope.eventId);
    }
  }
  return undefined;
}
