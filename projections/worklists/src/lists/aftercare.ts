import { minus, plus, type CivilDate, type Period, type Recorded } from '@trajectboek/events';
import type { Deadline } from '@trajectboek/schemes';
import { hasContactSince, isRealContact, type Youth } from '@trajectboek/situation';
import { anySince, periodOf, reference, type WorkItem, type WorkList, type WorkListYouth } from '../work-item.js';
import { openTerms, toDeadlineItem } from './deadlines.js';

const TERMS = ['aftercare-vso-second-offer', 'aftercare-pro-second-offer', 'vso-pro-half-yearly-check', 'aftercare-intake', 'income-check-after-exit'];
const NEXT_STEP = 'Bel of bezoek de jongere en leg vast hoe het gaat.';

/** Who must be called again: a term of an aftercare scheme, a period of it without contact, active aftercare gone silent, a planned call. */
export const AFTERCARE_CONTACT: WorkList = {
  id: 'aftercare-contact-due',
  label: 'Contact voor nazorg',
  clocks: ({ code, contactEvery }) => TERMS.includes(code) || contactEvery !== null,
  itemsOf(context) {
    const asked = [
      ...openTerms(context.deadlines, TERMS, context.youth.asOf).map(toDeadlineItem),
      ...context.deadlines.flatMap((deadline) => periodItems(context, deadline)),
      ...plannedCalls(context),
    ];
    // One call answers all of it: silence is a reason of its own only where nothing else asks for contact.
    return asked.length > 0 ? asked : activeItems(context);
  },
};

/** A scheme that asks for contact every so often: the period after the last contact is near its end, or over. */
function periodItems(context: WorkListYouth, deadline: Deadline): readonly WorkItem[] {
  const { contactEvery, state, dueOn: endsOn, owner, label, scheme, startedBy } = deadline;
  if (contactEvery === null || (state !== 'running' && state !== 'warned')) return [];
  const [from, dueOn] = nextPeriod(deadline, contactEvery);
  if (dueOn > endsOn || !context.youth.asOf.reached(minus(dueOn, periodOf(context, 'warnBefore', dueOn)))) return [];
  return [{
    key: `${scheme} ${startedBy.source} ${startedBy.id}`, since: from, dueOn, owner: owner.organisation,
    why: { code: scheme, label: `${label}: contact nodig` }, nextStep: NEXT_STEP, events: [startedBy],
  }];
}

/** The first period after the one in which the last contact fell; counted from the start, so that month ends do not drift. */
function nextPeriod({ startedOn, contactsOn }: Deadline, every: Period): readonly [from: CivilDate, until: CivilDate] {
  const last = contactsOn.reduce((a, b) => (a > b ? a : b), '');
  const endOf = (count: number): CivilDate => plus(startedOn, times(every, count));
  if (last < startedOn) return [startedOn, endOf(1)];
  let covered = 1;
  while (last > endOf(covered)) covered += 1;
  return [endOf(covered), endOf(covered + 1)];
}

function times(period: Period, count: number): Period {
  return period.replaceAll(/\d+/g, (number) => String(Number(number) * count));
}

/** Active aftercare in which nobody spoke the youth as long as contact counts as fresh. */
function activeItems(context: WorkListYouth): readonly WorkItem[] {
  const { youth } = context;
  return openAftercare(youth).filter(({ mode }) => mode === 'active').flatMap(({ start }): WorkItem[] => {
    const last = youth.history.events.findLast((event) => isRealContact(event) && event.occurredOn >= start.occurredOn)?.occurredOn ?? start.occurredOn;
    const dueOn = plus(last, periodOf(context, 'contactWindow', last));
    return youth.asOf.reached(dueOn) ? [{
      key: start.eventId, since: last, dueOn, owner: start.data.organisation, why: { code: 'active-aftercare', label: 'Actieve nazorg zonder contact' },
      nextStep: NEXT_STEP, events: [reference(start)],
    }] : [];
  });
}

interface OpenAftercare {
  readonly start: Recorded<'AftercareStarted'>;
  readonly mode: Recorded<'AftercareStarted'>['data']['mode'];
}

function openAftercare({ history, asOf }: Youth): readonly OpenAftercare[] {
  return history.all('AftercareStarted').flatMap((start): OpenAftercare[] => {
    const isSame = ({ data, occurredOn }: { readonly data: { readonly scheme: string }; readonly occurredOn: CivilDate }): boolean => data.scheme === start.data.scheme && occurredOn >= start.occurredOn;
    const changed = history.all('AftercareChanged').findLast(isSame)?.data;
    const until = changed?.until ?? start.data.until;
    const isOver = history.all('AftercareEnded').some(isSame) || (until !== undefined && asOf.passed(until));
    return isOver ? [] : [{ start, mode: changed?.mode ?? start.data.mode }];
  });
}

/** Calls that were planned and neither made nor missed. */
function plannedCalls(context: WorkListYouth): readonly WorkItem[] {
  const { youth } = context;
  return youth.history.all('AppointmentPlanned').filter(({ data }) => data.kind === 'aftercare-call' && isDue(context, data.plannedFor))
    .filter(({ data }) => !youth.history.all('AppointmentMissed').some((missed) => missed.data.appointmentId === data.appointmentId)
      && !hasContactSince(youth, data.plannedFor) && !anySince(youth.history.all('ContactAttempted'), data.plannedFor))
    .map((planned) => ({
      key: planned.eventId, since: planned.occurredOn, dueOn: planned.data.plannedFor, owner: planned.organisation,
      why: { code: 'planned-call', label: 'Nabellen is afgesproken' }, nextStep: NEXT_STEP, events: [reference(planned)],
    }));
}

function isDue(context: WorkListYouth, plannedFor: CivilDate): boolean {
  return context.youth.asOf.reached(minus(plannedFor, periodOf(context, 'warnBefore', plannedFor)));
}
