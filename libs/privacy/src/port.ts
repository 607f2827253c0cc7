import type { DataClass, TrajectoryId } from '@trajectboek/events';

/** What a data key is for: one key per subject, controller, data class and retention class. */
export interface KeyScope {
  readonly trajectoryId: TrajectoryId;
  readonly controller: string;
  readonly dataClass: DataClass;
  readonly retention: string;
}

export interface DataKey {
  readonly keyId: string;
  /** 32 bytes; not to be changed, others may hold the same. */
  readonly key: Uint8Array;
}

export type FoundKey = { readonly state: 'present'; readonly key: Uint8Array } | { readonly state: 'erased' } | { readonly state: 'missing' };

/** Identifying data of a youth, sealed; the only place where a BSN is. */
export interface Identity {
  readonly bsn?: string;
  readonly educationNumber?: string;
  readonly name?: { readonly given: string; readonly family: string };
  readonly birthDate?: string;
}

/** The secret under which all keys of an installation are wrapped, from a file or a key management service. Never in the repository or a backup. */
export interface RootSecret {
  /** 32 bytes, the same at each start. */
  readonly bytes: Uint8Array;
}

/** A key was asked for a scope that was erased: nobody may seal anything for it again. Says nothing about who. */
export class ScopeErasedError extends Error {
  override readonly name = 'ScopeErasedError';

  constructor(readonly scopes: readonly KeyScope[]) {
    super('A key was asked for a scope that was erased');
  }
}

/**
 * The keys, kept apart from the ledger.
 *
 * An implementation MUST make a new key durable before `keysFor` resolves; MUST keep keys wrapped under the controller's
 * key-encryption key; MUST remember that a key was erased, so that `erased` and `missing` stay two answers; MUST NOT
 * give a new key for a scope that was erased, also when that scope never had one; MUST let go of a destroyed key in
 * memory before `erase` resolves.
 */
export interface KeyStore {
  /**
   * The current key of each scope, in the order of the scopes, made where there is none yet; one durable commit for all.
   * @throws ScopeErasedError when one of them was erased; then no key was made for the others either
   */
  keysFor(scopes: readonly KeyScope[]): Promise<readonly DataKey[]>;
  find(keyId: string): FoundKey;
  /** Destroys the keys of a subject within a controller; all classes when none is named. */
  erase(trajectoryId: TrajectoryId, controller: string, dataClasses?: readonly DataClass[]): Promise<void>;
  close(): void;
}

/**
 * Finds a trajectory by identifying data without storing it readable: HMAC blind index per controller, deletable rows.
 *
 * A person is looked for by BSN first, then by education number, then by name and birth date. Whoever has another BSN
 * or education number than was asked for is another person; a weaker match between several persons is no match.
 */
export interface IdentityIndex {
  /**
   * The trajectory of this person, opened when there is none; atomic and durable.
   * @throws RangeError when the identity has no BSN, no education number and no name with birth date
   */
  findOrOpen(controller: string, identity: Identity, open: () => TrajectoryId): Promise<{ readonly trajectoryId: TrajectoryId; readonly created: boolean }>;
  /** Whether the trajectory was ever opened; an erased one stays known, by its random id alone. */
  exists(trajectoryId: TrajectoryId): boolean;
}

export type FoundIdentity = { readonly state: 'value'; readonly identity: Identity } | { readonly state: 'unknown' | 'erased' | 'key-missing' | 'tampered' };

/** The identifying data itself, for the youth's own overview and for who may see a name. */
export interface IdentityRegister {
  identityOf(trajectoryId: TrajectoryId, controller: string): FoundIdentity;
  /** Deletes the rows by which a person is found, and the sealed data. */
  forget(trajectoryId: TrajectoryId, controller: string): Promise<void>;
}
