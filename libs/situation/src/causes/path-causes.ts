import { birthdayAt, plus } from '@trajectboek/events';
import { hasContactSince, lastRealContactOf } from '../contact/real-contact.js';
import { guidesOf } from '../guides.js';
import { actualHolderOf } from '../responsibility/takes.js';
import { birthDateOf, isKnownQualified } from '../subject.js';
import type { Youth } from '../youth.js';
import { triggerOf, type Trigger } from './cause.js';
import { hasStartSince } from './follow-up.js';

const TO_NOTHING_YET: ReadonlySet<string> = new Set(['education', 'none', 'unknown']);

export function transitionGap(youth: Youth): Trigger | undefined {
  return triggerOf(youth.history.all('EnrolmentEnded').findLast(({ data, occurredOn }) => TO_NOTHING_YET.has(data.destination)
    && youth.asOf.passed(plus(occurredOn, youth.period('transitionGap')))
    && !hasStartSince(youth, occurredOn)
    && !youth.history.all('ApplicationSubmitted').some((application) => application.occurredOn >= occurredOn)));
}

export function droppedOut(youth: Youth): Trigger | undefined {
  return triggerOf(youth.history.all('DroppedOut').findLast(({ occurredOn }) => !hasContactSince(youth, occurredOn)));
}

export function jobLost(youth: Youth): Trigger | undefined {
  return triggerOf(youth.history.all('JobLost').findLast(({ occurredOn }) => !hasContactSince(youth, occurredOn)));
}

/** Only attempts since the last real contact count, those of that day included. */
export function contactLost(youth: Youth): Trigger | undefined {
  const since = lastRealContactOf(youth)?.occurredOn ?? '';
  const attempts = youth.history.all('ContactAttempted').filter(({ occurredOn }) => occurredOn >= since);
  const missed = attempts.slice(attempts.findLastIndex(({ data }) => data.reached) + 1);
  return missed.length >= youth.number('contactAttemptsLost') ? triggerOf(missed.at(-1)) : undefined;
}

export function supportDeclined(youth: Youth): Trigger | undefined {
  return triggerOf(youth.history.all('SupportDeclined').findLast(({ data }) => data.recheckOn === undefined || youth.asOf.passed(data.recheckOn)));
}

export function releasedWithoutFollowUp(youth: Youth): Trigger | undefined {
  return triggerOf(youth.history.all('InstitutionStayEnded').findLast(({ data, occurredOn }) =>
    data.followUpPlaceArranged !== true && !hasContactSince(youth, occurredOn)));
}

export function agedOut(youth: Youth): Trigger | undefined {
  const birthDate = birthDateOf(youth);
  if (birthDate === undefined || isKnownQualified(youth) || actualHolderOf(youth) !== undefined || guidesOf(youth).length > 0) return undefined;
  const birthday = birthdayAt(birthDate, youth.number('rmcUpperAge'));
  return youth.asOf.reached(birthday) ? { on: birthday, event: null } : undefined;
}

export function qualifiedUnfollowed(youth: Youth): Trigger | undefined {
  const exit = youth.history.newest('EnrolmentEnded');
  const newest = youth.history.events.at(-1);
  if (!exit || !newest || newest.occurredOn > exit.occurredOn) return undefined;
  const isQualified = youth.history.all('EnrolmentEnded').some(({ data, occurredOn }) => occurredOn === exit.occurredOn && data.withBasicQualification);
  return isQualified || isKnownQualified(youth) ? triggerOf(exit) : undefined;
}

export function neverSeen(youth: Youth): Trigger | undefined {
  if (lastRealContactOf(youth) !== undefined) return undefined;
  return triggerOf(youth.history.all('TrajectoryOpened').findLast(({ data }) => data.reason === 'register-match'));
}
