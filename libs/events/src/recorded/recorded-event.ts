import type { CivilDate, Instant } from '../time/civil-date.js';
import type { EventDataOf, EventName } from '../catalogue.js';

declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Random UUID of one youth's trajectory; the stream in the ledger and the `subject` on the wire. */
export type TrajectoryId = Brand<string, 'TrajectoryId'>;
/** UUIDv5 of source and id, so that sending twice is the same event. */
export type EventId = Brand<string, 'EventId'>;
/** `urn:nld:oin:` and 20 digits. */
export type OrganisationUrn = Brand<string, 'OrganisationUrn'>;

/** One fact as the ledger has it, opened and brought to the current version of its type. */
export interface Recorded<Name extends EventName> {
  readonly type: Name;
  readonly data: EventDataOf<Name>;
  readonly trajectoryId: TrajectoryId;
  readonly eventId: EventId;
  /** The CloudEvents source: organisation with or without `:systeem:<name>`. */
  readonly source: string;
  /** The id that the sender gave. */
  readonly id: string;
  /** The organisation that states the fact: the source without its system. */
  readonly organisation: OrganisationUrn;
  /** Business date in the world, Europe/Amsterdam. */
  readonly occurredOn: CivilDate;
  /** The moment in the world as an instant; a date counts as its first moment. */
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly revision: number;
  readonly position: number;
}

export type RecordedEvent = { [Name in EventName]: Recorded<Name> }[EventName];
