import { EMPLOYER, on, OWN, type Examples } from './example.js';

const instrument = 'jobcoach';
const programme = 'jongeren-aan-zet';
const scheme = 'aftercare-pro-follow-2y';
const placementId = 'p1';

/** What followed after school: support, a track, income and work. */
export const WORK_PATH: Examples = {
  SupportRequested: on('2023-10-02', { requestId: 'v1', domain: 'debts' }),
  SupportOffered: on('2023-10-08', { requestId: 'v1', instrument }),
  SupportRefused: on('2023-10-09', { requestId: 'v1', ground: 'no-capacity' }),
  SupportStarted: on('2023-10-15', { instrument }),
  SupportChanged: on('2024-01-15', { instrument, change: 'extended' }),
  SupportEnded: on('2024-08-01', { instrument, reason: 'goal-reached' }),
  ActivityAttended: on('2023-11-05', { activity: 'workshops', organisation: OWN }),
  TrackStarted: on('2023-10-20', { programme, provider: OWN, goal: 'orientation' }),
  TrackPhaseChanged: on('2024-01-20', { programme, phase: 'fase-2' }),
  TrackEnded: on('2024-07-01', { programme, result: ['work'], completed: true }),
  AssessmentRecorded: on('2023-05-15', { kind: 'support-need', band: 'medium' }),
  IndicationDecided: on('2023-05-18', { kind: 'sheltered-work', outcome: 'granted' }),
  ObstacleRemoved: on('2023-12-01', { domain: 'transport' }),
  BenefitReported: on('2023-08-15', { municipality: 'GM0153', urgentNeed: false }),
  SearchPeriodStarted: on('2023-08-15', { endsOn: '2023-09-12', supportFromDayOne: true }),
  SearchPeriodWaived: on('2023-08-20', { ground: 'municipal-policy' }),
  SearchEffortShown: on('2023-09-12', { sufficient: true }),
  BenefitApplied: on('2023-09-13', { kind: 'social-assistance' }),
  BenefitDecided: on('2023-10-03', { kind: 'social-assistance', outcome: 'granted', ground: 'none' }),
  BenefitEnded: on('2024-09-01', { kind: 'social-assistance', reason: 'work' }),
  JobSeekerRegistered: on('2023-08-16', { from: '2023-08-16' }),
  JobSeekerDeregistered: on('2024-02-01', { reason: 'work' }),
  StudyObligationAssessed: on('2023-09-01', { studyIsOption: false, evidence: 'rmc' }),
  CandidateIntroduced: on('2023-12-10', { employer: EMPLOYER, result: 'hired' }),
  PlacementStarted: on('2024-01-08', { placementId, kind: 'contract', employer: EMPLOYER, hoursPerWeek: 24, paid: true, enrolled: false }),
  WorkplaceContactHeld: on('2024-02-08', { placementId, with: 'both', purpose: 'visit' }),
  PlacementChanged: on('2024-05-01', { placementId, change: 'extended' }),
  JobLost: on('2024-09-15', { placementId, lastWorkingDay: '2024-09-15', reason: 'contract-ended' }),
  PlacementEnded: on('2024-09-15', { placementId, reason: 'moved-to-other-job' }),
  AftercareStarted: on('2023-08-01', { scheme, organisation: OWN, mode: 'active' }),
  AftercareChanged: on('2024-02-01', { scheme, mode: 'active' }),
  AftercareEnded: on('2024-08-01', { scheme, reason: 'term' }),
  StatusConfirmed: on('2024-01-31', { situation: 'work', by: 'guide', horizon: '6-months' }),
};
