import type { Metric, MetricId } from './metric.js';
import { AFTERCARE_COVERAGE } from './metrics/aftercare-coverage.js';
import { CONTACT_CONTINUITY } from './metrics/contact-continuity.js';
import { DEADLINES_MET } from './metrics/deadlines-met.js';
import { EARLY_LEAVING } from './metrics/early-leaving.js';
import { EXIT_INTERVIEW_COVERAGE } from './metrics/exit-interview.js';
import { GUIDE_CONTINUITY } from './metrics/guide-continuity.js';
import { HANDOVER_BEFORE_EXIT } from './metrics/handover-before-exit.js';
import { ARRIVAL_RATE, HANDOVER_ACCEPTANCE, HANDOVER_LATENCY, WARM_SHARE } from './metrics/handovers.js';
import { INTERIM_STEP_LENGTH } from './metrics/interim-step.js';
import { INTERNSHIP } from './metrics/internship.js';
import { JOB_LOSS } from './metrics/job-loss.js';
import { ONE_YEAR_LATER } from './metrics/one-year-later.js';
import { TIME_OUT_OF_VIEW } from './metrics/out-of-view.js';
import { REACH } from './metrics/reach.js';
import { REFUSAL_FOLLOW_UP } from './metrics/refusal-follow-up.js';
import { RESPONSIBILITY } from './metrics/responsibility.js';
import { SEARCH_PERIOD } from './metrics/search-period.js';
import { SIGNAL_LEAD_TIME } from './metrics/signal-lead-time.js';
import { STUDY_ADVICE_ON_TIME } from './metrics/study-advice.js';
import { SUSTAINED_PLACEMENT } from './metrics/sustained-placement.js';
import { TRACK_OUTCOME } from './metrics/track-outcome.js';
import { TRANSITION_GAP } from './metrics/transition-gap.js';
import { UNMET_NEED } from './metrics/unmet-need.js';

/** Every metric of metrics.md, once. */
export const METRICS: Readonly<Record<MetricId, Metric>> = {
  C1: TRANSITION_GAP,
  C2: HANDOVER_ACCEPTANCE,
  C3: HANDOVER_LATENCY,
  C4: ARRIVAL_RATE,
  C5: HANDOVER_BEFORE_EXIT,
  C6: WARM_SHARE,
  C7: GUIDE_CONTINUITY,
  C8: CONTACT_CONTINUITY,
  C9: TIME_OUT_OF_VIEW,
  C10: SUSTAINED_PLACEMENT,
  C11: JOB_LOSS,
  C12: SIGNAL_LEAD_TIME,
  C13: STUDY_ADVICE_ON_TIME,
  C14: EXIT_INTERVIEW_COVERAGE,
  C15: SEARCH_PERIOD,
  C16: REFUSAL_FOLLOW_UP,
  C17: INTERNSHIP,
  C18: TRACK_OUTCOME,
  C19: ONE_YEAR_LATER,
  C20: REACH,
  C21: AFTERCARE_COVERAGE,
  C22: DEADLINES_MET,
  C23: RESPONSIBILITY,
  C24: EARLY_LEAVING,
  C25: INTERIM_STEP_LENGTH,
  C26: UNMET_NEED,
};
