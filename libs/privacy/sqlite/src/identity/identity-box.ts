import type { TrajectoryId } from '@trajectboek/events';
import { decryptWith, encryptWith, subkeyOf, type DataKey, type Identity } from '@trajectboek/privacy';
import type { SealedIdentity } from './person-table.js';

/** Whose identity it is: a sealed one opens nowhere else. */
export interface Owner {
  readonly trajectoryId: TrajectoryId;
  readonly controller: string;
}

const PURPOSE = 'trajectboek identity 1';

export function sealIdentity(identity: Identity, owner: Owner, { keyId, key }: DataKey): SealedIdentity {
  const plaintext = Buffer.from(JSON.stringify(identity));
  return { keyId, ...encryptWith(subkeyOf(key, owner.trajectoryId, PURPOSE), plaintext, placeBytes(owner, keyId)) };
}

/** Undefined when it was tampered with. */
export function openIdentity(sealed: SealedIdentity, owner: Owner, key: Uint8Array): Identity | undefined {
  const plaintext = decryptWith(subkeyOf(key, owner.trajectoryId, PURPOSE), sealed, placeBytes(owner, sealed.keyId));
  // What opens under this key was written by `sealIdentity`: nobody else can make a tag that fits.
  return plaintext && (JSON.parse(Buffer.from(plaintext).toString()) as Identity);
}

function placeBytes({ trajectoryId, controller }: Owner, keyId: string): Uint8Array {
  return Buffer.from(JSON.stringify([controller, trajectoryId, keyId]));
}
