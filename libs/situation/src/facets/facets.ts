import { inOrderOfTheWorld, plus, type CivilDate, type OrganisationUrn, type RecordedEvent } from '@trajectboek/events';
import { FACETS, type Facet } from '@trajectboek/schemes';
import { remembered } from '../remembered.js';
import type { Youth } from '../youth.js';
import type { FacetItem } from './facet-item.js';
import { benefitItems, contactItems, explainedItems, searchPeriodItems } from './other-items.js';
import { activityItems, careItems, educationItems, internshipItems, workItems } from './path-items.js';

/** One facet of a youth on a date (views.md, section 1). Null where it is closed. */
export interface FacetState {
  readonly facet: Facet;
  readonly open: boolean;
  readonly since: CivilDate | null;
  /** Open, and nobody has stated or confirmed it lately. */
  readonly stale: boolean;
  readonly source: OrganisationUrn | null;
  /** The event that opened it. */
  readonly event: RecordedEvent | null;
}

interface FacetRule {
  readonly items: (youth: Youth) => readonly FacetItem[];
  /** Situations of ContactMade and StatusConfirmed that confirm the facet. */
  readonly situations: readonly string[];
}

const STATES: Readonly<Record<Facet, (youth: Youth) => FacetState>> = {
  education: stateBy('education', { items: educationItems, situations: ['school', 'school-and-work'] }),
  internship: stateBy('internship', { items: internshipItems, situations: [] }),
  work: stateBy('work', { items: workItems, situations: ['work', 'school-and-work'] }),
  activity: stateBy('activity', { items: activityItems, situations: ['track'] }),
  care: stateBy('care', { items: careItems, situations: ['care', 'institution'] }),
  searchPeriod: stateBy('searchPeriod', { items: searchPeriodItems, situations: [] }),
  benefit: stateBy('benefit', { items: benefitItems, situations: ['benefit'] }),
  explained: stateBy('explained', { items: explainedItems, situations: ['caring-for-family'] }),
  contact: stateBy('contact', { items: contactItems, situations: [] }),
};

/** One facet; computed when it is asked for the first time. */
export function facetOf(youth: Youth, facet: Facet): FacetState {
  return STATES[facet](youth);
}

/** All nine facets, in the order of views.md. */
export function facetsOf(youth: Youth): readonly FacetState[] {
  return FACETS.map((facet) => facetOf(youth, facet));
}

function stateBy(facet: Facet, { items, situations }: FacetRule): (youth: Youth) => FacetState {
  return remembered((youth) => {
    const open = [...items(youth)].sort((a, b) => inOrderOfTheWorld(a.event, b.event));
    // With several open enrolments the newest holds; any other facet is open since the oldest thing that holds it open.
    const shown = facet === 'education' ? open.at(-1) : open[0];
    if (!shown) return { facet, open: false, since: null, stale: false, source: null, event: null };
    const confirmedOn = lastConfirmation(youth, situations);
    const stale = open.every((item) => isStale(youth, item, confirmedOn));
    return { facet, open: true, since: shown.since, stale, source: shown.event.organisation, event: shown.event };
  });
}

function isStale(youth: Youth, { event, reviews, staleAfter }: FacetItem, confirmedOn: CivilDate): boolean {
  const supports = [event.occurredOn, confirmedOn, ...reviews.map(({ occurredOn }) => occurredOn)];
  const newest = supports.reduce((a, b) => (a > b ? a : b));
  return youth.asOf.passed(plus(newest, youth.period(staleAfter)));
}

/** The last day on which somebody said that this was the situation; empty text when nobody did. */
function lastConfirmation({ history }: Youth, situations: readonly string[]): CivilDate {
  if (situations.length === 0) return '';
  const told = history.all('ContactMade').findLast(({ data }) => situations.includes(data.situation));
  const confirmed = history.all('StatusConfirmed').findLast(({ data }) => situations.includes(data.situation));
  const dates = [told?.occurredOn ?? '', confirmed?.occurredOn ?? ''];
  return dates.reduce((a, b) => (a > b ? a : b));
}
