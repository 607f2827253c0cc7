import type { Confidence } from '../definitions/definition.js';
import type { Predicate } from '../predicates/predicate.js';
import type { Validity } from '../rule-book/dates.js';

export const ROLES = ['lead', 'follow', 'income', 'aftercare'] as const;
/** lead = organises the next step; follow = keeps the youth in view; income = pays; aftercare = offers help after school. */
export type Role = (typeof ROLES)[number];

export const DUTIES = ['must', 'may', 'on-request', 'right', 'none'] as const;
export type Duty = (typeof DUTIES)[number];

export const HOLDERS = ['subject.municipality', 'subject.lastInstitution'] as const;
/** The fact that tells which organisation the party is for this youth. */
export type OrganisationOf = (typeof HOLDERS)[number];

export interface ResponsibilityRule {
  readonly code: string;
  readonly role: Role;
  readonly party: string;
  readonly duty: Duty;
  readonly of: OrganisationOf | null;
  readonly when: Predicate;
  /** Parties that have a claim by law as well: show both, do not choose. */
  readonly contestedBy: readonly string[];
  /** Parties that are consulted before support is given. */
  readonly consultFirst: readonly string[];
  readonly source: readonly string[];
  readonly confidence: Confidence;
}

/** The rules of a time; the asked date chooses the set. */
export interface RuleSet extends Validity {
  readonly code: string;
  readonly label: string;
  readonly rules: readonly ResponsibilityRule[];
}
