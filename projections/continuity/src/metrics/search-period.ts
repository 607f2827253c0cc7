import type { CivilDate, EventName, History, Recorded } from '@trajectboek/events';
import { share } from '../figures/share.js';
import type { Metric } from '../metric.js';
import { Tally } from '../tally.js';
import { counts } from '../window.js';

type Step = 'SearchPeriodStarted' | 'SearchPeriodWaived' | 'BenefitApplied';

/** The facts that belong to one report: from its day until the day before the next report. */
function stepsAfter<Name extends EventName & Step>(name: Name, history: History, [from, until]: readonly [CivilDate, CivilDate | undefined]): readonly Recorded<Name>[] {
  return history.all(name).filter(({ occurredOn }) => occurredOn >= from && (until === undefined || occurredOn < until));
}

function addReport(tally: Tally, history: History, span: readonly [CivilDate, CivilDate | undefined]): void {
  const applied = stepsAfter('BenefitApplied', history, span).length > 0;
  const waived = stepsAfter('SearchPeriodWaived', history, span).length > 0;
  const periods = stepsAfter('SearchPeriodStarted', history, span);
  const ended = periods.length > 0 && periods.every(({ data }) => history.asOf.passed(data.endsOn));
  tally.on(span[0]).count('reported');
  if (applied) tally.count('applied');
  if (waived) tally.count('waived');
  if (ended && !applied && !waived) tally.count('lapsed');
  if (periods.some(({ data }) => data.supportFromDayOne)) tally.count('supportedFromDayOne');
}

/** C15: what came of each report for social assistance. */
export const SEARCH_PERIOD: Metric = {
  id: 'C15',
  label: 'Zoekperiode',
  definition: 'Hoeveel meldingen voor bijstand waren er, op hoeveel volgde een aanvraag, bij hoeveel is de zoekperiode verlopen zonder '
    + 'aanvraag, bij hoeveel is de zoekperiode niet toegepast, en bij hoeveel was er hulp vanaf de eerste dag? Wat na een melding '
    + 'gebeurt, hoort bij die melding tot de volgende melding.',
  unit: 'aantal',
  worklist: 'search-period-ended-without-application',
  keys: ['reported', 'applied', 'lapsed', 'waived', 'supportedFromDayOne', 'shares'],
  itemsOf({ history }, { window }) {
    const tally = new Tally();
    const reportedOn = [...new Set(history.all('BenefitReported').map(({ occurredOn }) => occurredOn))];
    reportedOn.forEach((date, index) => {
      if (counts(window, date)) addReport(tally, history, [date, reportedOn[index + 1]]);
    });
    return tally;
  },
  summarise(tally) {
    const reported = tally.countOf('reported');
    const outcomes = ['applied', 'lapsed', 'waived', 'supportedFromDayOne'].map((name) => [name, tally.countOf(name)] as const);
    const shares = Object.fromEntries(outcomes.map(([name, times]) => [name, share(times, reported)]));
    return { reported, ...Object.fromEntries(outcomes), shares };
  },
};
