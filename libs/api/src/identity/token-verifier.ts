import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { problem } from '../problems/problem.js';
import type { Caller, TokenPolicy } from './caller.js';

const MOST_REMEMBERED = 10_000;
const ORGANISATION = /^urn:nld:oin:\d{20}$/;
/** The scheme is not case-sensitive (RFC 9110, section 11.1). */
const BEARER = /^Bearer +([\w.~+/-]+=*) *$/i;
const CLOCK_TOLERANCE_S = 5;

/** Checks bearer tokens against the configured issuer (RFC 7519, RFC 8725). A checked token is remembered until it expires. */
export class TokenVerifier {
  readonly #remembered = new Map<string, Caller>();

  constructor(
    private readonly policy: TokenPolicy,
    private readonly keys: JWTVerifyGetKey,
    private readonly nowMs: () => number,
  ) {}

  /** @throws ProblemError not-authenticated */
  async verify(authorization: string | undefined): Promise<Caller> {
    const token = BEARER.exec(authorization ?? '')?.[1];
    if (!token) throw problem('not-authenticated', 'Stuur een geldig token mee in de kop Authorization.');
    const known = this.#remembered.get(token);
    if (known && known.validUntilMs > this.nowMs()) return known;
    return this.#verifyAnew(token);
  }

  async #verifyAnew(token: string): Promise<Caller> {
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        ...this.policy, algorithms: ['EdDSA', 'ES256', 'PS256', 'RS256'], requiredClaims: ['exp', 'sub', 'org', 'role'],
        clockTolerance: CLOCK_TOLERANCE_S, currentDate: new Date(this.nowMs()),
      });
      return this.#remember(token, payload);
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error;
      throw problem('not-authenticated', 'Het token is niet geldig of verlopen.');
    }
  }

  #remember(token: string, payload: JWTPayload): Caller {
    const caller = callerOf(payload);
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(token, caller);
    return caller;
  }
}

function callerOf({ sub, org, role, purpose, exp = 0 }: JWTPayload): Caller {
  if (typeof sub !== 'string' || typeof org !== 'string' || !ORGANISATION.test(org) || typeof role !== 'string') {
    throw problem('not-authenticated', 'Het token noemt geen organisatie of rol.');
  }
  return { organisation: org, role, subject: sub, purpose: typeof purpose === 'string' ? purpose : null, validUntilMs: exp * 1000 };
}
