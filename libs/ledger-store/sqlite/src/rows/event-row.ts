import type { EventFamily, EventId, TrajectoryId } from '@trajectboek/events';
import type { StoredEvent } from '@trajectboek/ledger-store';
import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';
import { partsFromBytes, partsToBytes } from './parts-codec.js';
import { idOf, keyOf } from './uuid-bytes.js';

export const COLUMNS = 'position, stream, revision, event_id, version, controller, family, type, source, occurred_at, recorded_at, leaf, chain, parts';
export const INSERT_EVENT = `INSERT INTO event (${COLUMNS}) VALUES (${COLUMNS.replaceAll(/\w+/g, '?')})`;

/** In the order of COLUMNS. */
export function toRow({ position, envelope, parts, leafHash, chainHash }: StoredEvent): SQLInputValue[] {
  const { trajectoryId, revision, eventId, version, controller, family, type, source, occurredAt, recordedAt } = envelope;
  return [
    position, keyOf(trajectoryId), revision, keyOf(eventId), version, controller, family, type, source, occurredAt, recordedAt,
    leafHash, chainHash, partsToBytes(parts),
  ];
}

/** The columns in the order of COLUMNS: an array takes less than an object with a name for each of them. */
export type Row = readonly SQLOutputValue[];

/** What stands in the row is taken as it is: whether it was changed is for the proof to say. */
export function fromRow([position, stream, revision, eventId, version, controller, family, type, source, occurredAt, recordedAt, leaf, chain, parts]: Row): StoredEvent {
  return {
    position: position as number,
    envelope: {
      version: version as 1,
      controller: controller as string,
      trajectoryId: idOf(stream as Uint8Array | string) as TrajectoryId,
      revision: revision as number,
      eventId: idOf(eventId as Uint8Array | string) as EventId,
      family: family as EventFamily,
      type: type as string | null,
      source: source as string,
      occurredAt: occurredAt as string,
      recordedAt: recordedAt as string,
    },
    parts: partsFromBytes(parts as Uint8Array),
    leafHash: leaf as Uint8Array,
    chainHash: chain as Uint8Array,
  };
}

/** A statement for COLUMNS; the types of Node do not know that its rows are then arrays. */
export function eventRows(db: DatabaseSync, condition: string): (...parameters: readonly SQLInputValue[]) => readonly StoredEvent[] {
  const statement = db.prepare(`SELECT ${COLUMNS} FROM event ${condition}`);
  statement.setReturnArrays(true);
  return (...parameters) => Array.from(statement.all(...parameters) as unknown as readonly Row[], fromRow);
}
