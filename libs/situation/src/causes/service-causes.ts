import { inOrderOfTheWorld, plus, type CivilDate, type Recorded } from '@trajectboek/events';
import { searchPeriodsOf } from '../facets/other-items.js';
import { handoversOf, type Handover } from '../handovers.js';
import type { Youth } from '../youth.js';
import { triggerOf, type Trigger } from './cause.js';
import { hasStartSince, wasFollowed } from './follow-up.js';

export function handoverNotArrived(youth: Youth): Trigger | undefined {
  const offersAndAcceptances = handoversOf(youth).filter((handover) => hasNotArrived(youth, handover)).flatMap(({ events }) => events);
  return triggerOf(offersAndAcceptances.sort(inOrderOfTheWorld).at(-1));
}

function hasNotArrived(youth: Youth, { state, answerBy, expectedStart }: Handover): boolean {
  if (state !== 'offered' && state !== 'accepted') return false;
  const expected = expectedStart !== null && expectedStart > answerBy ? expectedStart : answerBy;
  return youth.asOf.passed(plus(expected, youth.period('handoverArrival')));
}

/** A decision on a benefit shows that somebody applied, also when the application itself was not recorded. */
export function searchPeriodLapsed(youth: Youth): Trigger | undefined {
  const { history, asOf } = youth;
  const isAppliedSince = (date: CivilDate): boolean =>
    [...history.all('BenefitApplied'), ...history.all('BenefitDecided')].some(({ occurredOn }) => occurredOn >= date);
  return triggerOf(searchPeriodsOf(youth).findLast(({ data, occurredOn }) => asOf.passed(data.endsOn) && !isAppliedSince(occurredOn)));
}

export function notEntitled(youth: Youth): Trigger | undefined {
  return triggerOf(youth.history.all('BenefitDecided').findLast((decision) => decision.data.outcome === 'refused' && !wasFollowed(youth, decision)));
}

export function admissionRefused(youth: Youth): Trigger | undefined {
  return triggerOf(youth.history.all('AdmissionDecided').findLast((refusal) => refusal.data.decision === 'refused'
    && refusal.data.alternative === undefined
    && youth.asOf.passed(plus(refusal.occurredOn, youth.period('refusalFollowUp')))
    && !hasAlternative(youth, refusal) && !hasOtherApplication(youth, refusal) && !hasStartSince(youth, refusal.occurredOn)));
}

/** Any decision within the term that leaves a door open is an alternative. */
function hasAlternative(youth: Youth, refusal: Recorded<'AdmissionDecided'>): boolean {
  const until = plus(refusal.occurredOn, youth.period('refusalFollowUp'));
  return youth.history.all('AdmissionDecided').some(({ data, occurredOn }) => data.decision !== 'refused' && occurredOn >= refusal.occurredOn && occurredOn <= until);
}

/** An application of the same day at the same institution that came first is the one that was refused. */
function hasOtherApplication({ history }: Youth, refusal: Recorded<'AdmissionDecided'>): boolean {
  const place = history.events.indexOf(refusal);
  return history.all('ApplicationSubmitted').some((application) => application.occurredOn > refusal.occurredOn
    || (application.occurredOn === refusal.occurredOn && (application.data.institution !== refusal.data.institution || history.events.indexOf(application) > place)));
}
