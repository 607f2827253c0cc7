import type { DataClass } from '@trajectboek/events';
import type { AccessRefusal } from './problems.js';
import { activityOf, findPurpose, PURPOSES, type Activity, type PurposeCode } from './purposes.js';
import { findRole, type RolePolicy } from './roles.js';
import { isScope, SCOPES_OF_A_YOUTH, type Scope } from './scopes.js';

/** Of the tables of scopes, roles and purposes together; raised with every change of one of them. */
export const POLICY_VERSION = '2026-01';

/** Everything an access decision looks at; what the caller says of itself comes from its token. */
export interface AccessRequest {
  /** URN, `urn:nld:oin:` and 20 digits. */
  readonly organisation: string;
  readonly role: string;
  /** Processing activity, `code@version` or a code; null where the token names none: then the role's own purpose holds. */
  readonly purpose: string | null;
  readonly scope: string;
  /** What the organisation is to the youth. Absent where no youth is known yet, as at the door of a route. */
  readonly relation?: { readonly hasLegalBasis: boolean };
  /** The class of the data that is asked, where one is. */
  readonly dataClass?: DataClass;
}

/** What the caller of the decision must still do. */
export type Obligation =
  /** Write a durable audit line before anything leaves. */
  | 'log'
  /** Decide again for each youth, with the relation. */
  | 'check-relation'
  /** Show of each event what its DAT and WAT circle allows. */
  | 'apply-levels'
  /** Give published figures only: suppressed below the threshold, and no list of youths. */
  | 'only-published';

interface Decided {
  readonly policyVersion: string;
  readonly obligations: readonly Obligation[];
}

export type AccessDecision =
  | (Decided & { readonly allowed: true; readonly reason: null; readonly purpose: Activity })
  | (Decided & { readonly allowed: false; readonly reason: Exclude<AccessRefusal, 'not-authenticated'>; readonly purpose: Activity | null });

const PUBLISHED: readonly Obligation[] = ['log', 'only-published'];
const ORGANISATION = /^urn:nld:oin:\d{20}$/;

/** Deny by default: a role, scope, purpose, class or relation that no table allows is refused. Refusals are logged too. */
export function decideAccess(request: AccessRequest): AccessDecision {
  const role = findRole(request.role);
  const purpose = role && purposeOf(role, request.purpose);
  const activity = purpose === undefined ? null : activityOf(purpose);
  const scope = scopeOf(role, request);
  if (role === undefined || scope === undefined) return denied('scope-missing', activity);
  if (purpose === undefined || activity === null || !isWithin(purpose, scope)) return denied('purpose-missing', activity);
  if (!hasBasis(role, scope, request)) return denied('no-legal-basis', activity);
  const obligations = purpose === 'policy-information' ? PUBLISHED : obligationsOf(role, scope, request);
  return { allowed: true, reason: null, purpose: activity, policyVersion: POLICY_VERSION, obligations };
}

function denied(reason: Exclude<AccessRefusal, 'not-authenticated'>, purpose: Activity | null): AccessDecision {
  return { allowed: false, reason, purpose, policyVersion: POLICY_VERSION, obligations: ['log'] };
}

function purposeOf({ purposes }: RolePolicy, named: string | null): PurposeCode | undefined {
  if (named === null) return purposes[0];
  const purpose = findPurpose(named);
  return purpose !== undefined && purposes.includes(purpose) ? purpose : undefined;
}

function isWithin(purpose: PurposeCode, scope: Scope): boolean {
  return PURPOSES.get(purpose)?.onlyScopes?.includes(scope) ?? true;
}

function scopeOf(role: RolePolicy | undefined, { scope, organisation }: AccessRequest): Scope | undefined {
  return role && isScope(scope) && role.scopes.includes(scope) && ORGANISATION.test(organisation) ? scope : undefined;
}

function hasBasis(role: RolePolicy, scope: Scope, { relation, dataClass }: AccessRequest): boolean {
  if (dataClass !== undefined && !role.dataClasses.includes(dataClass)) return false;
  return role.reach === 'all' || !SCOPES_OF_A_YOUTH.has(scope) || relation?.hasLegalBasis !== false;
}

function obligationsOf(role: RolePolicy, scope: Scope, { relation }: AccessRequest): readonly Obligation[] {
  if (role.reach === 'all' || !SCOPES_OF_A_YOUTH.has(scope)) return ['log'];
  return relation === undefined ? ['log', 'check-relation', 'apply-levels'] : ['log', 'apply-levels'];
}
