import type { Path } from './path.js';

const on = ['2025-12-31'];
const EXIT_INTERVIEW = { occurredAt: '2023-07-20', kind: 'exit-interview' };

/** Every metric is asked over the years 2022 to 2025, through the eyes of an organisation: who offers a handover sees the answer as long as it has a role itself. */
export const METRIC_PATHS: Readonly<Record<string, Path>> = {
  C1: { on, needs: ['EnrolmentEnded', 'TrackStarted'], with: { EnrolmentStarted: { occurredAt: '2023-09-15' } } },
  C2: { on, needs: ['HandoverOffered'] },
  C3: { on, needs: ['EnrolmentStarted', 'HandoverOffered', 'HandoverAccepted'] },
  C4: { on, needs: ['EnrolmentStarted', 'HandoverOffered', 'HandoverAccepted', 'HandoverCompleted'] },
  C5: { on, needs: ['EnrolmentEnded', 'HandoverOffered', 'HandoverAccepted'] },
  C6: { on, needs: ['HandoverOffered'] },
  C7: { on, needs: ['GuideAssigned'] },
  C8: { on, needs: ['ContactMade'] },
  C9: { on },
  C10: { on, needs: ['PlacementStarted'] },
  C11: { on, needs: ['PlacementStarted', 'JobLost'] },
  C12: { on, needs: ['DropoutRiskSignalled', 'DroppedOut'] },
  C13: { on, needs: ['EnrolmentStarted'] },
  C14: { on, needs: ['EnrolmentStarted', 'EnrolmentEnded'], with: { EnrolmentStarted: { schoolType: 'vso' }, MeetingHeld: EXIT_INTERVIEW } },
  C15: { on, needs: ['BenefitReported', 'SearchPeriodStarted'] },
  C16: { on, needs: ['AdmissionDecided'], with: { AdmissionDecided: { decision: 'refused', ground: 'capacity' }, IntakeHeld: { occurredAt: '2022-09-10', kind: 'extended' }, ApplicationSubmitted: { occurredAt: '2022-09-12', submittedOn: '2022-09-12' } } },
  C17: { on, needs: ['InternshipSearchStarted', 'InternshipEnded'] },
  C18: { on, needs: ['TrackStarted'] },
  C19: { on, needs: ['DroppedOut'], with: { StatusConfirmed: { occurredAt: '2024-08-15', horizon: '1-year' } } },
  C20: { on, needs: ['ContactAttempted'] },
  C21: { on: ['2024-02-15', ...on], needs: ['EnrolmentStarted', 'EnrolmentEnded'], clocks: ['aftercare-pilot-flame'], with: { EnrolmentStarted: { schoolType: 'pro' }, AftercareStarted: { mode: 'pilot-flame' } } },
  C22: {
    on, needs: ['EnrolmentStarted', 'ExitProfileSet', 'PlanAgreed'], clocks: ['transition-2', 'aftercare-intake'],
    with: { EnrolmentStarted: { schoolType: 'pro' }, ExitProfileSet: { profile: 'further-education' }, ApplicationSubmitted: { occurredAt: '2023-01-15', submittedOn: '2023-01-15' }, MeetingHeld: { kind: 'transition-1' } },
  },
  C23: { on, needs: ['EnrolmentStarted', 'EnrolmentEnded'] },
  C24: { on, needs: ['DroppedOut'] },
  C25: { on, needs: ['TrackStarted'], with: { PlacementStarted: { kind: 'trial-placement', paid: false } } },
  C26: { on, needs: ['SupportRequested', 'ReferralMade'] },
};
