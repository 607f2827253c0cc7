import { civilDateOf, instantOf, type OrganisationUrn, type RecordedEvent } from '@trajectboek/events';
import type { StoredEvent } from '@trajectboek/ledger-store';
import type { Sealer } from '@trajectboek/privacy';
import { fromParts, type PlainParts } from './event-codec.js';

/** Why an event cannot be read: three different answers, never merged (privacy-and-proof.md). */
export type Unreadable = 'erased' | 'key-missing' | 'tampered';

export type OpenedEvent =
  | { readonly state: 'value'; readonly event: RecordedEvent }
  | { readonly state: Unreadable; readonly stored: StoredEvent };

/** Opens stored events: decrypts their parts and brings them to the current version of their type. */
export class EventOpener {
  constructor(private readonly sealer: Sealer) {}

  open(stored: StoredEvent): OpenedEvent {
    const opened = this.sealer.open(stored);
    const worst = (['tampered', 'key-missing', 'erased'] as const).find((state) => opened.some((part) => part.state === state));
    if (worst) return { state: worst, stored };
    const parts: PlainParts = Object.fromEntries(opened.flatMap((part) => (part.state === 'value' ? [[part.dataClass, part.data]] : [])));
    return { state: 'value', event: this.#eventOf(stored, parts) };
  }

  #eventOf({ envelope, position }: StoredEvent, parts: PlainParts): RecordedEvent {
    const { type, id, data } = fromParts(envelope.type, parts);
    const { trajectoryId, eventId, source, occurredAt, recordedAt, revision } = envelope;
    // The name and the data were validated as one when they were recorded; the compiler cannot follow that through storage.
    return {
      type, data, trajectoryId, eventId, source, id, revision, position, recordedAt,
      organisation: organisationOf(source), occurredOn: civilDateOf(occurredAt), occurredAt: instantOf(occurredAt),
    } as unknown as RecordedEvent;
  }
}

const ORGANISATION_LENGTH = 'urn:nld:oin:'.length + 20;

/** The organisation of a CloudEvents source, without its system. */
export function organisationOf(source: string): OrganisationUrn {
  return source.slice(0, ORGANISATION_LENGTH) as OrganisationUrn;
}
