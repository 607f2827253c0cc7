import { KeyedHashPort } from '@trajectboek/api';
import { subkeyOf, type RootSecret } from '@trajectboek/privacy';
import { createHmac, type KeyObject } from 'node:crypto';

/** 96 bits: no two texts meet by chance. */
const HASH_LENGTH = 16;

export function hashUnder(key: KeyObject, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url').slice(0, HASH_LENGTH);
}

/** Hashes for cursors, under a key that follows from the root secret: the same after each start, and in each process on the same keys. */
export class CursorHash extends KeyedHashPort {
  readonly #key: KeyObject;

  constructor({ bytes }: RootSecret) {
    super();
    this.#key = subkeyOf(bytes, '', 'trajectboek cursors 1');
  }

  override of(text: string): string {
    return hashUnder(this.#key, text);
  }
}
