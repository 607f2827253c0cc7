import { inOrderOfTheWorld, plus, type Recorded, type RecordedEvent } from '@trajectboek/events';
import { hasStartSince, type Youth } from '@trajectboek/situation';
import { anySince, periodOf, reference, type WorkList } from '../work-item.js';

type Leaving = Recorded<'EnrolmentEnded'> | Recorded<'DroppedOut'>;

/** `DroppedOut`, or an enrolment ended for something else than education, without exit interview or new enrolment (views.md, Readings). */
export const LEFT_WITHOUT_EXIT_INTERVIEW: WorkList = {
  id: 'left-school-without-exit-interview',
  label: 'Van school zonder exitgesprek',
  itemsOf({ youth }) {
    const { history } = youth;
    const leavings: Leaving[] = [...history.all('EnrolmentEnded').filter(({ data }) => data.destination !== 'education'), ...history.all('DroppedOut')];
    const open = leavings.filter((leaving) => !isEnrolledAnew(youth, leaving) && !isInterviewed(youth, leaving)).sort(inOrderOfTheWorld);
    const [first] = open;
    return first ? [{
      key: first.eventId, since: first.occurredOn, dueOn: first.occurredOn, owner: first.data.institution, events: open.map(reference),
      why: { code: 'no-exit-interview', label: 'Geen exitgesprek vastgelegd' }, nextStep: 'Houd alsnog een gesprek met de jongere over wat nu komt.',
    }] : [];
  },
};

/** The enrolment that was left: the newest at the institution by then; undefined when its start is not known. */
function enrolmentLeft({ history }: Youth, leaving: Leaving): Recorded<'EnrolmentStarted'> | undefined {
  return history.all('EnrolmentStarted').findLast((start) => start.data.institution === leaving.data.institution && inOrderOfTheWorld(start, leaving) < 0);
}

function isEnrolledAnew(youth: Youth, leaving: Leaving): boolean {
  const own = enrolmentLeft(youth, leaving);
  return youth.history.all('EnrolmentStarted').some((start) => start !== own && start.occurredOn >= leaving.occurredOn);
}

/** During the enrolment or after it; what was held in an earlier one says nothing of this one. */
function isInterviewed(youth: Youth, leaving: Leaving): boolean {
  const since = enrolmentLeft(youth, leaving)?.occurredOn ?? '';
  return youth.history.all('MeetingHeld').some(({ data, occurredOn }) => data.kind === 'exit-interview' && occurredOn >= since)
    || youth.history.all('DroppedOut').some(({ data, occurredOn }) => data.exitInterviewHeld && data.institution === leaving.data.institution && occurredOn >= since);
}

/** The newest refusal, as long as no alternative, admission, other application or start has answered it. */
export const REFUSED_WITHOUT_ALTERNATIVE: WorkList = {
  id: 'admission-refused-without-alternative',
  label: 'Afgewezen zonder alternatief',
  itemsOf(context) {
    const { youth } = context;
    const refusal = youth.history.all('AdmissionDecided').findLast(({ data }) => data.decision === 'refused');
    if (!refusal || refusal.data.alternative !== undefined || isAnswered(youth, refusal) || hasStartSince(youth, refusal.occurredOn)) return [];
    return [{
      key: refusal.eventId, since: refusal.occurredOn, dueOn: plus(refusal.occurredOn, periodOf(context, 'refusalFollowUp', refusal.occurredOn)),
      owner: refusal.data.institution, why: { code: 'refused', label: 'Afgewezen, nog geen andere plek' },
      nextStep: 'Bied een andere opleiding aan of help met een nieuwe aanmelding.', events: [reference(refusal)],
    }];
  },
};

/** Of the same day only what came after the refusal, or was asked elsewhere, answers it. */
function isAnswered({ history }: Youth, refusal: Recorded<'AdmissionDecided'>): boolean {
  const answers = [...history.all('AdmissionDecided').filter(({ data }) => data.decision !== 'refused'), ...history.all('ApplicationSubmitted')];
  return answers.some((answer) => inOrderOfTheWorld(answer, refusal) > 0
    || (answer.occurredOn === refusal.occurredOn && answer.data.institution !== refusal.data.institution));
}

/** Enrolled and absent at home, with no sign of a return or of another place since. */
export const HOME_SITTING: WorkList = {
  id: 'home-sitting',
  label: 'Thuiszitters',
  itemsOf(context) {
    const { youth } = context;
    const report = youth.history.all('AbsenceReported').findLast(({ data }) => data.category === 'at-home' || data.category === 'absolute');
    const enrolment = youth.history.newest('EnrolmentStarted');
    if (!report || !enrolment || !youth.hasFacet('education') || isBack(youth, report)) return [];
    return [{
      key: report.eventId, since: report.data.since, dueOn: plus(report.occurredOn, periodOf(context, 'homeSittingAlarm', report.occurredOn)),
      owner: enrolment.data.institution, why: { code: 'at-home', label: 'Ingeschreven maar zit thuis' },
      nextStep: 'Maak met school, ouders en leerplicht een plan om terug te keren.', events: [reference(report), reference(enrolment)],
    }];
  },
};

const AT_SCHOOL: ReadonlySet<string> = new Set(['school', 'school-and-work']);

/** Resumed, somewhere else since, or the school or the youth says that he is at school again. */
function isBack(youth: Youth, report: RecordedEvent): boolean {
  const { history } = youth;
  const resumed = history.all('PathResumed').filter(({ data }) => data.what === 'enrolment');
  const confirmed = history.all('StatusConfirmed').filter(({ data }) => AT_SCHOOL.has(data.situation) && data.by !== 'register');
  return anySince(resumed, report.occurredOn) || hasStartSince(youth, report.occurredOn)
    || confirmed.some(({ occurredOn }) => occurredOn > report.occurredOn);
}
