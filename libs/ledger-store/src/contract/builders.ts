import type { EventId, Instant, TrajectoryId } from '@trajectboek/events';
import type { AppendRequest, AuditLine, NewEnvelope, NewEvent, SealedPart } from '../port.js';

export const FIRST_MOMENT: Instant = '2026-01-05T09:00:00.000Z';

/** Fixed ids; a higher number sorts later. */
export function trajectoryOf(number: number): TrajectoryId {
  return uuid('7a000000', number) as TrajectoryId;
}

/** Spread like UUIDv5, so that order of id is not order of recording. */
export function eventIdOf(number: number): EventId {
  return uuid(((number * 2_654_435_761) >>> 0).toString(16).padStart(8, '0'), number) as EventId;
}

export function partOf(bytes: number, filler = 7): SealedPart {
  return { dataClass: 'path', keyId: `key-${filler}`, iv: new Uint8Array(12).fill(filler), ciphertext: Uint8Array.from({ length: bytes }, (_, index) => (index * 31 + filler) % 256) };
}

export interface EventShape {
  readonly id: number;
  readonly parts?: readonly SealedPart[];
  readonly recordedAt?: Instant;
  readonly envelope?: Partial<NewEnvelope>;
}

/** The event with that revision in the stream of a youth. */
export function eventOf(youth: number, revision: number, { id, parts = [partOf(48, id % 200)], recordedAt, envelope }: EventShape): NewEvent {
  return {
    envelope: {
      version: 1, controller: 'urn:nld:oin:00000001002564440000', trajectoryId: trajectoryOf(youth), revision, eventId: eventIdOf(id),
      family: 'school', type: 'EnrolmentEnded.v1', source: 'urn:nld:oin:00000001003214345000:sis', occurredAt: '2025-12-19', ...envelope,
    },
    parts,
    ...(recordedAt !== undefined && { recordedAt }),
  };
}

/** One event per id, after the expected revision. */
export function requestOf(youth: number, expectedRevision: number, ids: readonly number[]): AppendRequest {
  return { trajectoryId: trajectoryOf(youth), expectedRevision, events: ids.map((id, index) => eventOf(youth, expectedRevision + 1 + index, { id })) };
}

export function accessLine(number: number): AuditLine {
  return {
    at: FIRST_MOMENT, action: `read-${number}`, actor: 'urn:nld:oin:00000001003214345000', role: 'guide', purpose: 'in-beeld@1', decision: number % 2 === 0 ? 'allowed' : 'denied',
    reason: number % 2 === 0 ? null : 'geen relatie met de jongere – «é»', trajectoryId: trajectoryOf(number), traceId: number.toString(16).padStart(32, '0'),
  };
}

/** A clock that gives the moments one after another, and the last one for ever. */
export function clockOf(...moments: readonly [Instant, ...Instant[]]): () => Instant {
  let next = 0;
  return () => moments[Math.min(next++, moments.length - 1)] ?? moments[0];
}

function uuid(start: string, number: number): string {
  return `${start}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}
