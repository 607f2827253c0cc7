export { MEMBERSHIPS, membershipRows, type MembershipKind } from './membership-rows.js';
