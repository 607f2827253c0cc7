import type { DataClass } from '@trajectboek/events';
import type { PurposeCode } from './purposes.js';
import type { Scope } from './scopes.js';

/** What a role may do at all. What it may see of a youth is decided per youth as well. */
export interface RolePolicy {
  /** Dutch, as an administrator reads it. */
  readonly label: string;
  readonly scopes: readonly Scope[];
  /** The first one holds where the token names none. */
  readonly purposes: readonly [PurposeCode, ...PurposeCode[]];
  readonly dataClasses: readonly DataClass[];
  /** `organisation`: only youths for whom the organisation has a legal basis. `all`: every youth (answers.md: an auditor). */
  readonly reach: 'organisation' | 'all';
}

const EVERY_CLASS: readonly DataClass[] = ['identity', 'path', 'care', 'health', 'criminal'];
const HELP: readonly PurposeCode[] = [
  'support-after-leaving', 'warm-handover', 'work-guidance', 'internship-guidance', 'transition-to-work', 'job-placement',
  'learn-work-place', 'housing', 'benefit-decision', 'aftercare',
];

/** A change here is a new policy version. A role that is not here may do nothing. */
export const ROLES = {
  guide: {
    label: 'Begeleider',
    scopes: ['trajectories:open', 'trajectories:read', 'events:append', 'events:read', 'views:read', 'metrics:read', 'stream:read', 'event-types:read'],
    purposes: ['guidance', 'keep-in-view', ...HELP],
    dataClasses: EVERY_CLASS,
    reach: 'organisation',
  },
  coordinator: {
    label: 'Coördinator',
    scopes: ['trajectories:read', 'events:read', 'views:read', 'metrics:read', 'stream:read', 'event-types:read', 'settings:write'],
    purposes: ['keep-in-view', 'guidance', 'warm-handover', 'aftercare', 'policy-information'],
    dataClasses: ['identity', 'path'],
    reach: 'organisation',
  },
  system: {
    label: 'Systeem van een organisatie',
    scopes: ['trajectories:open', 'trajectories:read', 'events:append', 'events:read', 'views:read', 'stream:read', 'event-types:read'],
    purposes: ['keep-in-view', 'guidance', ...HELP],
    dataClasses: EVERY_CLASS,
    reach: 'organisation',
  },
  auditor: {
    label: 'Toezichthouder',
    scopes: ['trajectories:read', 'events:read', 'views:read', 'metrics:read', 'stream:read', 'event-types:read', 'audit:read', 'ledger:verify'],
    purposes: ['audit'],
    dataClasses: EVERY_CLASS,
    reach: 'all',
  },
  'privacy-officer': {
    label: 'Functionaris voor gegevensbescherming',
    scopes: ['trajectories:open', 'trajectories:read', 'events:append', 'events:read', 'event-types:read', 'audit:read', 'ledger:verify'],
    purposes: ['subject-rights', 'audit'],
    dataClasses: EVERY_CLASS,
    reach: 'organisation',
  },
  loader: {
    label: 'Opdrachtregel op de machine zelf',
    scopes: ['trajectories:open', 'events:append', 'events:import', 'event-types:read', 'settings:write', 'ledger:verify', 'views:rebuild'],
    purposes: ['keep-in-view'],
    dataClasses: EVERY_CLASS,
    reach: 'all',
  },
} as const satisfies Record<string, RolePolicy>;

export type Role = keyof typeof ROLES;

export function findRole(role: string): RolePolicy | undefined {
  return Object.hasOwn(ROLES, role) ? ROLES[role as Role] : undefined;
}
