import { isDeepStrictEqual } from 'node:util';
import type { TrajectoryId } from '@trajectboek/events';
import type { FoundIdentity, Identity, IdentityIndex, IdentityRegister, KeyScope } from '@trajectboek/privacy';
import type { KeyFile } from '../file/key-file.js';
import type { ControllerKeys } from '../keys/controller-keys.js';
import type { SqliteKeyStore } from '../keys/sqlite-key-store.js';
import { coverAllOf, identifiersOf, type Identifier } from './blind-index.js';
import { openIdentity, sealIdentity, type Owner } from './identity-box.js';
import type { PersonTable } from './person-table.js';

type Opened = Awaited<ReturnType<IdentityIndex['findOrOpen']>>;

export interface IdentityIndexParts {
  readonly file: KeyFile;
  readonly controllers: ControllerKeys;
  readonly persons: PersonTable;
  readonly keys: SqliteKeyStore;
  /** Retention class of the key of an identity. */
  readonly retention: string;
}

/** About 10 MB; asking the file anew costs more than the rest of what is checked of an event. */
const MOST_REMEMBERED = 100_000;

export class SqliteIdentityIndex implements IdentityIndex, IdentityRegister {
  /** Some of the trajectories that exist: one that was opened stays known for ever, so that this never has to be unlearned. */
  readonly #existing = new Set<TrajectoryId>();

  constructor(private readonly parts: IdentityIndexParts) {}

  async findOrOpen(controller: string, identity: Identity, open: () => TrajectoryId): Promise<Opened> {
    return this.parts.file.commit(() => this.#findOrOpenWithin(controller, identity, open));
  }

  exists(trajectoryId: TrajectoryId): boolean {
    if (this.#existing.has(trajectoryId)) return true;
    if (!this.parts.persons.exists(trajectoryId)) return false;
    if (this.#existing.size >= MOST_REMEMBERED) this.#existing.clear();
    this.#existing.add(trajectoryId);
    return true;
  }

  identityOf(trajectoryId: TrajectoryId, controller: string): FoundIdentity {
    const sealed = this.parts.persons.sealedOf(trajectoryId, controller);
    if (!sealed) return { state: sealed === null ? 'erased' : 'unknown' };
    const found = this.parts.keys.find(sealed.keyId);
    if (found.state !== 'present') return { state: found.state === 'erased' ? 'erased' : 'key-missing' };
    const identity = openIdentity(sealed, { trajectoryId, controller }, found.key);
    return identity ? { state: 'value', identity } : { state: 'tampered' };
  }

  async forget(trajectoryId: TrajectoryId, controller: string): Promise<void> {
    await this.parts.file.commit(() => this.parts.persons.forget(trajectoryId, controller));
    this.parts.file.truncateLog();
  }

  #findOrOpenWithin(controller: string, identity: Identity, open: () => TrajectoryId): Opened {
    const identifiers = identifiersOf(identity, this.parts.controllers.current(controller, 'index').key);
    if (identifiers.length === 0) throw new RangeError('A person is found by BSN, education number, or name and birth date');
    const found = this.#find(controller, identifiers);
    const owner = { controller, trajectoryId: found ?? open() };
    if (found === undefined || !this.#isKnown(owner, identifiers, identity)) this.#learn(owner, identifiers, identity);
    return { trajectoryId: owner.trajectoryId, created: found === undefined };
  }

  #find(controller: string, identifiers: readonly Identifier[]): TrajectoryId | undefined {
    for (const [rank, identifier] of identifiers.entries()) {
      const found = this.#match(controller, identifier, identifiers.slice(0, rank));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The one person with this identifier. What several share finds, among them, only who is known by nothing stronger. */
  #match(controller: string, identifier: Identifier, stronger: readonly Identifier[]): TrajectoryId | undefined {
    const { persons } = this.parts;
    const [first, ...others] = persons.trajectoriesOf(controller, identifier);
    if (first === undefined) return undefined;
    if (others.length === 0) return stronger.some((other) => persons.contradicts(first, controller, other)) ? undefined : first;
    const [weakest, ...more] = stronger.length > 0 ? [] : [first, ...others].filter((id) => !persons.isKnownByStronger(id, controller, identifier.kind));
    return more.length === 0 ? weakest : undefined;
  }

  /** Then the sealed data stays closed: looking somebody up is no reason to decrypt who it is. */
  #isKnown({ trajectoryId, controller }: Owner, identifiers: readonly Identifier[], identity: Identity): boolean {
    return coverAllOf(identity, identifiers) && identifiers.every((identifier) => this.parts.persons.isIndexed(trajectoryId, controller, identifier));
  }

  /** Keeps what was known and adds what is new; a name that differs is for a correction, not for a search. */
  #learn(owner: Owner, identifiers: readonly Identifier[], identity: Identity): void {
    const { persons, keys } = this.parts;
    const { trajectoryId, controller } = owner;
    const [key] = keys.keysWithin([this.#scopeOf(owner)]);
    if (key === undefined) throw new Error('The key store gave no key');
    const sealed = persons.sealedOf(trajectoryId, controller);
    const known = sealed ? openIdentity(sealed, owner, key.key) : {};
    // A sealed identity that does not open is an incident: it is left as it is, so that it is seen when it is read.
    if (known === undefined) return;
    const learned = { ...identity, ...known };
    if (isDeepStrictEqual(learned, known)) return;
    persons.index(trajectoryId, controller, identifiers.filter((identifier) => !persons.contradicts(trajectoryId, controller, identifier)));
    persons.put(trajectoryId, controller, sealIdentity(learned, owner, key));
  }

  #scopeOf({ trajectoryId, controller }: Owner): KeyScope {
    return { trajectoryId, controller, dataClass: 'identity', retention: this.parts.retention };
  }
}
