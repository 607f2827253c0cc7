import type { DataClass } from '@trajectboek/events';
import type { NewEnvelope, SealedPart, StoredEvent } from '@trajectboek/ledger-store';
import type { DataKey, KeyStore } from '../port.js';
import { additionalDataOf } from './additional-data.js';
import { decryptWith, encryptWith, subkeyOf } from './aead.js';

/** What is sealed of an event: one JSON object for each data class. */
export type PlainParts = Partial<Record<DataClass, PlainPart>>;
export type PlainPart = Readonly<Record<string, unknown>>;

/** `key-missing` and `tampered` are incidents; `erased` is not. None of them is ever a value. */
export type OpenedPart =
  | { readonly dataClass: DataClass; readonly state: 'value'; readonly data: PlainPart }
  | { readonly dataClass: DataClass; readonly state: 'erased' | 'key-missing' | 'tampered' };

const PURPOSE = 'trajectboek sealed part 1';

/** Turns personal data into ciphertext on its way into the ledger, and back. */
export class Sealer {
  readonly #keys: Pick<KeyStore, 'find'>;

  constructor(keys: Pick<KeyStore, 'find'>) {
    this.#keys = keys;
  }

  /** Seals each part under a subkey of its own event. Throws a RangeError when a class has no key. */
  seal(envelope: NewEnvelope, parts: PlainParts, keys: ReadonlyMap<DataClass, DataKey>): readonly SealedPart[] {
    return classesOf(parts).map((dataClass) => {
      const [data, key] = [parts[dataClass], keys.get(dataClass)];
      if (key === undefined || data === undefined) throw new RangeError(`There is no key for the class ${dataClass}`);
      const aad = additionalDataOf(envelope, dataClass, key.keyId);
      return { dataClass, keyId: key.keyId, ...encryptWith(subkeyOf(key.key, envelope.eventId, PURPOSE), Buffer.from(JSON.stringify(data)), aad) };
    });
  }

  open({ envelope, parts }: Pick<StoredEvent, 'envelope' | 'parts'>): readonly OpenedPart[] {
    return parts.map((part) => this.#openPart(envelope, part));
  }

  #openPart(envelope: NewEnvelope, part: SealedPart): OpenedPart {
    const { dataClass, keyId } = part;
    const found = this.#keys.find(keyId);
    if (found.state === 'erased') return { dataClass, state: 'erased' };
    if (found.state === 'missing') return { dataClass, state: 'key-missing' };
    const plaintext = decryptWith(subkeyOf(found.key, envelope.eventId, PURPOSE), part, additionalDataOf(envelope, dataClass, keyId));
    const data = plaintext && parsed(plaintext);
    return data === undefined ? { dataClass, state: 'tampered' } : { dataClass, state: 'value', data };
  }
}

function classesOf(parts: PlainParts): readonly DataClass[] {
  return Object.keys(parts) as DataClass[];
}

function parsed(plaintext: Uint8Array): PlainPart | undefined {
  const value: unknown = JSON.parse(Buffer.from(plaintext.buffer, plaintext.byteOffset, plaintext.byteLength).toString());
  return isPlainPart(value) ? value : undefined;
}

function isPlainPart(value: unknown): value is PlainPart {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
