import type { LedgerStore } from '@trajectboek/ledger-store';
import type { IdentityIndex } from '@trajectboek/privacy';
import type { ViewStore } from '@trajectboek/view-store';
import type { RuleBook } from '@trajectboek/schemes';
import type { OrganisationSettings } from '@trajectboek/settings';

/* Nest finds providers by class; these stand for the ports, whose adapters only an app knows. */
export abstract class LedgerStorePort implements Pick<LedgerStore, 'head' | 'readAll' | 'readAccess' | 'recordAccess' | 'onAppended' | 'atomicAcrossStreams'> {
  abstract readonly atomicAcrossStreams: boolean;
  abstract head: LedgerStore['head'];
  abstract readAll: LedgerStore['readAll'];
  abstract readAccess: LedgerStore['readAccess'];
  abstract recordAccess: LedgerStore['recordAccess'];
  abstract onAppended: LedgerStore['onAppended'];
}

export abstract class IdentityIndexPort implements IdentityIndex {
  abstract findOrOpen: IdentityIndex['findOrOpen'];
  abstract exists: IdentityIndex['exists'];
}

export abstract class ViewStorePort implements Pick<ViewStore, 'find' | 'count' | 'live' | 'rowsOf'> {
  abstract find: ViewStore['find'];
  abstract count: ViewStore['count'];
  abstract live: ViewStore['live'];
  abstract rowsOf: ViewStore['rowsOf'];
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
