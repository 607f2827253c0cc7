import type { EventId, TrajectoryId } from '@trajectboek/events';
import type { Envelope, SealedPart, StoredEvent } from '@trajectboek/ledger-store';

export const EXPORT_FORMAT = 'trajectboek-export@1';

/** One ciphertext in an export; binary fields are base64. */
export interface ExportedPart {
  readonly dataClass: SealedPart['dataClass'];
  readonly keyId: string;
  readonly iv: string;
  readonly ciphertext: string;
}

/** An event as it is stored, with the proof that it is in the signed tree. */
export interface ExportedEvent {
  readonly position: number;
  /** Place of the leaf in the tree, from 0. */
  readonly index: number;
  readonly envelope: Envelope;
  readonly parts: readonly ExportedPart[];
  readonly leafHash: string;
  readonly chainHash: string;
  readonly proof: readonly string[];
}

/** What is stored of one youth, still sealed, to be verified without the ledger. */
export interface StreamExport {
  readonly format: typeof EXPORT_FORMAT;
  readonly trajectoryId: TrajectoryId;
  /** The signed checkpoint that all proofs lead to. */
  readonly checkpoint: string;
  /** Who says that it signed. A reader trusts the key that it got in another way. */
  readonly verifierKey: string;
  readonly events: readonly ExportedEvent[];
}

export function exportedEvent({ position, envelope, parts, leafHash, chainHash }: StoredEvent, index: number, proof: readonly Uint8Array[]): ExportedEvent {
  return {
    position, index, envelope, leafHash: text(leafHash), chainHash: text(chainHash), proof: proof.map(text),
    parts: parts.map(({ dataClass, keyId, iv, ciphertext }) => ({ dataClass, keyId, iv: text(iv), ciphertext: text(ciphertext) })),
  };
}

/** Undefined when it is no export at all; whether it is true, `verifyExport` tells. */
export function parseExport(json: string): StreamExport | undefined {
  const value = fieldsOf(jsonIn(json));
  if (value['format'] !== EXPORT_FORMAT || !isText(value['trajectoryId']) || !isText(value['checkpoint']) || !isText(value['verifierKey'])) return undefined;
  const events = listOf(value['events'])?.map(eventIn);
  if (!events || events.includes(undefined)) return undefined;
  return {
    format: EXPORT_FORMAT, trajectoryId: value['trajectoryId'] as TrajectoryId, checkpoint: value['checkpoint'], verifierKey: value['verifierKey'],
    events: events.filter((event) => event !== undefined),
  };
}

export function bytesOf(base64: string): Uint8Array {
  return Buffer.from(base64, 'base64');
}

function eventIn(value: unknown): ExportedEvent | undefined {
  const { position, index, envelope, parts, leafHash, chainHash, proof } = fieldsOf(value);
  const [known, sealed, hashes] = [envelopeIn(envelope), listOf(parts)?.map(partIn), listOf(proof)];
  if (typeof position !== 'number' || typeof index !== 'number' || !isText(leafHash) || !isText(chainHash)) return undefined;
  if (!known || !sealed || sealed.includes(undefined) || !hashes?.every(isText)) return undefined;
  return { position, index, envelope: known, parts: sealed.filter((part) => part !== undefined), leafHash, chainHash, proof: hashes };
}

/** Only the fields that are hashed: what else stands there, nothing vouches for. */
function envelopeIn(value: unknown): Envelope | undefined {
  const { version, controller, trajectoryId, revision, eventId, family, type, source, occurredAt, recordedAt } = fieldsOf(value);
  const texts = [controller, trajectoryId, eventId, family, source, occurredAt, recordedAt];
  if (version !== 1 || typeof revision !== 'number' || !texts.every(isText) || !(type === null || isText(type))) return undefined;
  return {
    version, revision, type, controller: String(controller), trajectoryId: trajectoryId as TrajectoryId, eventId: eventId as EventId,
    family: family as Envelope['family'], source: String(source), occurredAt: String(occurredAt), recordedAt: String(recordedAt),
  };
}

function partIn(value: unknown): ExportedPart | undefined {
  const { dataClass, keyId, iv, ciphertext } = fieldsOf(value);
  return isText(dataClass) && isText(keyId) && isText(iv) && isText(ciphertext) ? { dataClass: dataClass as ExportedPart['dataClass'], keyId, iv, ciphertext } : undefined;
}

function jsonIn(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
