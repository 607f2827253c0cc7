import { plus, type RecordedEvent } from '@trajectboek/events';
import { hasStartSince, searchPeriodsOf, wasFollowed } from '@trajectboek/situation';
import { anySince, periodOf, reference, type WorkList } from '../work-item.js';

/** The newest search period is over, and neither an application nor a place nor a new report followed. */
export const SEARCH_PERIOD_ENDED: WorkList = {
  id: 'search-period-ended-without-application',
  label: 'Zoekperiode voorbij zonder aanvraag',
  itemsOf({ youth }) {
    const { history } = youth;
    const period = history.newest('SearchPeriodStarted');
    if (!period || !searchPeriodsOf(youth).includes(period) || !history.asOf.passed(period.data.endsOn)) return [];
    const answers: RecordedEvent[] = [...history.all('BenefitApplied'), ...history.all('BenefitDecided')];
    const isReportedAnew = history.all('BenefitReported').some(({ occurredOn }) => occurredOn > period.data.endsOn);
    if (isReportedAnew || anySince(answers, period.occurredOn) || hasStartSince(youth, period.occurredOn)) return [];
    return [{
      key: period.eventId, since: plus(period.data.endsOn, 'P1D'), dueOn: period.data.endsOn, owner: period.organisation,
      why: { code: 'not-applied', label: 'Na de zoekperiode niets aangevraagd' }, nextStep: 'Zoek de jongere op: lukt het met werk of school, of is hulp nodig?', events: [reference(period)],
    }];
  },
};

/** A benefit was refused and nothing followed (views.md, Readings). */
export const BENEFIT_REFUSED: WorkList = {
  id: 'benefit-refused-and-nothing-followed',
  label: 'Uitkering geweigerd en niets gevolgd',
  itemsOf(context) {
    const refusal = context.youth.history.all('BenefitDecided').findLast(({ data }) => data.outcome === 'refused');
    if (!refusal || wasFollowed(context.youth, refusal)) return [];
    return [{
      key: refusal.eventId, since: refusal.occurredOn, dueOn: plus(refusal.occurredOn, periodOf(context, 'refusalFollowUp', refusal.occurredOn)), owner: refusal.organisation,
      why: { code: 'refused', label: 'Geen uitkering en geen andere stap' }, nextStep: 'Neem contact op en bespreek school, werk of hulp.', events: [reference(refusal)],
    }];
  },
};

/** Study grant or benefit ended and nothing followed; who has another benefit, work or school has no gap. */
export const INCOME_GAP: WorkList = {
  id: 'income-gap',
  label: 'Zonder inkomen',
  itemsOf({ youth }) {
    const end = youth.history.newest('BenefitEnded');
    if (!end || youth.hasFacet('benefit') || youth.hasFacet('work') || youth.hasFacet('education') || wasFollowed(youth, end)) return [];
    return [{
      key: end.eventId, since: end.occurredOn, dueOn: null, owner: end.organisation, why: { code: 'benefit-ended', label: 'Uitkering of studiefinanciering gestopt, niets gevolgd' },
      nextStep: 'Vraag waar de jongere van leeft en help met een aanvraag, school of werk.', events: [reference(end)],
    }];
  },
};
