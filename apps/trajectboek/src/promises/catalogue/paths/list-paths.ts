import type { Path } from './path.js';

const IN_ALMERE = { TrajectoryOpened: { municipality: 'GM0034' } };
const NOT_QUALIFIED = { RegisterMatched: { result: 'found' } };
const REFUSED = { AdmissionDecided: { decision: 'refused', ground: 'capacity' } };

export const DEFINITION_PATHS: Readonly<Record<string, Path>> = {
  'definition:rmc-monthly': { on: ['2024-02-01'], needs: ['RegisterMatched'], with: NOT_QUALIFIED },
  'definition:match-23-27': { on: ['2024-02-01'], needs: ['RegisterMatched'], with: { ...NOT_QUALIFIED, TrajectoryOpened: { birthDate: '2000-05-01' } } },
  'definition:inactive-untraceable': { on: ['2024-02-01'] },
  'definition:vsv-national': { on: ['2023-12-01'], needs: ['DroppedOut'] },
  'definition:vsv-local-work-ready': { on: ['2023-06-25', '2023-12-01'], needs: ['DroppedOut'], with: { ...IN_ALMERE, DroppedOut: { occurredAt: '2023-06-20', lastSchoolDay: '2023-06-20' }, CredentialAwarded: { type: 'work-ready-diploma' } } },
  'definition:entree-without-work': { on: ['2023-12-01'], needs: ['CredentialAwarded'], with: IN_ALMERE },
};

export const WORKLIST_PATHS: Readonly<Record<string, Path>> = {
  'worklist:admission-refused-without-alternative': { on: ['2022-09-20'], needs: ['AdmissionDecided'], with: REFUSED },
  'worklist:aftercare-contact-due': { on: ['2024-07-01'], needs: ['AftercareStarted'] },
  'worklist:bsa-due': { on: ['2022-12-10'], needs: ['EnrolmentStarted'] },
  'worklist:consent-pending-or-withdrawn': { on: ['2023-05-01', '2023-06-01'], needs: ['ConsentRequested'] },
  'worklist:deadlines-due-and-overdue': {
    on: ['2023-06-15', '2023-12-15', '2024-06-01'], clocks: ['inventory-quarterly'], needs: ['EnrolmentStarted', 'ExitProfileSet', 'PlanAgreed'],
    with: { EnrolmentStarted: { schoolType: 'pro' }, ExitProfileSet: { profile: 'further-education' }, ApplicationSubmitted: { occurredAt: '2023-05-01', submittedOn: '2023-05-01' } },
  },
  'worklist:guide-vacancy': { on: ['2024-11-01'], needs: ['GuideAssigned', 'GuideEnded'] },
  'worklist:institution-release-without-follow-up': { on: ['2024-04-01'], needs: ['InstitutionStayEnded'] },
  'worklist:job-lost-without-contact': { on: ['2024-10-01'], needs: ['PlacementStarted', 'JobLost'] },
  'worklist:left-school-without-exit-interview': { on: ['2023-09-01'], needs: ['EnrolmentEnded'], with: { MeetingHeld: { occurredAt: '2023-07-20', kind: 'exit-interview' } } },
  'worklist:no-internship-found': { on: ['2022-11-01'], needs: ['InternshipSearchStarted'] },
  'worklist:open-handovers': { on: ['2023-09-01'], needs: ['HandoverOffered'] },
  'worklist:out-of-view': { on: ['2025-02-01', '2023-09-01'] },
  'worklist:search-period-ended-without-application': {
    on: ['2023-10-01'], needs: ['SearchPeriodStarted'], with: { SearchPeriodWaived: { occurredAt: '2023-12-01' }, BenefitApplied: { occurredAt: '2023-11-15' } },
  },
  'worklist:second-transition-meeting-due': { on: ['2023-12-05'], needs: ['MeetingHeld'], clocks: ['transition-2'], with: { MeetingHeld: { kind: 'transition-1' } } },
  'worklist:turning-18-23-27': { on: ['2024-02-01'], with: { TrajectoryOpened: { birthDate: '2001-06-01' } } },
  'worklist:yearly-route-review-due': {
    on: ['2023-08-25'], needs: ['EnrolmentStarted'], clocks: ['yearly-route-review'], with: { EnrolmentStarted: { schoolType: 'pro' }, MeetingHeld: { kind: 'yearly-route-review' } },
  },
};

/** A row that names the lists as a whole is looked for on the list of what it hands over. */
export const ALL_LISTS = 'worklist:open-handovers';
