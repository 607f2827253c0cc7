export * from './decide-access.js';
export * from './problems.js';
export { activityOf, findPurpose, PURPOSES, type Activity, type Purpose, type PurposeCode } from './purposes.js';
export { findRole, ROLES, type Role, type RolePolicy } from './roles.js';
export { isScope, SCOPES, SCOPES_OF_A_YOUTH, type Scope } from './scopes.js';
