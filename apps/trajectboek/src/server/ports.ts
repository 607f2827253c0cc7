import type { Provider } from '@nestjs/common';
import { CheckpointsPort, Clock, ControllerId, IdentityIndexPort, KeyedHashPort, LedgerStorePort, OrganisationSettingsPort, RuleBookPort, SystemClock, TokenVerifier, ViewStorePort } from '@trajectboek/api';
import { Projections } from '@trajectboek/features';
import { EventReader, Ledger } from '@trajectboek/ledger';
import { createLocalJWKSet } from 'jose';
import type { DevelopmentIssuer } from '../identity/development-issuer.js';
import { CONTROLLER, type Core } from './core.js';
import type { Stores } from './stores.js';

interface Parts {
  readonly issuer: DevelopmentIssuer;
  readonly projections: Projections;
  readonly checkpoints: CheckpointsPort;
}

/** Which adapter stands behind which port, on one screen. */
export function portsOf({ ledger, vault, views, settings, cursorHash }: Stores, core: Core, { issuer, projections, checkpoints }: Parts): readonly Provider[] {
  return [
    { provide: LedgerStorePort, useValue: ledger },
    { provide: IdentityIndexPort, useValue: vault.identities },
    { provide: ViewStorePort, useValue: views },
    { provide: KeyedHashPort, useValue: cursorHash },
    { provide: OrganisationSettingsPort, useValue: settings },
    { provide: Ledger, useValue: core.ledger },
    { provide: EventReader, useValue: core.reader },
    { provide: RuleBookPort, useValue: new RuleBookPort(core.ruleBook) },
    { provide: ControllerId, useValue: new ControllerId(CONTROLLER) },
    { provide: Projections, useValue: projections },
    { provide: CheckpointsPort, useValue: checkpoints },
    { provide: Clock, useClass: SystemClock },
    { provide: TokenVerifier, useValue: new TokenVerifier(issuer, createLocalJWKSet(issuer.jwks), () => Date.now()) },
  ];
}
