import type { NewEnvelope } from '@trajectboek/ledger-store';
import type { DataClass } from '@trajectboek/events';

/**
 * What a ciphertext is bound to, in RFC 8785 form: put anywhere else, or under an envelope that was changed, it does not
 * open. Only `recordedAt` is not in it: the store sets it after sealing, and the leaf hash holds it.
 *
 * The version of the schema is in `type`; a sensitive type is null here and inside the ciphertext. A spec holds the
 * form equal to the package `canonicalize`.
 */
export function additionalDataOf(envelope: NewEnvelope, dataClass: DataClass, keyId: string): Uint8Array {
  const { controller, eventId, family, occurredAt, revision, source, trajectoryId, type, version } = envelope;
  return Buffer.from(
    `{"controller":${quoted(controller)},"dataClass":${quoted(dataClass)},"eventId":${quoted(eventId)},"family":${quoted(family)}` +
      `,"keyId":${quoted(keyId)},"occurredAt":${quoted(occurredAt)},"revision":${whole(revision)},"source":${quoted(source)},"trajectoryId":${quoted(trajectoryId)},"type":${type === null ? 'null' : quoted(type)},"version":${whole(version)}}`,
  );
}

function quoted(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('A lone surrogate has no canonical form');
  return JSON.stringify(text);
}

function whole(number: number): string {
  if (!Number.isSafeInteger(number)) throw new TypeError('Only a whole number has a place in an envelope');
  return `${number}`;
}
