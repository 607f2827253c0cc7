import { inOrderOfTheWorld, plus, type RecordedEvent } from '@trajectboek/events';
import { hasContactSince, hasStartSince, type Youth } from '@trajectboek/situation';
import { anySince, periodOf, reference, type WorkList } from '../work-item.js';

/** Looks for an internship, has stopped looking without one, or is signalled to have none. */
export const NO_INTERNSHIP_FOUND: WorkList = {
  id: 'no-internship-found',
  label: 'Geen stage gevonden',
  itemsOf(context) {
    const { history } = context.youth;
    const newest = signsOf(context.youth).at(-1);
    if (!newest || isFound(context.youth, newest)) return [];
    const since = newest.type === 'InternshipSearchEnded' ? history.newest('InternshipSearchStarted')?.occurredOn ?? newest.occurredOn : newest.occurredOn;
    return [{
      key: newest.eventId, since, dueOn: plus(since, periodOf(context, 'internshipSearch', since)), owner: newest.organisation,
      why: { code: newest.type === 'InternshipSearchEnded' ? newest.data.ground : 'searching', label: 'Zoekt een stage en heeft er geen' },
      nextStep: 'Zoek mee naar een stageplek of een leerbedrijf dat past.', events: [reference(newest)],
    }];
  },
};

function signsOf({ history }: Youth): readonly RecordedEvent[] {
  return [
    ...history.all('InternshipSearchStarted'),
    ...history.all('InternshipSearchEnded').filter(({ data }) => !data.found),
    ...history.all('DropoutRiskSignalled').filter(({ data }) => data.signal === 'no-internship'),
  ].sort(inOrderOfTheWorld);
}

/** An internship or a found one since; or the school that asked for it was left. */
function isFound({ history }: Youth, { occurredOn }: RecordedEvent): boolean {
  return history.all('InternshipSearchEnded').some((end) => end.data.found && end.occurredOn >= occurredOn)
    || anySince(history.all('InternshipStarted'), occurredOn) || anySince(history.all('EnrolmentEnded'), occurredOn);
}

/** Sent away from an internship, and neither talked to nor placed again. */
export const INTERNSHIP_SENT_AWAY: WorkList = {
  id: 'internship-sent-away',
  label: 'Van stage weggestuurd',
  itemsOf(context) {
    const { youth } = context;
    const end = youth.history.all('InternshipEnded').findLast(({ data }) => data.reason === 'sent-away');
    if (!end || hasStartSince(youth, end.occurredOn) || hasContactSince(youth, end.occurredOn)) return [];
    return [{
      key: end.eventId, since: end.occurredOn, dueOn: plus(end.occurredOn, periodOf(context, 'signalFollowUp', end.occurredOn)), owner: end.organisation,
      why: { code: 'sent-away', label: 'Weggestuurd, nog geen gesprek of nieuwe stage' }, nextStep: 'Spreek de jongere en zoek een nieuwe stage.', events: [reference(end)],
    }];
  },
};
