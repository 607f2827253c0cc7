import type { Youth } from '../youth.js';
import { CAUSES, type Cause, type Trigger } from './cause.js';
import { agedOut, contactLost, droppedOut, jobLost, neverSeen, qualifiedUnfollowed, releasedWithoutFollowUp, supportDeclined, transitionGap } from './path-causes.js';
import { admissionRefused, handoverNotArrived, notEntitled, searchPeriodLapsed } from './service-causes.js';

const CONDITIONS: Readonly<Record<Exclude<Cause, 'silence'>, (youth: Youth) => Trigger | undefined>> = {
  'handover-not-arrived': handoverNotArrived,
  'search-period-lapsed': searchPeriodLapsed,
  'not-entitled': notEntitled,
  'admission-refused': admissionRefused,
  'transition-gap': transitionGap,
  'dropped-out': droppedOut,
  'job-lost': jobLost,
  'contact-lost': contactLost,
  'support-declined': supportDeclined,
  'released-without-follow-up': releasedWithoutFollowUp,
  'aged-out': agedOut,
  'qualified-unfollowed': qualifiedUnfollowed,
  'never-seen': neverSeen,
};

export interface HoldingCause {
  readonly cause: Cause;
  /** Null for `silence`. */
  readonly trigger: Trigger | null;
}

/** Every condition that holds on the date, in the order of the table; empty when none does. */
export function causesOf(youth: Youth): readonly HoldingCause[] {
  return CAUSES.flatMap((cause) => {
    const trigger = cause === 'silence' ? undefined : CONDITIONS[cause](youth);
    return trigger ? [{ cause, trigger }] : [];
  });
}

/** The cause to show: the newest trigger, with equal dates the lower in the table; `silence` when nothing holds. */
export function causeOf(youth: Youth): HoldingCause {
  return causesOf(youth).reduce<HoldingCause>((shown, next) => ((next.trigger?.on ?? '') >= (shown.trigger?.on ?? '') ? next : shown), { cause: 'silence', trigger: null });
}
