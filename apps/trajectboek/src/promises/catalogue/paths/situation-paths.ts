import { on, PARTNER } from '../examples/example.js';
import type { Path } from './path.js';

const AT_SCHOOL = '2022-10-01';
const AFTER_SUMMER = '2023-09-10';
const IN_WORK = '2024-02-01';

/** Stands for the timeline of a row that names other views. */
export const EVERY_ROW = 'every-row';

export const FACET_PATHS: Readonly<Record<string, Path>> = {
  'facet:education': { on: [AT_SCHOOL, '2023-11-01'], needs: ['EnrolmentStarted'] },
  'facet:internship': { on: ['2023-02-01'], needs: ['EnrolmentStarted', 'InternshipStarted'] },
  'facet:work': { on: [IN_WORK], needs: ['PlacementStarted'] },
  'facet:activity': { on: [IN_WORK], with: { PlacementStarted: { kind: 'trial-placement', paid: false } } },
  'facet:care': { on: [IN_WORK], with: { PlacementStarted: { kind: 'day-activity', paid: false } } },
  'facet:searchPeriod': { on: ['2023-08-18', '2023-08-25'], needs: ['BenefitReported', 'SearchPeriodStarted'] },
  'facet:benefit': { on: [IN_WORK], needs: ['BenefitDecided'] },
  'facet:contact': { on: ['2023-10-01'], needs: ['ContactMade'] },
};

export const CAUSE_PATHS: Readonly<Record<string, Path>> = {
  'cause:admission-refused': { on: ['2022-11-01'], needs: ['AdmissionDecided'], with: { AdmissionDecided: { decision: 'refused', ground: 'capacity' } } },
  'cause:aged-out': { on: ['2025-02-01'], with: { TrajectoryOpened: { birthDate: '2001-03-01' } } },
  'cause:contact-lost': { on: ['2023-12-01'], needs: ['ContactAttempted'], more: [{ type: 'ContactAttempted', ...on('2023-09-10', { channel: 'letter', dayPart: 'day', reached: false, purpose: 'return-to-view' }) }] },
  'cause:dropped-out': { on: ['2023-10-01'], needs: ['DroppedOut'] },
  'cause:handover-not-arrived': { on: ['2023-10-01'], needs: ['HandoverOffered'] },
  'cause:never-seen': { on: ['2023-11-01', IN_WORK], with: { TrajectoryOpened: { occurredAt: '2023-09-01', reason: 'register-match' } } },
  'cause:qualified-unfollowed': { on: ['2023-09-01', '2024-03-01'], needs: ['EnrolmentEnded', 'CredentialAwarded'], with: { CredentialAwarded: { type: 'mbo-2', basicQualification: true } } },
  'cause:search-period-lapsed': { on: ['2023-10-01'], needs: ['SearchPeriodStarted'], with: { SearchPeriodWaived: { occurredAt: '2023-12-01' }, BenefitApplied: { occurredAt: '2023-11-15' } } },
  'cause:transition-gap': { on: [AFTER_SUMMER, '2023-11-01'], needs: ['EnrolmentEnded'], with: { EnrolmentEnded: { destination: 'education' }, EnrolmentStarted: { occurredAt: '2023-10-01' }, ApplicationSubmitted: { occurredAt: '2023-10-02', submittedOn: '2023-10-02' } } },
};

export const YOUTH_PATHS: Readonly<Record<string, Path>> = {
  situation: { on: [IN_WORK, '2022-12-01'] },
  responsibility: { on: [IN_WORK, '2022-12-01'], needs: ['EnrolmentStarted', 'EnrolmentEnded'], with: { CredentialAwarded: { type: 'mbo-2', basicQualification: true } } },
  /** Each row once, whatever it names: recorded, and read back with its code. */
  [EVERY_ROW]: { on: [] },
  contradictions: { on: ['2022-12-01', '2023-12-01'], more: [{ type: 'EnrolmentStarted', ...on('2022-10-01', { institution: PARTNER, schoolType: 'mbo-2' }) }] },
};

/** What auditors ask: after everything had happened. */
export const AUDIT_PATHS: Readonly<Record<string, Path>> = {
  audit: { on: ['2026-01-01'] },
  proof: { on: ['2026-01-01'] },
};

export const COUNT_PATHS: Readonly<Record<string, Path>> = {
  counts: { on: [IN_WORK, '2022-12-01'] },
};
