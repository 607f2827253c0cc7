import { plus, type CivilDate, type Recorded } from '@trajectboek/events';
import { lastRealContactOf } from '../contact/real-contact.js';
import { isOpen } from '../spells/spell.js';
import { benefitsOf, interruptionsOf } from '../spells/spells.js';
import { remembered } from '../remembered.js';
import type { Youth } from '../youth.js';
import { itemOf, type FacetItem } from './facet-item.js';

/** How long an announced start explains the gap before it (views.md, section 1, facet `explained`). */
const ANNOUNCED_START_GRACE = 'P14D';

/** Search periods that were not waived: a waiver belongs to one report for a benefit. */
export const searchPeriodsOf = remembered((youth) =>
  youth.history.all('SearchPeriodStarted').filter((period) => !isWaived(youth, period)));

function isWaived({ history }: Youth, { occurredOn: start, data: { endsOn } }: Recorded<'SearchPeriodStarted'>): boolean {
  const isReportedIn = (after: CivilDate, until: CivilDate): boolean => history.all('BenefitReported').some(({ occurredOn }) => occurredOn > after && occurredOn <= until);
  return history.all('SearchPeriodWaived').some(({ occurredOn: waived }) => {
    if (waived < start) return !isReportedIn(waived, start);
    return waived <= endsOn || !isReportedIn(start, waived);
  });
}

export const searchPeriodItems = remembered((youth): readonly FacetItem[] =>
  searchPeriodsOf(youth)
    .filter(({ data, occurredOn }) => !youth.asOf.passed(data.endsOn)
      && !youth.history.all('BenefitDecided').some((decision) => decision.occurredOn >= occurredOn))
    .map((period) => itemOf(period)));

export const benefitItems = remembered((youth): readonly FacetItem[] =>
  benefitsOf(youth).filter(isOpen).map(({ start }) => itemOf(start)));

export const explainedItems = remembered((youth): readonly FacetItem[] => [
  ...youth.history.all('InactivityExplained').filter(({ data }) => !youth.asOf.reached(data.recheckOn)),
  ...interruptionsOf(youth).filter(isOpen).map(({ start }) => start).filter(({ data }) => !youth.asOf.reached(data.recheckOn)),
  ...youth.history.all('EnrolmentEnded').filter(({ data }) => data.nextStartsOn !== undefined && !youth.asOf.passed(plus(data.nextStartsOn, ANNOUNCED_START_GRACE))),
].map((event) => itemOf(event)));

export const contactItems = remembered((youth): readonly FacetItem[] => {
  const last = lastRealContactOf(youth);
  if (!last || youth.asOf.passed(plus(last.occurredOn, youth.period('contactWindow')))) return [];
  return [itemOf(last)];
});
