import type { Instant } from '@trajectboek/events';
import type { LedgerStore } from '@trajectboek/ledger-store';
import type { IdentityIndex } from '@trajectboek/privacy';
import type { ViewStore } from '@trajectboek/view-store';
import type { RuleBook } from '@trajectboek/schemes';
import type { OrganisationSettings } from '@trajectboek/settings';

/* Nest finds providers by class; these stand for the ports, whose adapters only an app knows. */
export abstract class LedgerStorePort implements Pick<LedgerStore, 'head' | 'readAll' | 'readStream' | 'findEvent' | 'leafHashes' | 'readAccess' | 'recordAccess' | 'onAppended' | 'atomicAcrossStreams'> {
  abstract readonly atomicAcrossStreams: boolean;
  abstract head: LedgerStore['head'];
  abstract readAll: LedgerStore['readAll'];
  abstract readStream: LedgerStore['readStream'];
  abstract findEvent: LedgerStore['findEvent'];
  abstract leafHashes: LedgerStore['leafHashes'];
  abstract readAccess: LedgerStore['readAccess'];
  abstract recordAccess: LedgerStore['recordAccess'];
  abstract onAppended: LedgerStore['onAppended'];
}

export abstract class IdentityIndexPort implements IdentityIndex {
  abstract findOrOpen: IdentityIndex['findOrOpen'];
  abstract exists: IdentityIndex['exists'];
}

export abstract class ViewStorePort implements Pick<ViewStore, 'find' | 'ofYouths' | 'count' | 'live' | 'rowsOf'> {
  abstract find: ViewStore['find'];
  abstract ofYouths: ViewStore['ofYouths'];
  abstract count: ViewStore['count'];
  abstract live: ViewStore['live'];
  abstract rowsOf: ViewStore['rowsOf'];
}

/** A Merkle root that the ledger signed (C2SP tlog-checkpoint), with the moment of signing. */
export interface SignedCheckpoint {
  readonly at: Instant;
  readonly note: string;
}

/** The signed checkpoints of the ledger. */
export abstract class CheckpointsPort {
  /** What checks their signatures, as C2SP notes write a key. */
  abstract readonly verifierKey: string;
  /** Oldest first. */
  abstract all(): readonly SignedCheckpoint[];
  /** Signs for what came in since the last one, and resolves when that is kept. */
  abstract signNow(): Promise<void>;
}

/** The controller (verwerkingsverantwoordelijke) under whose keys this installation works. */
export class ControllerId {
  constructor(readonly value: string) {}
}

export abstract class OrganisationSettingsPort implements Pick<OrganisationSettings, 'programmesOf' | 'setProgrammes' | 'version'> {
  abstract programmesOf: OrganisationSettings['programmesOf'];
  abstract setProgrammes: OrganisationSettings['setProgrammes'];
  abstract readonly version: number;
}

/** The rules of this installation: clocks, definitions, responsibility and settings, dated. */
export class RuleBookPort {
  constructor(readonly value: RuleBook) {}
}

/**
 * Stands for a sender's own words, such as an id, in what anybody may read: an address, a log. The same text has the same hash,
 * after a restart too; without the secret of the installation nobody finds the text by trying.
 */
export abstract class KeyedHashPort {
  /** Letters, digits, `-` and `_`. */
  abstract of(text: string): string;
}
