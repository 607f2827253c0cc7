import { LedgerClient } from '../client/ledger-client.js';
import { openDevelopmentIssuer, type DevelopmentClaims } from './development-issuer.js';

/** Stands for the person at the keyboard, who belongs to no organisation. */
const NOBODYS_ORGANISATION = 'urn:nld:oin:00000099000000000000';

/** Makes clients with tokens of the development issuer of a data folder. */
export class LocalClients {
  readonly #clients = new Map<string, Promise<LedgerClient>>();

  constructor(private readonly options: { readonly url: string; readonly data: string }) {}

  /** Sends on behalf of any organisation. */
  loader(): Promise<LedgerClient> {
    return this.#clientOf({ org: NOBODYS_ORGANISATION, role: 'loader', sub: 'system:loader' });
  }

  /** Reads every view of every youth. */
  auditor(): Promise<LedgerClient> {
    return this.#clientOf({ org: NOBODYS_ORGANISATION, role: 'auditor', sub: 'person:development-auditor' });
  }

  /** Reads what that organisation may see. */
  guideOf(organisation: string): Promise<LedgerClient> {
    return this.#clientOf({ org: organisation, role: 'guide', sub: 'person:development-guide' });
  }

  #clientOf(claims: DevelopmentClaims): Promise<LedgerClient> {
    const key = `${claims.org} ${claims.role}`;
    const client = this.#clients.get(key) ?? this.#create(claims);
    this.#clients.set(key, client);
    return client;
  }

  async #create(claims: DevelopmentClaims): Promise<LedgerClient> {
    const issuer = await openDevelopmentIssuer(this.options.data);
    return new LedgerClient({ url: this.options.url, token: await issuer.sign(claims) });
  }
}
