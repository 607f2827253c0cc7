import { getEventType, type DataClass, type EventId, type EventName, type Instant, type TrajectoryId } from '@trajectboek/events';
import type { NewEnvelope, NewEvent } from '@trajectboek/ledger-store';
import type { DataKey, KeyScope, KeyStore, Sealer } from '@trajectboek/privacy';
import { clearType, toParts, type PlainParts } from './event-codec.js';

/** An accepted event on its way into the stream. */
export interface AcceptedEvent {
  readonly trajectoryId: TrajectoryId;
  readonly eventId: EventId;
  readonly revision: number;
  readonly type: EventName;
  /** The type that a correction corrects: its replacement is as sensitive as what it replaces. */
  readonly correctedType: EventName | undefined;
  readonly source: string;
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>> & { readonly occurredAt: string };
  readonly recordedAt: Instant | undefined;
}

/** One retention class for now; terms per class and legal basis come with the retention rules. */
const RETENTION = 'standard';

interface Draft {
  readonly envelope: NewEnvelope;
  readonly parts: PlainParts;
  readonly recordedAt: Instant | undefined;
}

/** Seals accepted events: per data class with the key of subject and controller. */
export class EventSealer {
  constructor(
    private readonly sealer: Sealer,
    private readonly keys: KeyStore,
    private readonly controller: string,
  ) {}

  /** Keys that do not exist yet are made durable first, all in one commit. */
  async seal(events: readonly AcceptedEvent[]): Promise<readonly NewEvent[]> {
    const drafts = events.map((event) => this.#draft(event));
    const scopes = drafts.flatMap(({ envelope, parts }) => classesOf(parts).map((dataClass) => this.#scope(envelope.trajectoryId, dataClass)));
    const keys = await this.keys.keysFor(scopes);
    let next = 0;
    return drafts.map(({ envelope, parts, recordedAt }) => {
      const own = new Map<DataClass, DataKey>();
      for (const dataClass of classesOf(parts)) {
        const key = keys[next++];
        if (!key) throw new Error('the key store gave fewer keys than were asked');
        own.set(dataClass, key);
      }
      return { envelope, parts: this.sealer.seal(envelope, parts, own), ...(recordedAt !== undefined && { recordedAt }) };
    });
  }

  #scope(trajectoryId: TrajectoryId, dataClass: DataClass): KeyScope {
    return { trajectoryId, controller: this.controller, dataClass, retention: RETENTION };
  }

  #draft({ trajectoryId, eventId, revision, type: name, correctedType, source, id, data, recordedAt }: AcceptedEvent): Draft {
    const type = getEventType(name);
    const ownClass = correctedType === undefined ? type.dataClass : mostSensitiveOf(correctedType);
    return {
      recordedAt,
      parts: toParts(type, { type: name, id, data }, ownClass),
      envelope: {
        version: 1, controller: this.controller, trajectoryId, revision, eventId, family: type.family,
        type: clearType(type, ownClass), source, occurredAt: data.occurredAt,
      },
    };
  }
}

function classesOf(parts: PlainParts): DataClass[] {
  return Object.keys(parts) as DataClass[];
}

function mostSensitiveOf(name: EventName): DataClass {
  const type = getEventType(name);
  return type.fields.find(({ dataClass }) => dataClass !== undefined)?.dataClass ?? type.dataClass;
}
