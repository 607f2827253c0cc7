import { describe, expect, it } from '@jest/globals';
import { CODE_LISTS, type DataClass } from '@trajectboek/events';
import fc from 'fast-check';
import { decideAccess, POLICY_VERSION, type AccessRequest } from './decide-access.js';
import { ACCESS_PROBLEMS } from './problems.js';
import { PURPOSES } from './purposes.js';
import { ROLES, type Role } from './roles.js';
import { SCOPES, type Scope } from './scopes.js';

const ORGANISATION = 'urn:nld:oin:00000099000000000001';
const SCOPE_NAMES = Object.keys(SCOPES) as Scope[];
const ROLE_NAMES = Object.keys(ROLES) as Role[];
const CLASSES: readonly DataClass[] = ['identity', 'path', 'care', 'health', 'criminal'];

/** The table once more, by hand and the other way round, so that a slip in one of the two is noticed. */
const ALLOWED: Readonly<Record<Scope, readonly Role[]>> = {
  'trajectories:open': ['guide', 'system', 'privacy-officer', 'loader'],
  'trajectories:read': ['guide', 'coordinator', 'system', 'auditor', 'privacy-officer'],
  'events:append': ['guide', 'system', 'privacy-officer', 'loader'],
  'events:import': ['loader'],
  'events:read': ['guide', 'coordinator', 'system', 'auditor', 'privacy-officer'],
  'views:read': ['guide', 'coordinator', 'system', 'auditor'],
  'metrics:read': ['guide', 'coordinator', 'auditor'],
  'stream:read': ['guide', 'coordinator', 'system', 'auditor'],
  'event-types:read': ROLE_NAMES,
  'audit:read': ['auditor', 'privacy-officer'],
  'settings:write': ['coordinator', 'loader'],
  'ledger:verify': ['auditor', 'privacy-officer', 'loader'],
  'views:rebuild': ['loader'],
};

const request: AccessRequest = { organisation: ORGANISATION, role: 'guide', purpose: null, scope: 'events:read' };

describe('access', () => {
  it.each(SCOPE_NAMES.flatMap((scope) => ROLE_NAMES.map((role) => [scope, role] as const)))('to %s as %s follows the table', (scope, role) => {
    const decision = decideAccess({ ...request, scope, role });
    expect(decision.allowed).toBe(ALLOWED[scope].includes(role));
    expect(decision.reason).toBe(decision.allowed ? null : 'scope-missing');
  });

  it('is refused by default: whatever is allowed is in every table', () => {
    const known = { role: fc.constantFrom(...ROLE_NAMES), scope: fc.constantFrom(...SCOPE_NAMES), purpose: fc.constantFrom(...PURPOSES.keys()).map((code) => `${code}@1`) };
    const requests = fc.record({
      organisation: fc.oneof({ weight: 9, arbitrary: fc.constant(ORGANISATION) }, fc.string()),
      role: fc.oneof({ weight: 9, arbitrary: known.role }, fc.string(), fc.constantFrom('constructor', '__proto__', 'Guide')),
      scope: fc.oneof({ weight: 9, arbitrary: known.scope }, fc.string(), fc.constantFrom('toString', '*', 'events:*')),
      purpose: fc.oneof({ weight: 9, arbitrary: known.purpose }, fc.string(), fc.constantFrom(null, 'guidance@2')),
      relation: fc.record({ hasLegalBasis: fc.boolean() }),
      dataClass: fc.constantFrom(...CLASSES),
    });
    const check = fc.property(requests, (generated) => {
      const decision = decideAccess(generated);
      const policy = ROLE_NAMES.find((role) => role === generated.role);
      const inTables = policy !== undefined && generated.organisation === ORGANISATION
        && SCOPE_NAMES.some((scope) => scope === generated.scope && ALLOWED[scope].includes(policy))
        && (generated.purpose === null || ROLES[policy].purposes.some((code) => generated.purpose === `${code}@1` || generated.purpose === code))
        && ROLES[policy].dataClasses.some((one) => one === generated.dataClass);
      const asksPersons = /^policy-information/.test(generated.purpose ?? '') && !/^(views:read|metrics:read|event-types:read)$/.test(generated.scope);
      const aboutYouth = /^(trajectories|events|views|stream):read$/.test(generated.scope);
      const withinReach = policy === 'auditor' || !aboutYouth || generated.relation.hasLegalBasis;
      expect(decision.allowed).toBe(inTables && withinReach && !asksPersons);
      expect(decision.obligations).toContain('log');
      expect(decision.policyVersion).toBe(POLICY_VERSION);
    });
    const outcome = fc.check(check, { numRuns: 3000 });
    expect(outcome.failed ? fc.defaultReportMessage(outcome) : `seed ${outcome.seed}`).toMatch(/^seed /);
  });
});

describe('the purpose', () => {
  it.each([['guide', 'guidance@1'], ['coordinator', 'keep-in-view@1'], ['system', 'keep-in-view@1'], ['auditor', 'audit@1'], ['privacy-officer', 'subject-rights@1']])('of a %s without one in the token is %s', (role, purpose) => {
    expect(decideAccess({ ...request, role, scope: 'event-types:read' }).purpose).toBe(purpose);
  });
  it('may be named without a version, and is then the present one', () => {
    expect(decideAccess({ ...request, purpose: 'aftercare' })).toMatchObject({ allowed: true, purpose: 'aftercare@1' });
  });
  it.each(['aftercare@2', 'audit@1', 'curiosity', ''])('%s is not one of a guide', (purpose) => {
    expect(decideAccess({ ...request, purpose })).toMatchObject({ allowed: false, reason: 'purpose-missing', purpose: null });
  });
  it('policy gives published figures and no person', () => {
    const policy = { ...request, role: 'coordinator', purpose: 'policy-information' };
    expect(decideAccess({ ...policy, scope: 'metrics:read' })).toMatchObject({ allowed: true, obligations: ['log', 'only-published'] });
    expect(decideAccess(policy)).toMatchObject({ allowed: false, reason: 'purpose-missing' });
  });
  it('has a label and a legal ground for every code of the language', () => {
    expect([...PURPOSES.keys()].sort()).toEqual(Object.keys(CODE_LISTS.purposes).sort());
    for (const { label, legalGround } of PURPOSES.values()) expect(label && legalGround).toMatch(/AVG/);
  });
});

describe('the relation to a youth', () => {
  it('is asked for where a youth is not known yet', () => {
    expect(decideAccess(request).obligations).toEqual(['log', 'check-relation', 'apply-levels']);
    expect(decideAccess({ ...request, relation: { hasLegalBasis: true } }).obligations).toEqual(['log', 'apply-levels']);
  });
  it('without a legal basis ends the access, also of a privacy officer', () => {
    const without = { ...request, relation: { hasLegalBasis: false } };
    expect(decideAccess(without)).toMatchObject({ allowed: false, reason: 'no-legal-basis' });
    expect(decideAccess({ ...without, role: 'privacy-officer' })).toMatchObject({ allowed: false, reason: 'no-legal-basis' });
  });
  it('is not needed by an auditor, nor to state a fact', () => {
    const without = { ...request, relation: { hasLegalBasis: false } };
    expect(decideAccess({ ...without, role: 'auditor' }).allowed).toBe(true);
    expect(decideAccess({ ...without, scope: 'events:append' }).allowed).toBe(true);
  });
  it('does not give a coordinator care, health or criminal data', () => {
    const seen = CLASSES.filter((dataClass) => decideAccess({ ...request, role: 'coordinator', relation: { hasLegalBasis: true }, dataClass }).allowed);
    expect(seen).toEqual(['identity', 'path']);
  });
});

describe('texts', () => {
  it('are sentences for every scope and refusal', () => {
    for (const sentence of Object.values(SCOPES)) expect(sentence).toMatch(/^[A-Z].*\.$/);
    for (const { detail, title } of Object.values(ACCESS_PROBLEMS)) expect(`${title} ${detail}`).toMatch(/^[A-Z].*\.$/);
  });
});
